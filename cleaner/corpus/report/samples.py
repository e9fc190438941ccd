"""A few of millions: lines that each rule removed, and whole documents, chosen by their digests.

So the same rows give the same sample, on any machine and in any order of shards, and memory does not grow with them.
"""

from bisect import insort
from collections.abc import Iterable
from hashlib import blake2b
from itertools import groupby
from typing import Any, NamedTuple

from cleaner.corpus.report.reading import rows

_MOST_RULES = 2000  # with examples: the packs of many sites may have more
_CANDIDATES = 48  # documents to choose among
_MOST_ROWS = 40  # of a document
_LONGEST = 400  # characters of a line
_TELLING = 8  # characters: shorter lines are no examples while there are longer ones
EXAMPLES = 3


class Removed(NamedTuple):
    """A line that went. line: its number in the document; text: its beginning where it is long."""

    line: int
    rule: str
    kind: str
    reason: str
    text: str


class Sample(NamedTuple):
    """A document that lost lines. digest: of its shard and name, and so its own; name: its id; removed: the first of
    its lines; more: how many others.
    """

    digest: bytes
    shard: str
    name: Any
    removed: tuple[Removed, ...]
    more: int


class Rule(NamedTuple):
    """What a rule says for itself, and lines that it removed, all different."""

    reason: str
    examples: tuple[str, ...]


class Sampler:
    """Takes removed lines as they come; `rules` and `documents` are what is chosen of them."""

    def __init__(self) -> None:
        self._reasons: dict[str, str] = {}
        self._lines: dict[str, list[tuple[bool, bytes, str]]] = {}
        self._documents: list[Sample] = []

    def take(self, shard: str, path: str) -> None:
        """Read all lines removed from a shard. Those of a document stand together."""
        for name, group in groupby(rows(path), key=lambda row: row.get("document")):
            self._take(shard, name, group)

    def _take(self, shard: str, name: Any, group: Iterable[dict[str, Any]]) -> None:
        digest = _digest(f"{shard}\n{name}")
        full = len(self._documents) == _CANDIDATES
        wanted = not full or digest < self._documents[-1].digest
        held, size = [], 0
        for removed in map(_removed, group):
            self._keep_line(removed)
            size += 1
            if wanted and size <= _MOST_ROWS:
                held.append(removed)
        if wanted:
            insort(self._documents, Sample(digest, shard, name, tuple(held), size - len(held)), key=lambda s: s.digest)
            del self._documents[_CANDIDATES:]

    def _keep_line(self, removed: Removed) -> None:
        lines = self._lines.get(removed.rule)
        if lines is None:
            if len(self._lines) == _MOST_RULES:
                return
            lines = self._lines[removed.rule] = []
            self._reasons[removed.rule] = removed.reason
        entry = len(removed.text) < _TELLING, _digest(removed.text), removed.text
        if (len(lines) == EXAMPLES and entry >= lines[-1]) or entry in lines:
            return
        insort(lines, entry)
        del lines[EXAMPLES:]
        self._reasons[removed.rule] = min(self._reasons[removed.rule], removed.reason)

    @property
    def rules(self) -> dict[str, Rule]:
        return {rule: Rule(self._reasons[rule], tuple(text for *_, text in self._lines[rule])) for rule in self._lines}

    def documents(self, most: int) -> list[Sample]:
        """Documents that together show as many rules as may be."""
        left = list(self._documents)
        chosen: list[Sample] = []
        seen: set[str] = set()
        while left and len(chosen) < most:
            best = max(left, key=lambda sample: len(_rules_of(sample) - seen))  # the first of equals
            left.remove(best)
            chosen.append(best)
            seen |= _rules_of(best)
        return chosen


def _rules_of(sample: Sample) -> set[str]:
    return {removed.rule for removed in sample.removed}


def _removed(row: dict[str, Any]) -> Removed:
    text = str(row.get("text", ""))
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    line = row.get("line")
    rule, kind, reason = (str(row.get(key, "")) for key in ("rule", "kind", "reason"))
    return Removed(line if isinstance(line, int) else 0, rule, kind, reason, short)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def sampled(shards: Iterable[tuple[str, str]]) -> Sampler:
    """All lines removed, sampled."""
    sampler = Sampler()
    for shard, path in shards:
        sampler.take(shard, path)
    return sampler
