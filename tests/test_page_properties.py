"""Promises that hold for any page, tried on pages made of real ones' pieces, made-up ones and noise."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner import CleanerError, clean
from cleaner.normalize.fold import fold
from cleaner.normalize.repair import AS_USUAL
from cleaner.page_cleaning import CleanPage
from cleaner.reading.mend import mend

PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "html").glob("*/source.html"))
PIECES = sorted(
    {piece for page in PAGES for piece in re.findall(r"<[^>]*>[^<]*", page.read_text("utf-8")) if len(piece) < 2000}
)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class=menu>",
        "<div hidden>",
        "</div>",
        "<ul><li>",
        "<br>",
        "<td>",
        "<a href=x>",
        "</a>",
        "<b>",
        "<a href=x>&nbsp;</a><br>",
        "\r\u200f\n",
        "<BODY>",
    ]
)
NOISE = st.text(st.characters(exclude_categories=["Cs"]), max_size=100)
WEB_PAGES = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), TAGS, NOISE), max_size=80).map("".join)


def cleaned(page: str) -> CleanPage | None:
    """The outcome for a page, None where it is refused with a sentence."""
    try:
        result = clean(page, format="html", orthography=AS_USUAL)
    except CleanerError:
        return None
    assert isinstance(result, CleanPage)
    return result


def bare(line: str) -> str:
    """The letters that no repair may change, nor add, nor lose."""
    return re.sub(r"[\W_]+", "", fold(line))


@given(WEB_PAGES)
@example(
    "<h1>Ferry runs late</p>Friends of the Quay <br>140<p>14:05 The council has begun to vote, and all listen outside."
)
@settings(max_examples=300)
def test_every_line_out_is_a_line_of_the_page_and_in_order(page: str) -> None:
    if (result := cleaned(page)) is None:
        return
    lines = [bare(mend(line).text) for block in result.document.blocks for line in block.text.split("\n")]
    rest = iter(lines)
    assert all(bare(line) in rest for line in result.body.split("\n") if bare(line))
    assert result.title is None or bare(result.title) in lines


@given(WEB_PAGES)
@settings(max_examples=300)
def test_a_page_gives_text_or_a_sentence_and_no_control(page: str) -> None:
    if (result := cleaned(page)) is not None:
        assert result.text.strip()
        assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f]", result.text)


@given(WEB_PAGES)
@settings(max_examples=150)
def test_each_dropped_block_has_a_rule_and_a_reason_and_the_rest_is_kept(page: str) -> None:
    if (result := cleaned(page)) is not None:
        assert {*result.dropped} | {*result.kept} == {*range(len(result.document.blocks))}
        assert all(verdict.rule and verdict.reason for verdict in result.dropped.values())


@given(WEB_PAGES)
@settings(max_examples=100)
def test_a_page_is_judged_by_itself_alone(page: str) -> None:
    first = cleaned(page)
    cleaned(PAGES[0].read_text("utf-8"))
    second = cleaned(page)
    assert (first and first.text) == (second and second.text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_the_article_of_a_page_stays_when_it_is_cleaned_again_as_a_text(path: Path) -> None:
    result = cleaned(path.read_text("utf-8"))
    assert result is not None
    assert clean(result.text, format="text").text == result.text
