"""Verdicts → which block goes, and by which verdict. The only place where verdicts are weighed against each other."""

from collections.abc import Iterable

from cleaner.document import Action, Verdict


def settle(verdicts: Iterable[Verdict]) -> dict[int, Verdict]:
    """For each dropped block the verdict that took it. KEEP beats DROP, whatever the order.

    Where several drop one block, the narrower span is shown (it says most about this line), then the first by id.

    >>> a, b = Verdict("a", "chrome", "?", 0, 3), Verdict("b", "chrome", "?", 1, 2, Action.KEEP)
    >>> sorted(settle([a, b]))
    [0, 2]
    """
    kept: set[int] = set()
    dropped: dict[int, Verdict] = {}
    for verdict in verdicts:
        span = range(verdict.first, verdict.last)
        if verdict.action is Action.KEEP:
            kept.update(span)
            continue
        for i in span:
            if i not in dropped or _order(verdict) < _order(dropped[i]):
                dropped[i] = verdict
    return {i: dropped[i] for i in sorted(dropped.keys() - kept)}


def _order(verdict: Verdict) -> tuple[int, str, int, str]:
    return verdict.last - verdict.first, verdict.rule, verdict.first, verdict.reason
