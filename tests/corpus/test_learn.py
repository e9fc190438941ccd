"""Learning the chrome of sites: what recurs within articles stays, whatever stands around it goes."""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Choice
from cleaner.cleaning import clean_text
from cleaner.corpus.learning.learn import Wanted, learn, sample_of, study
from cleaner.corpus.learning.sample import Sample, unpacked
from cleaner.corpus.learning.workers import Processes
from cleaner.rules.site import Site, Sites
from tests.bench.crawl import crawl, sentences
from tests.bench.crawl_words import ENGLISH, drawn

HOST = "quay.example"
HEAD = ("Zorgra", "Vamdru kesh", "Molfen tibqua: 12", "Plidru nifgra wenlux")
BELOW = ("Sabyor 12 March 2014",)
TAIL = ("Feniol dramwen", "Quaver tibsab lorn", "31 vamkeshes", "Grawen plimol", "Lux yorsab nif")
PAGES = 60
Lines = Sequence[str]


class Page(NamedTuple):
    """The lines of one page, part by part."""

    head: Lines = HEAD
    title: Lines = ()
    below: Lines = BELOW
    body: Lines = ()
    tail: Lines = TAIL

    @property
    def text(self) -> str:
        return "\n".join(line for part in self for line in part) + "\n"


def pages(change: Callable[[int, Page], Page] = lambda _, page: page, count: int = PAGES) -> list[str]:
    """Pages of one site, each changed by its number."""
    random = Random(1)
    found = []
    for number in range(count):
        said = random.choices(sentences(ENGLISH), k=random.randint(9, 24))
        body = [" ".join(said[i : i + 3]) for i in range(0, len(said), 3)]
        found.append(change(number, Page(title=[drawn(ENGLISH.title, random)], body=body)).text)
    return found


def chrome(texts: list[str]) -> dict[str, str]:
    """Each line that is learned, by its place."""
    site = study(HOST, texts, Wanted())
    return {line.line: line.where for line in site.lines} if site else {}


def often(number: int) -> bool:
    return number * 7 % 10 < 6


def within(page: Page, line: str, place: int) -> Page:
    return page._replace(body=[*page.body[:place], line, *page.body[place:]])


def inside(number: int, page: Page) -> int:
    """Some place between two paragraphs."""
    return 1 + number * 5 % (len(page.body) - 1)


STAYS: dict[str, tuple[str, Callable[[int, Page, str], Page]]] = {
    "a sign-off": ("— Reporting by the city desk", lambda _, page, line: within(page, line, len(page.body))),
    "a sign-off in brackets": (
        "(Written by the harbour team)",
        lambda _, page, line: within(page, line, len(page.body)),
    ),
    "a credit": ("Editing by Ada Quill", lambda _, page, line: within(page, line, len(page.body))),
    "an Arabic credit": ("إعداد مكتب الشمال", lambda _, page, line: within(page, line, len(page.body))),
    "a closing notice": (
        "The society of millers paid for the travel that this report required and had no say in its contents.",
        lambda _, page, line: within(page, line, len(page.body)),
    ),
    "a dateline": ("MILLBROOK —", lambda _, page, line: within(page, line, 0)),
    "a dateline of a place alone": ("MILLBROOK", lambda _, page, line: within(page, line, 0)),
    "a dateline with a day": ("Marsa, 14 May", lambda _, page, line: within(page, line, 0)),
    "a refrain": (
        "And the river runs on below the mill.",
        lambda number, page, line: within(page, line, inside(number, page)),
    ),
    "a refrain, twice a page": (
        "And the river runs on below the mill.",
        lambda _, page, line: within(within(page, line, 1), line, len(page.body)),
    ),
    "a heading": ("What we know", lambda number, page, line: within(page, line, inside(number, page))),
    "an Arabic heading": ("الخلفية", lambda number, page, line: within(page, line, inside(number, page))),
    "a heading in its place": ("Ingredients", lambda _, page, line: within(page, line, 1)),
    "a title that repeats": ("Letters from the Valley", lambda _, page, line: page._replace(title=[line])),
}


@pytest.mark.parametrize("name", STAYS)
def test_what_recurs_within_articles_stays(name: str) -> None:
    line, put = STAYS[name]
    found = chrome(pages(lambda number, page: put(number, page, line) if often(number) else page))
    assert line not in found
    assert set(found) == set(chrome(pages()))


def test_a_format_with_the_same_headings_on_each_page_keeps_them() -> None:
    found = chrome(pages(lambda _, page: within(within(page, "Ingredients", 1), "Method", 3)))
    assert not {"Ingredients", "Method"} & set(found)


def test_a_word_of_the_menu_stays_as_a_heading_of_the_article() -> None:
    texts = pages(lambda number, page: within(page, HEAD[0], 2) if number % 9 == 0 else page)
    site = study(HOST, texts, Wanted())
    assert site
    cleaned = clean_text(texts[0], choice=Choice(sites=Sites([site]), url=f"https://{HOST}/")).text
    assert cleaned.count(HEAD[0]) == 1
    assert cleaned.split("\n")[3] == HEAD[0]


def test_an_article_under_many_addresses_is_no_chrome() -> None:
    copy = pages(count=1)[0]
    names = "abcdefghijklmnopqrstuvwxyz"
    comment = "I have crossed that bridge each morning for twenty years and never once has it shaken, says"
    for copies in (
        [copy.replace("Zorgra", f"Zorgra\nseen by {name}") for name in names],
        [copy.replace(TAIL[0], f"{comment} {name * 60}.\n{TAIL[0]}") for name in names],
        [copy.replace(BELOW[0], f"{BELOW[0]}\n{comment} {name * 60}.") for name in names],
    ):
        found = chrome([*pages(count=40), *copies])
        assert not set(found) & set(copy.split("\n")) - {*HEAD, *BELOW, *TAIL}
        assert set(found) >= {*HEAD, *BELOW, *TAIL}


def test_few_pages_teach_nothing() -> None:
    assert chrome(pages(count=9)) == {}


def test_a_line_on_few_pages_is_left_alone() -> None:
    line = "Kesh wen dramol"
    assert line not in chrome(pages(lambda number, page: page._replace(tail=(*TAIL, line)) if number < 9 else page))
    assert line in chrome(pages(lambda number, page: page._replace(tail=(*TAIL, line)) if number < 30 else page))


def test_a_line_counts_once_a_page() -> None:
    line = "Kesh wen dramol"
    change = lambda number, page: page._replace(tail=(*TAIL, *[line] * 9)) if number < 5 else page  # noqa: E731
    assert line not in chrome(pages(change))


def test_menus_counters_dates_and_footers_are_learned() -> None:
    found = chrome(pages(lambda number, page: _counting(number, page)))
    assert len(found) == len(HEAD) + len(BELOW) + len(TAIL)
    assert {where for line, where in found.items() if line in HEAD} == {"head"}
    assert {where for line, where in found.items() if line in TAIL} == {"tail"}


def _counting(number: int, page: Page) -> Page:
    month = ENGLISH.months[number % len(ENGLISH.months)]
    head = [*HEAD[:2], f"Molfen tibqua: {number * 37:,}", HEAD[3]]
    return page._replace(head=head, below=[f"Sabyor {number % 27 + 1} {month} 2014"])


GOES: dict[str, tuple[Lines, Callable[[int, Page], Page]]] = {
    "in shifted places": (
        HEAD,
        lambda number, page: page._replace(
            head=[*HEAD[:2], *[f"Teaser {'abcdef'[number % 6]} {page.title[0]}"], *HEAD[2:]]
        ),
    ),
    "in one of two templates": (
        ("Kesh wen dramol", "Tib tib molgra"),
        lambda number, page: page._replace(tail=["Kesh wen dramol", "Tib tib molgra"]) if number % 2 else page,
    ),
    "a long sentence": (
        ("Dru kesh molfen tib grawen plimol yorsab nif quaver lorn feniol vamdru.",),
        lambda _, page: page._replace(
            tail=["Dru kesh molfen tib grawen plimol yorsab nif quaver lorn feniol vamdru.", *TAIL]
        ),
    ),
    "a single word in the tail": (("Keshwen",), lambda _, page: page._replace(tail=(TAIL[0], "Keshwen", *TAIL[1:]))),
    "a box between paragraphs": (
        ("Kesh wen", "Dru molfen tib grawen plimol yorsab nif"),
        lambda _, page: within(within(page, "Dru molfen tib grawen plimol yorsab nif", 2), "Kesh wen", 2),
    ),
    "plain words that come and go": (
        ("All about the valley", "Write to us by the mill", "The paper on your table."),
        lambda number, page: page._replace(
            tail=[
                line
                for k, line in enumerate(
                    (TAIL[0], "All about the valley", "Write to us by the mill", "The paper on your table.", TAIL[1])
                )
                if (number * (k + 3)) % 7 < 5
            ]
        ),
    ),
    "lines that come and go": (
        TAIL[1:],
        lambda number, page: page._replace(tail=[line for k, line in enumerate(TAIL) if (number * (k + 3)) % 7 < 4]),
    ),
}


@pytest.mark.parametrize("name", GOES)
def test_chrome_is_learned(name: str) -> None:
    lines, change = GOES[name]
    assert set(lines) <= set(chrome(pages(change)))


def test_a_line_of_head_and_tail_is_sought_in_both() -> None:
    assert chrome(pages(lambda _, page: page._replace(tail=(*TAIL, HEAD[0]))))[HEAD[0]] == "edges"


def test_below_a_headline_that_is_a_sentence_chrome_is_still_of_the_head() -> None:
    texts = pages(lambda _, page: page._replace(title=[f"{page.title[0]}, and what came of it."]))
    found = chrome(texts)
    assert found[BELOW[0]] == "top"
    assert found[HEAD[0]] == "head"


CRAWL = [(page.url.split("/")[2], page.text) for page, _ in zip(crawl(5), range(150), strict=False)]


def rules(parts: Sequence[Sequence[tuple[str, str]]], jobs: int = 1) -> tuple[Site, ...]:
    return learn(lambda: parts, iter, Wanted(), Processes(jobs)).sites


@settings(max_examples=8)
@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_the_rules_are_the_same_for_any_order_and_any_shards(random: Random, size: int) -> None:
    shuffled = random.sample(CRAWL, len(CRAWL))
    parts = [shuffled[i : i + size] for i in range(0, len(shuffled), size)]
    assert rules(parts) == rules([CRAWL])


def test_the_rules_are_the_same_for_any_number_of_workers() -> None:
    parts = [CRAWL[i : i + 40] for i in range(0, len(CRAWL), 40)]
    assert rules(parts, 2) == rules([CRAWL])
    assert len(rules([CRAWL])) == 5


def test_a_second_run_with_learned_rules_changes_nothing() -> None:
    sites = Sites(rules([CRAWL]))
    for host, text in CRAWL[:60]:
        choice = Choice(sites=sites, url=f"https://{host}/")
        once = clean_text(text, choice=choice).text
        assert once != text
        assert clean_text(once, choice=choice).text == once


def held(sample: Sample) -> dict[str, list[str]]:
    sample.fit()
    return {host: [*map(unpacked, pages)] for host, pages in sample.pages()}


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), st.text("xyz0189 ", max_size=5)), max_size=120),
    st.randoms(use_true_random=False),
    st.integers(20, 200),
)
def test_a_sample_is_the_same_for_any_order_and_merge(found: list[tuple[str, str]], random: Random, most: int) -> None:
    def sample(texts: Iterator[tuple[str, str]]) -> Sample:
        made = Sample(most=most)
        for host, text in texts:
            made.add(host, text)
        return made

    shuffled = random.sample(found, len(found))
    cut = random.randint(0, len(found))
    merged = sample(iter(shuffled[:cut]))
    merged.merge(sample(iter(shuffled[cut:])))
    assert held(merged) == held(sample(iter(found)))


def test_a_sample_is_bounded_and_every_site_gets_its_turn() -> None:
    most = 300
    texts = [
        (f"s{i % 40}", f"page {'abcdefghij'[i % 10]}{'klmnopqrst'[i // 10 % 10]}{chr(65 + i // 100)}")
        for i in range(2000)
    ]
    seen: set[str] = set()
    waiting = [(1, 0)]
    while waiting:
        parts, rest = waiting.pop()
        sample = Sample(parts, rest, most)
        for host, text in texts:
            sample.add(host, text)
            assert sum(map(len, sample.sites.values())) <= 1.25 * most + 1
        sample.fit()
        assert not seen & sample.sites.keys()
        seen |= sample.sites.keys()
        while parts < sample.parts:
            waiting.append((2 * parts, rest + parts))
            parts *= 2
    assert len(seen) == 40


def test_a_shard_maps_to_a_sample_of_its_own() -> None:
    sample = sample_of([("a.example", "one"), ("", "two"), ("a.example", "one"), ("a.example", "three")], iter, 1, 0)
    assert (sample.read, sample.homeless) == (4, 1)
    assert held(sample)["a.example"] in (["one", "three"], ["three", "one"])
