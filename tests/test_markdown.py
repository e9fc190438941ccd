"""`--format markdown`: text stays text, form becomes form, and no word is lost or won."""

from dataclasses import replace
from html import escape as as_html
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner import clean, markdown
from cleaner.cleaning import clean_text
from cleaner.document import Source
from cleaner.judging.page.judge import judge_page
from cleaner.normalize.repair import AS_USUAL, Orthography
from cleaner.page_cleaning import CleanPage
from cleaner.reading.html_page import read_page
from cleaner.writing.carry import carried
from tests.command import call
from tests.rendered import html, words

FIXTURES = Path(__file__).parent.parent / "fixtures"
PAGES = sorted((FIXTURES / "html").iterdir())
SIGNS = "\\`*_{}[]<>()#+-.!|~&=:\"'/ \n1a2bßع«»“€漢「」"


def whole(source: str, wanted: Orthography = AS_USUAL) -> CleanPage:
    """A page of which every block stays."""
    page = read_page(source, Source("", "page"))
    judged = replace(judge_page(page.columns), kept=list(range(len(page.columns.texts))), title=None)
    return CleanPage(page, judged, wanted)


def written(source: str) -> str:
    return markdown(whole(source)).removesuffix("\n")


def shown(text: str) -> list[str]:
    """The words of an article, without the bars that part cells."""
    return [word for word in text.split() if word != "|"]


LOOKS_LIKE_MARKUP = [
    "* no item",
    "- no item",
    "+ no item",
    "-",
    "1. no item",
    "12) no item",
    "# no heading",
    "###### no heading",
    "#",
    "> no quote",
    "---",
    "- - -",
    "===",
    "***",
    "___",
    "~~~",
    "```",
    "`no code`",
    "``no `code``",
    "*no emphasis*",
    "**no emphasis**",
    "_no emphasis_",
    "__init__",
    "~~no deletion~~",
    "[no link](https://example.com)",
    "![no picture](a.png)",
    "[no link][1]",
    "[1]: https://example.com",
    "[^1] no note",
    "<b>no element</b>",
    "</p>",
    "<!-- no comment -->",
    "<https://example.com>",
    "&amp; &copy; &#38; &#x26;",
    "a\\*b \\ \\\\ c\\",
    "| no | table |",
    "|---|---|",
    ":-- | --:",
    "2 * 3 * 4 and 2*3*4",
    "wow!",
]
STAYS_PLAIN = [
    "snake_case_name and 2 * 3",
    "C:\\dir\\file.txt",
    "a < b > c & d, R&D, 5 <6",
    "-5 degrees, +3, #hashtag, 1.5, 3.",
    "It is 3 ~ 4, or ~5 (about)",
    "Wait... (really?) \"yes\" 'no' = x | y]",
    "قال الوزير: «نعم»، ثم ذهب إلى المدينة.",
]


@pytest.mark.parametrize("text", LOOKS_LIKE_MARKUP)
@pytest.mark.parametrize(
    "frame",
    ["<p>{}</p>", "<p>one<br>{}<br>two</p>", "<ul><li>{}</li></ul>", "<blockquote>{}</blockquote>", "<h2>{}</h2>"],
)
def test_text_that_looks_like_markup_is_shown_as_it_is(frame: str, text: str) -> None:
    page = whole(frame.format(as_html(text)))
    result = markdown(page)
    assert words(result) == page.text.split()
    tags = {"p": "p", "ul": "ul li", "blockquote": "blockquote p", "h2": "h2"}[frame[1:].partition(">")[0]]
    expected = frame.format(as_html(text)).replace("<br>", "<br />").replace("'", "&#x27;")
    if tags == "blockquote p":
        expected = expected.replace("<blockquote>", "<blockquote><p>").replace("</blockquote>", "</p></blockquote>")
    assert html(result).replace("'", "&#x27;") == expected.replace("&amp;#x27;", "&#x27;")


@pytest.mark.parametrize("text", STAYS_PLAIN)
def test_no_sign_is_escaped_that_is_none(text: str) -> None:
    assert written(f"<p>{as_html(text)}</p>") == text


@pytest.mark.parametrize("text", LOOKS_LIKE_MARKUP)
def test_lines_of_a_plain_text_are_shown_as_they_are(text: str) -> None:
    article = "The council has voted to rebuild the old bridge over the river, and work begins in spring."
    source = f"{article}\n\n{text}\n{article} Yes.\n"
    cleaned = clean_text(source)
    assert words(markdown(cleaned)) == cleaned.text.split()


FORMS = {
    "heading": ("<h2>Costs</h2><h4>Wood</h4>", "## Costs\n\n#### Wood"),
    "paragraphs": ("<p>One.</p><div>Two.</div>", "One.\n\nTwo."),
    "line break": ("<p>One<br>two</p>", "One\\\ntwo"),
    "emphasis": ("<p>a <em>b</em> <i>c</i> <strong>d</strong> <b>e</b></p>", "a *b* *c* **d** **e**"),
    "white space at its edge": ("<p>a<b> b </b>c <i> </i>d</p>", "a **b** c d"),
    "nested": ("<p><b>a <i>b</i></b> c</p>", "**a *b*** c"),
    "in a word": ("<p>un<em>believ</em>able</p>", "un*believ*able"),
    "emphasis no reader would see": ("<p>a<b>“b”</b>c, <i>d</i><b>e</b></p>", "a“b”c, *d*e"),
    "empty": ("<p>a<b></b> <a href=/x><img src=y></a>b</p>", "a b"),
    "link": ('<p><a href="https://a.example/b">so <i>it</i> is</a>.</p>', "[so *it* is](https://a.example/b)."),
    "link's target": (
        "<p><a href='https://a.example/b (c)&amp;d_e'>x</a></p>",
        "[x](https://a.example/b%20%28c%29&d_e)",
    ),
    "no link": ("<p><a href='javascript:x()'>a</a> <a href='#b'>b</a> <a>c</a></p>", "a b c"),
    "brackets in a link": ("<p><a href=https://a.example>[1]</a></p>", r"[\[1\]](https://a.example)"),
    "link after !": ("<p>Wow!<a href=https://a.example>x</a></p>", r"Wow\![x](https://a.example)"),
    "relative link": (
        "<link rel=canonical href=https://a.example/b/c><p><a href=d>x</a></p>",
        "[x](https://a.example/b/d)",
    ),
    "code": ("<p>run <code>a_b | *c*</code> or <code>`d`</code></p>", "run `a_b | *c*` or `` `d` ``"),
    "link of code": ("<p><code><a href=https://a.example>x</a></code></p>", "[`x`](https://a.example)"),
    "list": ("<ul><li>a<li><p>b</p><li class=x>c</ul><p>d", "- a\n- b\n- c\n\nd"),
    "numbers": ("<ol start=9><li>a</li><li>b<br>c</li></ol>", "9. a\n10. b\\\n    c"),
    "numbers that are none": (f"<ol start={'0' * 5000}><li>a<li value=9999999999>b</ol>", "1. a\n2. b"),
    "numbers that jump": ("<ol><li>a<li value=7>b<li>c</ol>", "1. a\n7. b\n8. c"),
    "nested list": (
        "<ul><li>a<ol><li>b<ul><li>c</ul></ol><li>d</ul>",
        "- a\n  1. b\n     - c\n- d",
    ),
    "list right in a list": ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c"),
    "two paragraphs in an item": ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n- c"),
    "two lists": ("<ul><li>a</ul><ul><li>b</ul><ul><li>c</ul>", "- a\n\n* b\n\n- c"),
    "numbers after signs": ("<ul><li>a</ul><ol><li>b</ol>", "- a\n\n1. b"),
    "quote": ("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n>\n> b\n\nc"),
    "two quotes": ("<blockquote>a</blockquote><blockquote>b</blockquote>", "> a\n\n> b"),
    "list in a quote": ("<blockquote>a<ul><li>b</ul></blockquote>", "> a\n>\n> - b"),
    "code block": (
        '<pre><code class="language-py">if x:\n    y = "```"\n\nz</code></pre>',
        '````py\nif x:\n    y = "```"\n\nz\n````',
    ),
    "code in an item": ("<ul><li>a<pre>b\n\n  c</pre></ul>", "- a\n\n  ```\n  b\n\n    c\n  ```"),
    "table": (
        "<table><tr><th>a<th><b>b</b><tr><td><td>c|d<tr><td>e<br>f<td>",
        "| a | **b** |\n| --- | --- |\n|  | c\\|d |\n| e f |  |",
    ),
    "a paragraph of nothing seen": ("<p>\N{ZERO WIDTH JOINER}</p><ul><li><b>a</b></ul>", "- **a**"),
    "bars that are text": ("<p>a | b</p><p>c</p><p>| d</p>", "a | b\n\nc\n\n| d"),
    "layout": ("<table><tr><td><p>One.</p><p>Two.</p></td><td>Three.</td></tr></table>", "One.\n\nTwo.\n\nThree."),
    "right to left": (
        "<p dir=rtl>قال <b>الوزير</b>: «<a href=https://a.example>نعم</a>»</p>",
        "قال **الوزير**: «[نعم](https://a.example)»",
    ),
    "no spaces": ("<p>これは<b>重要</b>です。<b>「重要」</b>です</p>", "これは**重要**です。「重要」です"),
}


@pytest.mark.parametrize("name", FORMS)
def test_form(name: str) -> None:
    source, expected = FORMS[name]
    assert written(source) == expected


PROSE = "<p>The harbour council voted on Tuesday to keep the old crane on the north quay, ending a long dispute.</p>"


def test_the_headline_is_a_heading_of_the_first_level() -> None:
    cleaned = clean(f"<article><h1>Old <i>crane</i> stays</h1>{PROSE * 3}</article>", format="html")
    assert markdown(cleaned).startswith("# Old *crane* stays\n\nThe harbour")
    assert markdown(cleaned, title=False).startswith("The harbour")


def test_the_headline_of_a_plain_text_is_a_heading_too() -> None:
    source = (FIXTURES / "pages" / "ar-wire-section-label" / "source.txt").read_text("utf-8")
    cleaned = clean_text(source)
    assert cleaned.title
    assert markdown(cleaned).startswith(f"# {cleaned.title}\n\n")
    assert words(markdown(cleaned, title=False)) == cleaned.body.split()


def test_orthography_is_mended_and_the_elements_stay_where_they_are() -> None:
    page = "<p>قـــال <b>الوزير الأول</b> ، ثم ذهب <a href=https://a.example>إلى المدينه القديمة</a> .</p>"
    assert written(page) == "قال **الوزير الأول**، ثم ذهب [إلى المدينة القديمة](https://a.example)."


def test_places_move_with_what_is_mended() -> None:
    assert carried([0, 2, 4], "ab cd", "ab  cd") == [0, 2, 5]
    assert carried([0, 6], "abc , def", "abc, def") == [0, 5]
    assert carried([1], "abcdefgh" * 9, "ijklmnop" * 9) is None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_the_words_of_its_plain_article(page: Path) -> None:
    cleaned = clean((page / "source.html").read_bytes())
    assert shown(" ".join(words(markdown(cleaned)))) == shown(cleaned.text)
    everything = whole((page / "source.html").read_text("utf-8"))
    assert shown(" ".join(words(markdown(everything)))) == shown(everything.text)


@pytest.mark.parametrize("page", sorted((FIXTURES / "pages").iterdir()), ids=lambda page: page.name)
def test_a_text_has_the_words_of_its_plain_article(page: Path) -> None:
    cleaned = clean_text((page / "source.txt").read_text("utf-8"))
    assert words(markdown(cleaned)) == cleaned.text.split()


TEXT = st.text(st.sampled_from(SIGNS), max_size=12).map(lambda text: as_html(text, quote=False))
INLINE = st.recursive(
    TEXT,
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name.partition(' ')[0]}>",
        st.sampled_from(("em", "strong", "i", "b", "code", "span", "a href='https://a.example/(b'")),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
LINE = st.lists(INLINE | st.just("<br>"), max_size=6).map("".join)


def _element(name: str, parts: list[str]) -> str:
    return f"<{name}>{''.join(parts)}</{name}>"


def _list(name: str, items: list[str]) -> str:
    return _element(name, [_element("li", [item]) for item in items])


def _table(rows: list[list[str]]) -> str:
    return _element("table", [_element("tr", [_element("td", [cell]) for cell in row]) for row in rows])


BLOCKS = st.recursive(
    st.builds(_element, st.sampled_from(("p", "h2", "pre", "div")), st.lists(LINE, min_size=1, max_size=1)),
    lambda inner: (
        st.builds(_list, st.sampled_from(("ul", "ol")), st.lists(inner | LINE, max_size=3))
        | st.builds(_element, st.just("blockquote"), st.lists(inner | LINE, max_size=3))
        | st.builds(_table, st.lists(st.lists(LINE, max_size=3), max_size=3))
    ),
    max_leaves=6,
)


@example("<p><code><a href='https://a.example/(b'>]:</a></code></p>")  # no definition of a reference
@given(st.lists(BLOCKS, min_size=1, max_size=4).map("".join))
def test_any_page_has_the_words_of_its_plain_text(source: str) -> None:
    cleaned = whole(f"<p>begin</p>{source}")
    found, expected = words(markdown(cleaned)), cleaned.text.split()
    if "<table>" in source:  # cells are parted by bars in the plain text, and may hold some
        assert "".join(found).replace("|", "") == "".join(expected).replace("|", "")
    else:
        assert found == expected


@given(st.text(st.sampled_from(SIGNS), max_size=80))
def test_any_text_has_the_words_of_its_plain_text(text: str) -> None:
    cleaned = clean_text(f"{text}\n")
    assert words(markdown(cleaned)) == cleaned.text.split()


HUGE = {
    "nested items": "<ul><li>a *b" * 5000,
    "nested quotes": "<blockquote>a *b" * 5000,
    "styled": "<p>" + "<b>a <i>b</i></b> c*d_ " * 5000,
    "one row": "<table><tr>" + "<td>a" * 5000,
    "rows of one cell": "<table>" + "<tr><td>a" * 5000,
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_pages_come_out_with_their_words_and_little_else(name: str) -> None:
    cleaned = whole(HUGE[name])
    result = markdown(cleaned)
    assert shown(" ".join(words(result))) == shown(cleaned.text)
    assert len(result) < 50 * len(cleaned.text)


def test_the_command(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(f"<html><body><article><h1>Crane</h1>{PROSE * 3}</article></body></html>", "utf-8")
    printed = call("clean", "--format", "markdown", str(page))
    assert printed.code == 0
    assert printed.out.startswith(b"# Crane\n\nThe harbour")
    call("clean", "--format", "markdown", "--no-title", "-o", str(tmp_path / "out"), str(page))
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert [path.name for path in files] == ["a.md"]
    assert files[0].read_text("utf-8").startswith("The harbour")
