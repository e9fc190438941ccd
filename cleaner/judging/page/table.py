"""Evidence by number: each family is a block of numbers, one for each combination of its values."""

from functools import cache
from itertools import product
from pathlib import Path


class Table:
    """The names of all evidence of one pass; the index of a name is its number."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def add(self, family: str, *values: tuple[str, ...]) -> int:
        """Make room for a family; the number of its first combination is returned, the last value turning fastest."""
        first = len(self.names)
        self.names += [
            ": ".join((family, ", ".join(combination))) if combination else family for combination in product(*values)
        ]
        return first


@cache
def weights(table: str) -> dict[str, float]:
    """What each piece of evidence is worth, in log odds, as fitted by tests/bench/fit_page_weights.py."""
    import json

    return dict(json.loads((Path(__file__).parent / "page_weights.json").read_text("utf-8"))[table])


def in_order(table: str, names: tuple[str, ...]) -> list[float]:
    """The weights of a table by number."""
    fitted = weights(table)
    return [fitted.get(name, 0.0) for name in names]
