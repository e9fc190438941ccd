"""Which parts of a page are its article: what must stay, what must go, and what the verdicts say."""

import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

from cleaner import Choice, clean
from cleaner.document import Source
from cleaner.judging.page import layout, threads
from cleaner.judging.page.layout import lay_out
from cleaner.judging.page.posts import posts_in
from cleaner.judging.page.rules import PAGE_RULES
from cleaner.page_cleaning import CleanPage
from cleaner.reading.hints import bits, container_bits
from cleaner.reading.html_page import read_page
from cleaner.reading.page import Columns
from cleaner.rules.rule import KINDS

TEXTS = (
    "The harbour council voted on Tuesday to keep the old crane on the north quay, ending a dispute of eleven years.",
    "Engineers who examined the crane in March found its frame sound, although two of the wheels must be cast anew.",
    "The work will cost about four hundred thousand, a third of it from a fund for coastal towns, from autumn on.",
    "Residents had collected three thousand signatures, more than half of all who live within sight of the quay.",
)
BODY = "".join(f"<p>{text}</p>" for text in TEXTS)
OTHER = BODY.replace("The ", "All ").replace(" the ", " our ")


def page(inside: str, before: str = "", after: str = "") -> CleanPage:
    found = clean(
        f"<!doctype html><body><nav><a href=/>Home</a> <a href=/town>Town</a></nav>{before}"
        f"<main><article><h1>Old crane</h1>"
        f"<div class=entry-content>{BODY}{inside}</div></article></main>{after}<footer>Imprint</footer>"
    )
    assert isinstance(found, CleanPage)
    return found


@pytest.mark.parametrize(
    "inside",
    [
        "<p>It was a long evening.</p>" + OTHER,
        "<h2>A sound frame</h2>" + OTHER,
        "<blockquote><p>We shall paint it in the colour it had when my grandfather drove it.</p></blockquote>",
        "<pre>ferry --late | tea\nserve --all</pre>" + OTHER,
        f"<p>{TEXTS[0]} <a href=/more>{TEXTS[1]}</a> {TEXTS[2]}</p>",
    ],
    ids=["short", "heading", "quotation", "code", "links in prose"],
)
def test_body_stays(inside: str) -> None:
    found = page(inside)
    assert not [verdict for verdict in found.dropped.values() if verdict.rule not in ("page-menu", "page-footer")]


@pytest.mark.parametrize(
    ("inside", "after", "rule", "text"),
    [
        ("", "<div class=comments><p>I learned to fish below that crane when I was five.</p></div>", "", "I learned"),
        ("<figure><img src=x><figcaption>The crane at dusk. Photo: M. Vell</figcaption></figure>", "", "", "at dusk"),
        ("<div class=related-stories><a href=/f>Ferry late again</a></div>", "", "page-related", "Ferry late"),
        ("<div class=share-buttons><a href=#>Mail</a><a href=#>Print</a></div>", "", "page-share", "Mail"),
        ("<div class=newsletter-box><p>Get our letter every morning.</p></div>", "", "page-newsletter", "our letter"),
        ("<div hidden>Not for the reader.</div>", "", "page-hidden", "Not for"),
    ],
)
def test_furniture_goes_and_says_why(inside: str, after: str, rule: str, text: str) -> None:
    found = page(inside, after=after)
    assert found.body.split("\n\n") == [*TEXTS[:-1], TEXTS[-1] + "\n"]
    reasons = [v.rule for i, v in found.dropped.items() if text in found.document.blocks[i].text]
    assert reasons
    assert rule in ("", *reasons)


def test_of_several_stories_the_first() -> None:
    second = "<article><h1>Ferry late</h1>" + BODY.replace("crane", "ferry") + "</article>"
    found = clean(f"<main><article><h1>Old crane</h1>{BODY}</article>{second}</main>", format="html")
    assert found.body.strip().split("\n\n") == list(TEXTS)
    assert "page-next-article" in {verdict.rule for verdict in found.dropped.values()}


def test_an_article_that_the_page_holds_twice_stays_once() -> None:
    found = page("<h2>In brief</h2>" + BODY)
    assert found.body.strip().split("\n\n")[: len(TEXTS)] == list(TEXTS)
    assert all(found.body.count(text) == 1 for text in TEXTS)
    copies = [verdict for verdict in found.dropped.values() if verdict.rule == "repeated-paragraph"]
    assert len(copies) == len(TEXTS)
    assert found.judged.marked.keys() >= {verdict.first for verdict in copies}


def test_the_user_may_keep_copies() -> None:
    source = f"<article><h1>Old crane</h1>{BODY}{BODY}</article>"
    kept = clean(source, format="html", choice=Choice(ignore=frozenset({"repeated-paragraph"})))
    assert "repeated-paragraph" not in {verdict.rule for verdict in kept.dropped.values()}
    assert kept.body.count(TEXTS[0]) == 2


def test_a_teaser_that_is_cut_off_goes() -> None:
    whole = TEXTS[1].replace("Engineers", "Inspectors")
    found = page(f"<p>{whole}</p>{OTHER}<p>{whole[:60]} [...]</p>")
    assert whole in found.body
    gone = {found.document.columns.texts[k]: verdict.rule for k, verdict in found.dropped.items()}
    assert gone[f"{whole[:60]} [...]"] == "cut-off-copy"


def test_the_headline_once_more_below_the_article_goes() -> None:
    headline = "The harbour council keeps the old crane on the north quay after eleven years of dispute over its beams"
    again = headline.replace(" after", ", after") + " ..."
    html = f"<main><article><h1>{headline}</h1>{BODY}{OTHER}<p>{again}</p></article></main>"
    found = clean(html, format="html")
    assert isinstance(found, CleanPage)
    gone = {found.document.columns.texts[k]: verdict.rule for k, verdict in found.dropped.items()}
    assert gone == {again: "repeated-paragraph"}


def test_a_paragraph_that_trails_off_by_itself_stays() -> None:
    text = "And when the harbour master had counted the last of the lamps on the quay, he put out his own and went ..."
    assert text in page(f"<p>{text}</p>").body


def test_what_a_user_ignores_of_cut_off_copies_stays() -> None:
    whole = TEXTS[1].replace("Engineers", "Inspectors")
    html = f"<main><article><h1>Old crane</h1>{BODY}<p>{whole}</p><p>{whole[:60]} [...]</p></article></main>"
    assert "[...]" not in clean(html, format="html").body
    assert "[...]" in clean(html, format="html", choice=Choice(ignore=frozenset({"cut-off-copy"}))).body


def test_the_days_of_a_plan_come_back() -> None:
    first, second = (f"<p>{text}</p>" for text in TEXTS[:2])
    days = "".join(f"<h2>Day {day}</h2>{first}<p>Row {day} miles.</p>{second}" for day in range(1, 7))
    found = page(days + OTHER)
    assert found.body.count(TEXTS[1]) == 7
    assert "repeated-paragraph" not in {verdict.rule for verdict in clean(found.body, format="text").dropped.values()}


def test_the_title_is_the_headline_and_not_of_the_body() -> None:
    found = page("")
    assert (found.title, found.text.split("\n")[0]) == ("Old crane", "Old crane")
    assert "Old crane\n" not in found.body


@pytest.mark.parametrize("body", ["<body>", "<BODY class=a>", ""])
def test_the_title_is_known_however_the_body_begins(body: str) -> None:
    head = "<!doctype html><html><head><title>Old mill waits for answer | Quay</title></head>"
    cleaned = clean(f"{head}{body}<article><div>Old mill waits for answer</div>{BODY}</article>", format="html")
    assert cleaned.title == "Old mill waits for answer"


def test_a_headline_in_two_lines_is_one_headline() -> None:
    cleaned = clean(f"<article><h1>Old mill<br>waits for answer</h1>{BODY}</article>", format="html")
    assert cleaned.title == "Old mill waits for answer"
    assert cleaned.body == "\n\n".join(TEXTS) + "\n"


def test_a_page_without_a_headline_has_no_title() -> None:
    found = clean(f"<div>{BODY}</div>", format="html")
    assert (found.title, found.title_index, found.text) == (None, None, found.body)


def test_modes_are_nested() -> None:
    inside = "<p><a href=/x>How the quay was built</a></p><div class=box><p>Tea is sold on the quay.</p></div>"
    source = f"<article><h1>Old crane</h1>{BODY}{inside}</article>"
    kept = [set(clean(source, format="html", mode=mode).kept) for mode in ("precision", "balanced", "recall")]
    assert kept[0] <= kept[1] <= kept[2]


def test_the_users_choice_counts() -> None:
    source = f"<article>{BODY}</article><div class=share-bar>Mail Print</div>"
    assert "Mail Print" not in clean(source, format="html").text
    assert "Mail Print" in clean(source, format="html", choice=Choice(ignore=frozenset({"page-share"}))).text


def test_regions_hold_a_body_split_over_siblings() -> None:
    parts = "".join(f"<div class=part><p>{text}</p><p>{text[::-1]}</p></div>" for text in TEXTS)
    found = clean(f"<body><div class=page><div class=story>{parts}</div></div></body>", format="html")
    assert isinstance(found, CleanPage)
    layout = lay_out(found.document.columns)
    assert (layout.first, layout.last) == (0, 2 * len(TEXTS))
    assert all(text in found.body for text in TEXTS)


def test_page_rules_are_like_other_rules() -> None:
    assert len({rule.id for rule in PAGE_RULES}) == len(PAGE_RULES)
    assert all(rule.kind in KINDS and rule.why.endswith(".") for rule in PAGE_RULES)


@pytest.mark.parametrize(
    ("tag", "hints", "kinds"),
    [
        ("div", "", []),
        ("div", "col-md-6 wrapper", []),
        ("div", "commentList", ["comment", "list"]),
        ("div", "twitter-tweet", ["tweet"]),
        ("div", "article-body", ["body", "article", "body of an article"]),
        ("nav", "", ["<nav>"]),
        ("my-card", "", ["custom element"]),
    ],
)
def test_what_names_say(tag: str, hints: str, kinds: list[str]) -> None:
    found = container_bits(tag, hints, hidden=False)
    assert [kind for kind in kinds if not found & bits(kind)] == []
    assert kinds or not found


MORE = {  # a value more for each kind of evidence, one that no page has, and the bound below it
    'SIZES = ("tiny", "label", "phrase", "sentence", "paragraph", "long"': ', "endless"',
    "SIZE_BOUNDS = (14, 39, 79, 159, 319": ", 99999",
    'COARSE = ("tiny", "label", "phrase", "longer"': ', "endless"',
    'LINKS = ("no", "hardly", "some", "half", "mostly"': ', "nearly all"',
    "LINK_BOUNDS = (0.0, 0.15, 0.35, 0.6, 0.9": ", 0.995",
    'SHARES = ("none", "2%", "6%", "15%", "30%", "60%", "most"': ', "beyond"',
    "SHARE_BOUNDS = (0.0, 0.02, 0.06, 0.15, 0.3, 0.6": ", 2.0",
    '"cell", "quote", "caption", "code", "definition"': ', "other"',
    'HOW_ENDS = ("open", "goes-on", "sentence", "trails-off"': ', "otherwise"',
}


def told(html: str) -> Iterator[list[str]]:
    """The names of the evidence of each block, of the first pass and of the second."""
    package = "cleaner.judging.page"
    first, second, families = (import_module(f"{package}.{name}") for name in ("first", "second", "families"))
    page = read_page(html, Source("", "", "html")).columns
    found = first.FirstPass(page, lay_out(page))
    for row in found.evidence():
        yield [families.NAMES[number] for number in chain.from_iterable(row)]
    odds = [place % 9 - 4.0 for place in range(len(found.blocks))]
    for row in second.evidence(found, odds, [*map(second.probability, odds)], range(len(odds))):
        yield [second.NAMES[number] for number in row]


def test_a_value_more_renames_no_other_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    item = "<li><a href=/a>Old crane</a> and more<li><a href=/b>The new crane that nobody wants</a>"
    html = f"<body><ul class=menu>{item}</ul><div class=related><h3><a href=/c>Crane</a></h3>{item}<img src=a></div>"
    html += f"<article><h1>The crane</h1><img src=b>{BODY}<h2>Why</h2>{OTHER}<ul>{item}</ul></article><p>12.3.21"
    usual = [*told(html)]
    source = Path(import_module("cleaner.judging.page.families").__file__ or "").read_text("utf-8")
    for begin, more in MORE.items():
        assert source.count(begin) == 1
        source = source.replace(begin, begin + more)
    package = import_module("cleaner.judging.page")
    for name in ("families", "signs", "first", "second"):
        monkeypatch.setattr(package, name, getattr(package, name))
        monkeypatch.delitem(sys.modules, f"{package.__name__}.{name}")
    families = ModuleType(f"{package.__name__}.families")
    exec(compile(source, families.__name__, "exec"), families.__dict__)
    monkeypatch.setitem(sys.modules, families.__name__, families)
    monkeypatch.setattr(package, "families", families)
    assert len(families.COARSE) == 5
    assert [*told(html)] == usual


def test_of_threads_within_each_other_a_few_are_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def counted(columns: Columns, masses: list[float], container: int) -> set[int]:
        looked.append(container)
        return posts_in(columns, masses, container)

    for module in (layout, threads):
        monkeypatch.setattr(module, "posts_in", counted)
    posts = "".join(f"<div class=comment><b>Ann</b><p>{number}: {TEXTS[0]}</div>" for number in range(60))
    page("", after="<div class=comments-box>" * 100 + posts + "</div>" * 100)
    assert 0 < len(looked) <= 8


@pytest.mark.parametrize(
    ("heading", "stays"), [("Top stories", False), ("Related articles", False), ("What was paid", True)]
)
def test_titles_without_links_below_a_heading_of_other_stories_go(heading: str, stays: bool) -> None:
    titles = ["Minister resigns over dinner", "Storm to hit the west coast", "Nobody wants the lamp"]
    found = page(f"<h3>{heading}</h3><ul>{''.join(f'<li>{title}</li>' for title in titles)}</ul>")
    assert [title in found.text for title in (heading, *titles)] == [stays] * 4
