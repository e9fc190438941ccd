"""Places in a text as they are after its orthography has been mended. Linear."""

from collections.abc import Sequence

_SURE = 2  # characters that must agree again behind a change, for the next one may be as near
_FARTHEST = 16  # characters that one change may take and put


def carried(places: Sequence[int], old: str, new: str) -> list[int] | None:
    """For each place in the old text, in order, the place in the new one; None where the two are too unlike.

    >>> carried([0, 5, 9], "قـــال ، نعم", "قال، نعم")
    [0, 2, 5]
    """
    if old == new:
        return list(places)
    found: list[int] = []
    i = j = 0
    waiting = iter((*places, len(old) + 1))
    place = next(waiting)
    while i < len(old) or j < len(new):
        if old[i : i + 1] == new[j : j + 1]:
            step = (1, 1)
        elif (step := _change(old, new, i, j)) == (0, 0):
            return None
        while place < i + max(step[0], 1):
            found.append(j)
            place = next(waiting)
        i, j = i + step[0], j + step[1]
    return [*found, *[len(new)] * (len(places) - len(found))]


def _change(old: str, new: str, i: int, j: int) -> tuple[int, int]:
    """How many characters a change takes and puts: the fewest behind which both texts go on alike; none: (0, 0)."""
    for size in range(1, 2 * _FARTHEST):
        for taken in range(max(0, size - _FARTHEST), min(size, _FARTHEST) + 1):
            a, b = i + taken, j + size - taken
            if a <= len(old) and b <= len(new) and old[a : a + _SURE] == new[b : b + _SURE]:
                return taken, size - taken
    return 0, 0
