"""Rules → a rulebook that finds every match of a line in a handful of dict look-ups.

Whole lines, first words and last words are keys of dicts. Only a rule without `lines`, `starts` or `ends` has its
pattern tried on every short line (all of them as one alternation first), so packs should say a word where they can.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from itertools import islice

from cleaner.errors import UsageError
from cleaner.normalize.fold import EDGES, fold, level
from cleaner.rules.rule import Rule

SECONDS = 0.1  # a stranger's pattern that takes longer on one line, itself at most `max_chars` long, is refused


class Rulebook:
    """All rules of a run, compiled. `longest` is the most characters a line may have and still match any rule."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.longest = max((rule.max_chars for rule in self.rules), default=0)
        self._lines: dict[str, list[Rule]] = {}
        self._starts: dict[str, list[tuple[str, Rule]]] = {}
        self._ends: dict[str, list[tuple[str, Rule]]] = {}
        self._loose: list[Rule] = []
        phrases = iter(_folded([p for rule in self.rules for p in (*rule.lines, *rule.starts, *rule.ends)]))
        for rule in self.rules:
            for phrase in islice(phrases, len(rule.lines)):
                self._lines.setdefault(phrase, []).append(rule)
            for phrase in islice(phrases, len(rule.starts)):
                self._starts.setdefault(phrase.partition(" ")[0].rstrip(EDGES), []).append((phrase, rule))
            for phrase in islice(phrases, len(rule.ends)):
                self._ends.setdefault(phrase.rpartition(" ")[2].lstrip(EDGES), []).append((phrase, rule))
            if not (rule.lines or rule.starts or rule.ends):
                self._loose.append(rule)

    def matches(self, key: str) -> tuple[Rule, ...]:
        """The rules that match one folded line, each once.

        >>> from cleaner.rules.rule import Rule
        >>> book = Rulebook([Rule("more", "related", "a link", starts=("اقرأ أيضا",), pattern=" ?: ", max_chars=90)])
        >>> [[rule.id for rule in book.matches(fold(line))] for line in ("إقرأ أيضاً: زلزال", "اقرأ أيضا ما كتبه")]
        [['more'], []]
        """
        bare = key.strip(EDGES)
        found = [rule for rule in self._lines.get(bare, ()) if _fits(rule, key)]
        if (first := bare.partition(" ")[0].rstrip(EDGES)) in self._starts:
            for phrase, rule in self._starts[first]:
                if bare.startswith(phrase) and not bare[len(phrase) :][:1].isalnum() and _fits(rule, key):
                    found.append(rule)
        if (last := bare.rpartition(" ")[2].lstrip(EDGES)) in self._ends:
            for phrase, rule in self._ends[last]:
                if bare.endswith(phrase) and not bare[: -len(phrase)][-1:].isalnum() and _fits(rule, key):
                    found.append(rule)
        if self._loose and self._any_loose(key):
            found += [rule for rule in self._loose if _fits(rule, key)]
        return tuple(dict.fromkeys(found)) if found else ()

    @cached_property
    def _any_loose(self) -> Callable[[str], object]:
        """Hits where any loose rule of ours may; a stranger's rule makes it let every line through."""
        if not all(rule.trusted for rule in self._loose):
            return re.compile("").search
        return re.compile("|".join(f"(?:{level(rule.pattern)})" for rule in self._loose)).search


def _folded(phrases: list[str]) -> list[str]:
    """The phrases as lines are compared: all folded in one call, punctuation at the ends off."""
    return [phrase.strip(EDGES) for phrase in fold("\n".join(phrases)).split("\n")]


def _fits(rule: Rule, key: str) -> bool:
    """The gates beyond the phrase: length, then the pattern, which for a stranger's rule runs under a time limit."""
    if len(key) > rule.max_chars:
        return False
    if not rule.pattern:
        return True
    if rule.trusted:
        return _ours(rule.pattern).search(key) is not None
    import regex

    try:
        return regex.compile(level(rule.pattern)).search(key, timeout=SECONDS) is not None
    except TimeoutError:
        raise UsageError(
            f"{rule.origin}: rule {rule.id!r} took over {SECONDS} s on one line; write its pattern without nested repeats."
        ) from None


@cache
def _ours(pattern: str) -> re.Pattern[str]:
    """Compiled when first needed: most documents meet few of the patterns, and compiling them all takes 20 ms."""
    return re.compile(level(pattern))
