"""The fuzzer finds what breaks, makes it small, and says the same for the same seed."""

import pytest

from cleaner import CleanerError
from tests import fuzz

TEXTS = ["One line of a text that the wind has torn.\n" * 40, "Another one that nobody has touched yet.\n" * 40]


def turns(target: str) -> list[tuple[str, str] | None]:
    return [fuzz.hunt(target, TEXTS, seed, fuzz.TURN) for seed in range(3)]


def test_what_breaks_is_found_and_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(text: str) -> None:
        assert "\x1b[31m" not in text, "it holds a colour"

    monkeypatch.setitem(fuzz.CHECKS, "text", breaks)
    found = turns("text")
    assert found == turns("text")
    told = [pair for pair in found if pair]
    assert told
    assert all("\x1b[31m" in text and "it holds a colour" in broken for text, broken in told)
    assert min(len(text) for text, _ in told) < len(TEXTS[0])


def test_what_is_refused_with_a_sentence_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_: str) -> None:
        raise CleanerError("this is no text")

    monkeypatch.setitem(fuzz.CHECKS, "text", refuses)
    assert turns("text") == [None] * 3


def test_the_inputs_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()
    monkeypatch.setitem(fuzz.CHECKS, "text", seen.add)
    turns("text")
    assert len(seen) > 0.9 * 3 * fuzz.TURN
    assert sum(any(piece in text for piece in fuzz.HOSTILE) for text in seen) > 0.5 * len(seen)
