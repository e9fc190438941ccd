"""Settle and cut, against a slow and plain second implementation."""

import random

from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Action, Source, Verdict, cut
from cleaner.judging.settle import Settlement, settle
from cleaner.reading.text import read_text

SPANS = st.tuples(st.integers(0, 9), st.integers(1, 5), st.sampled_from(Action), st.sampled_from("abc"))


def plain(verdicts: list[Verdict], size: int) -> set[int]:
    """A block goes if some verdict drops it and none keeps it."""
    gone = set()
    for i in range(size):
        over = [v for v in verdicts if v.first <= i < v.last]
        if over and not any(v.action is Action.KEEP for v in over):
            gone.add(i)
    return gone


def verdicts_of(spans: list[tuple[int, int, Action, str]]) -> list[Verdict]:
    return [Verdict(rule, "chrome", "why", first, first + size, action) for first, size, action, rule in spans]


@given(st.lists(SPANS, max_size=8))
def test_equals_the_plain_one(spans: list[tuple[int, int, Action, str]]) -> None:
    verdicts = verdicts_of(spans)
    assert set(settle(verdicts)) == plain(verdicts, 20)


@given(st.lists(SPANS, max_size=8), st.randoms(use_true_random=False))
def test_order_of_verdicts_does_not_matter(spans: list[tuple[int, int, Action, str]], chance: random.Random) -> None:
    verdicts = verdicts_of(spans)
    shuffled = list(verdicts)
    chance.shuffle(shuffled)
    assert settle(verdicts) == settle(shuffled)


@given(st.lists(SPANS, max_size=8), st.integers(0, 8))
def test_verdicts_may_come_in_turns(spans: list[tuple[int, int, Action, str]], turn: int) -> None:
    verdicts = verdicts_of(spans)
    settlement = Settlement()
    settlement.add(verdicts[:turn])
    assert settlement.dropped() == settle(verdicts[:turn])
    settlement.add(verdicts[turn:])
    assert settlement.dropped() == settle(verdicts)


@given(st.lists(st.sampled_from(["a line", "another", "", "  ", "third\r"]), max_size=9), st.data())
def test_cut_inserts_nothing_and_keeps_the_widest_gap(lines: list[str], data: st.DataObject) -> None:
    document = read_text(Source("\n".join(lines)))
    size = len(document.blocks)
    kept = tuple(sorted(data.draw(st.sets(st.integers(0, size - 1))))) if size else ()
    out = cut(document, kept)
    assert [line.strip() for line in out.splitlines() if line.strip()] == [document.blocks[i].text for i in kept]
    assert not (out[:1] == "\n" and size and kept[:1] != (0,))


def test_cut_of_everything_is_the_source() -> None:
    source = Source("\n\n one\r\n\r\n\r\ntwo \n\nthree")
    document = read_text(source)
    assert cut(document, tuple(range(len(document.blocks)))) == source.text


def test_a_cut_run_leaves_its_widest_gap() -> None:
    document = read_text(Source("one\n\n\nmenu\nmenu\n\ntwo\nthree\nfooter"))
    assert cut(document, (0, 3, 4)) == "one\n\n\ntwo\nthree\n"


def test_missing_last_newline_stays_missing() -> None:
    document = read_text(Source("menu\none\n\ntwo"))
    assert cut(document, (1, 2)) == "one\n\ntwo"
