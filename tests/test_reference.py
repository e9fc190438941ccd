"""Settle and cut, written a second time as plainly as can be, and slowly: the fast ones must agree with it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.cleaning import clean_document
from cleaner.document import Action, Block, Document, Source, Verdict, cut
from cleaner.judging.settle import settle
from cleaner.normalize.repair import STEPS, Orthography
from cleaner.reading.text import read_text

PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("*/source.txt"))
AS_IT_IS = Orthography(skip=frozenset(STEPS))


def lines_in(gap: str) -> int:
    return gap.count("\n") or gap.count("\r")


def plain_settle(verdicts: list[Verdict], count: int) -> dict[int, Verdict]:
    """For each block: kept by any KEEP, else taken by the narrowest DROP, the first of these by rule, place, reason."""
    dropped = {}
    for i in range(count):
        about = [verdict for verdict in verdicts if verdict.first <= i < verdict.last]
        if about and all(verdict.action is Action.DROP for verdict in about):
            dropped[i] = min(about, key=lambda v: (v.last - v.first, v.rule, v.first, v.reason))
    return dropped


def plain_cut(text: str, blocks: tuple[Block, ...], kept: list[int]) -> str:
    """Line by line: the kept lines, and between two of them the longest run of blank lines that lay between them."""
    if len(kept) == len(blocks):
        return text
    out = ""
    for i, block in enumerate(blocks):
        if i in kept:
            before = [j for j in kept if j < i]
            if before:
                gaps = [text[blocks[j].stop : blocks[j + 1].start] for j in range(before[-1], i)]
                out += next(gap for gap in gaps if lines_in(gap) == max(map(lines_in, gaps)))
            elif i == 0:
                out += text[: block.start]
            out += text[block.start : block.stop]
    return out + text[blocks[-1].stop :] if len(blocks) - 1 in kept else out


VERDICTS = st.lists(
    st.builds(
        lambda rule, reason, first, size, keep: Verdict(
            rule, "chrome", reason, first, first + size, Action.KEEP if keep else Action.DROP
        ),
        st.sampled_from("abc"),
        st.sampled_from("xy"),
        st.integers(0, 19),
        st.integers(1, 20),
        st.integers(0, 5).map(lambda chance: chance == 0),
    ),
    max_size=30,
)
LINES = st.lists(st.sampled_from(["", "", " ", "one", "a line of text", "\t", "  indented", "سطر"]), max_size=20)


@given(VERDICTS)
def test_settle(verdicts: list[Verdict]) -> None:
    assert settle(verdicts) == plain_settle(verdicts, 40)


@given(LINES, st.sets(st.integers(0, 19)), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=300)
def test_cut(lines: list[str], chosen: set[int], line_end: str) -> None:
    document = read_text(Source(line_end.join(lines)))
    kept = [i for i in range(len(document.blocks)) if i in chosen]
    if document.blocks:
        assert cut(document, kept) == plain_cut(document.source.text, document.blocks, kept)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_what_a_page_reports_is_what_was_cut(page: Path) -> None:
    document: Document = read_text(Source(page.read_text("utf-8")))
    clean = clean_document(document, wanted=AS_IT_IS)
    kept = [i for i in range(len(document.blocks)) if i not in clean.dropped]
    assert clean.text == plain_cut(document.source.text, document.blocks, kept)
