"""What reads like a fact or like a table of figures, and what only nearly does."""

import pytest

from cleaner.judging.regions import is_fact, is_table

NEARLY_FACTS = ["Weight 212 kg", "Note: who, then, may row?", "Weight of the wheel: nine hundred kilograms"]
FIGURES = ["1.25", "3 %", "1,742"]
BOATS = ["Tern", "Gannet", "Sea Mew", "Old Ida", "Plover", "Curlew"]
NEARLY_TABLES = {
    "two lines of furniture among them": ([*FIGURES, *BOATS], 11),
    "two figures": ([*FIGURES[:2], *BOATS[:3]], 5),
    "few figures among many words": ([*FIGURES, *BOATS, "Petrel"], 10),
}


@pytest.mark.parametrize("line", NEARLY_FACTS)
def test_is_no_fact(line: str) -> None:
    assert not is_fact(line)


@pytest.mark.parametrize(("lines", "size"), NEARLY_TABLES.values(), ids=NEARLY_TABLES.keys())
def test_is_no_table(lines: list[str], size: int) -> None:
    assert not is_table(lines, size)


def test_facts_and_tables() -> None:
    assert is_fact("Weight: 212 kg")
    assert is_table([*FIGURES, *BOATS], 10)
