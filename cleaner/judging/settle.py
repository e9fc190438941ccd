"""Verdicts → which block goes, and by which verdict. The only place where verdicts are weighed against each other."""

from collections.abc import Iterable

from cleaner.document import Action, Verdict

_KEEP = Action.KEEP


def settle(verdicts: Iterable[Verdict]) -> dict[int, Verdict]:
    """For each dropped block the verdict that took it. KEEP beats DROP, whatever the order.

    Where several drop one block, the narrower span is shown (it says most about this line), then the first by id.

    >>> a, b = Verdict("a", "chrome", "?", 0, 3), Verdict("b", "chrome", "?", 1, 2, Action.KEEP)
    >>> sorted(settle([a, b]))
    [0, 2]
    """
    settlement = Settlement()
    settlement.add(verdicts)
    return settlement.dropped()


class Settlement:
    """Verdicts as they come in, and at any time what goes by all of them."""

    def __init__(self) -> None:
        self._lines: dict[int, Verdict] = {}  # most verdicts are of one line, and nothing is narrower
        self._spans: list[tuple[int, str, int, str, Verdict]] = []  # size, rule, first line, reason
        self._exceptions: list[Verdict] = []

    def add(self, verdicts: Iterable[Verdict]) -> None:
        lines = self._lines
        for verdict in verdicts:
            rule, _, reason, first, last, action = verdict
            if action is _KEEP:
                self._exceptions.append(verdict)
            elif last - first != 1:
                self._spans.append((last - first, rule, first, reason, verdict))
            elif first not in lines or (rule, reason) < (lines[first].rule, lines[first].reason):
                lines[first] = verdict

    def dropped(self) -> dict[int, Verdict]:
        """See `settle`."""
        dropped: dict[int, Verdict] = {}
        for size, _, first, _, verdict in sorted(self._spans, reverse=True):
            dropped.update(dict.fromkeys(range(first, first + size), verdict))
        dropped |= self._lines
        for exception in self._exceptions:
            for i in range(exception.first, exception.last):
                dropped.pop(i, None)
        return {i: dropped[i] for i in sorted(dropped)}
