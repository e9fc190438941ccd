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
    dropped: dict[int, Verdict] = {}
    wide: list[Verdict] = []
    exceptions: list[Verdict] = []
    for verdict in verdicts:
        _, _, _, first, last, action = verdict
        if action is _KEEP:
            exceptions.append(verdict)
        elif last - first != 1:
            wide.append(verdict)
        elif (other := dropped.get(first)) is None or _order(verdict) < _order(other):
            dropped[first] = verdict  # most are of one line, and nothing is narrower
    spans: dict[int, Verdict] = {}
    for verdict in sorted(wide, key=_order, reverse=True):
        spans.update(dict.fromkeys(range(verdict.first, verdict.last), verdict))
    dropped = spans | dropped
    for exception in exceptions:
        for i in range(exception.first, exception.last):
            dropped.pop(i, None)
    return {i: dropped[i] for i in sorted(dropped)}


def _order(verdict: Verdict) -> tuple[int, str, int, str]:
    return verdict.last - verdict.first, verdict.rule, verdict.first, verdict.reason
