"""Promises that hold for any text, tried on texts made of real lines, made-up lines and noise."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.cleaning import MOST_PROSE, THREAD, clean_document, clean_text
from cleaner.document import BlockKind, Source
from cleaner.normalize.fold import fold
from cleaner.normalize.repair import STEPS, Orthography
from cleaner.reading.text import read_text

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"
LINES = sorted({line for page in PAGES.glob("*/source.txt") for line in page.read_text("utf-8").split("\n")})
NOISE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)
TEXTS = st.lists(st.one_of(st.sampled_from(LINES), st.sampled_from(LINES), NOISE), max_size=60).map("\n".join)
UNSEEN = st.sampled_from(["", "\N{RIGHT-TO-LEFT MARK}", "\N{NARROW NO-BREAK SPACE}", "Ø§Ù„"])
ENDED = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(LINES), NOISE),
        UNSEEN,
        st.sampled_from(["\n", "\r\n", "\r", "\r\N{RIGHT-TO-LEFT MARK}\n"]),
    ),
    max_size=30,
).map(lambda lines: "".join(map("".join, lines)))


def bare(line: str) -> str:
    """The letters that no repair may change, nor add, nor lose, but where one is stretched."""
    return re.sub(r"[\W_]+", "", re.sub(r"(.)\1\1+", r"\1", fold(line)))


@given(st.one_of(TEXTS, ENDED))
@settings(max_examples=200)
def test_a_second_run_changes_nothing(text: str) -> None:
    once = clean_text(text).text
    assert clean_text(once).text == once


@given(TEXTS)
@settings(max_examples=150)
def test_every_line_out_is_a_line_in_and_in_order(text: str) -> None:
    lines = map(bare, text.split("\n"))
    assert all(bare(line) in lines for line in clean_text(text).text.split("\n") if line.strip())


@given(TEXTS)
@settings(max_examples=100)
def test_without_orthography_every_line_stays_as_it_is(text: str) -> None:
    lines = iter(text.split("\n"))
    kept = clean_document(read_text(Source(text)), wanted=Orthography(skip=frozenset(STEPS))).text
    assert all(line in lines for line in kept.split("\n") if line.strip())


@given(TEXTS)
@settings(max_examples=150)
def test_prose_never_vanishes_in_silence(text: str) -> None:
    result = clean_text(text)
    size = {i: len(block.text) for i, block in enumerate(result.document.blocks) if block.kind is BlockKind.PROSE}
    kept = sum(chars for i, chars in size.items() if i not in result.dropped)
    taken = sum(chars for i, chars in size.items() if i in result.dropped and result.dropped[i].rule != THREAD)
    assert not size or kept
    assert taken <= MOST_PROSE * (taken + kept)


@given(TEXTS)
@settings(max_examples=50)
def test_each_dropped_line_has_a_rule_and_a_reason_that_span_it(text: str) -> None:
    result = clean_text(text)
    assert all(v.first <= i < v.last and v.rule and v.reason for i, v in result.dropped.items())


@pytest.mark.parametrize("ends", [0, 3])
def test_a_single_line_stays(ends: int) -> None:
    for line in LINES:
        text = line + "\n" * ends
        kept = clean_text(text).text
        assert (bare(kept), kept.count("\n")) == (bare(text), text.count("\n"))
