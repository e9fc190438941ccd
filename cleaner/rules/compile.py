"""Rules → a rulebook that finds every match of a line in a handful of dict look-ups.

Whole lines, first words and last words are keys of dicts. A loose rule, one without `lines`, `starts` or `ends`, has
its pattern tried only on lines that hold one of the characters it needs.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache
from typing import TypeVar

from cleaner.errors import UsageError
from cleaner.limits import check_time
from cleaner.normalize.fold import EDGES, level
from cleaner.rules.rule import Rule

_DIGITS = "0123456789"
_DIGIT = "0"  # stands for all of them
_DIGIT_BYTE = _DIGIT.encode()
_ONE_DIGIT = bytes.maketrans(_DIGITS.encode(), _DIGIT.encode() * len(_DIGITS))
_ANY_DIGIT = frozenset(_DIGIT)
_INNER_STOP = re.compile(r"\.(?=\w)").search  # full stops that end sentences would make every third line a candidate
_STOP = frozenset(".")
_MOST_REMEMBERED = 1000  # sets of signs
_DATE = re.compile(r"[0-9](?:[:.h/-][0-9]|(?<![0-9]{2})(?:(?<=1)[34]|(?<=1)9|(?<=2)0)[0-9]{2}(?![0-9]))").search
T = TypeVar("T", tuple[Rule, ...], tuple[str, ...])
_NEVER = re.compile("(?!)").match
SECONDS = 0.1  # a stranger's pattern that takes longer on one line, itself at most `max_chars` long, is refused
Rules = Mapping[str, tuple[Rule, ...]]  # by phrase


class Loose:
    """Loose rules that need one of the same characters, by kind, their patterns joined when first needed."""

    def __init__(self, rules: list[Rule]) -> None:
        kinds = [*dict.fromkeys(rule.kind for rule in rules)]
        self.rules = sorted(rules, key=lambda rule: (kinds.index(rule.kind), rule.where != "anywhere"))
        self.longest = max(rule.max_chars for rule in rules)
        self.dated = rules[0].dated
        self.may_match: Callable[[str], re.Match[str] | bool | None] = self._join  # see `_joined`

    def _join(self, key: str) -> re.Match[str] | bool | None:
        """The first call of `may_match`, which is then the joined patterns themselves."""
        self.may_match = _joined(self.rules)
        return self.may_match(key)

    @cached_property
    def _later_kinds(self) -> dict[str, tuple[list[Rule], Callable[[str], re.Match[str] | bool | None]]]:
        """Kind → the rules of the kinds after it, and their patterns joined."""
        kinds = [rule.kind for rule in self.rules]
        later = {kind: self.rules[len(kinds) - kinds[::-1].index(kind) :] for kind in dict.fromkeys(kinds)}
        return {kind: (rules, _joined(rules)) for kind, rules in later.items() if rules}

    def matching(self, key: str, hit: re.Match[str] | bool) -> list[Rule]:
        """The rules that match a line; of each kind up to the first that holds anywhere. hit: see `_joined`."""
        hits: list[Rule] = []
        rules = self.rules
        found: re.Match[str] | bool | None = hit
        while found:
            first = int(found.lastgroup[1:]) if isinstance(found, re.Match) and found.lastgroup else -1
            kind = rules[max(first, 0)].kind
            for i, rule in enumerate(rules[max(first, 0) :], max(first, 0)):
                if rule.kind != kind:
                    break
                if len(key) <= rule.max_chars if i == first else _fits(rule, key):
                    hits.append(rule)
                    if rule.where == "anywhere":
                        break
            rules, may_match = self._later_kinds.get(kind, ([], _NEVER))
            found = may_match(key)
        return hits


def _joined(rules: list[Rule]) -> Callable[[str], re.Match[str] | bool | None]:
    """Hits wherever a pattern does, at the line's start; `lastgroup` of the hit tells which is the first.

    A stranger's patterns are not joined: they only run one by one, under a time limit.
    """
    if not all(rule.trusted for rule in rules):
        return bool
    return re.compile("|".join(f"(?P<r{i}>{level(rule.pattern)})" for i, rule in enumerate(rules))).match


class Shelf:
    """Some rules with their phrases filed: whole lines, then first and last words. Phrases are folded already."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.lines = _by_phrase((rule, rule.lines) for rule in self.rules)
        self.begun = _by_phrase((rule, rule.starts) for rule in self.rules)
        self.ended = _by_phrase((rule, rule.ends) for rule in self.rules)
        self.starts = _filed(self.begun, lambda phrase: phrase.partition(" ")[0].rstrip(EDGES))
        self.ends = _filed(self.ended, lambda phrase: phrase.rpartition(" ")[2].lstrip(EDGES))


class Rulebook:
    """All rules of a run, compiled. It is made of shelves, which several rulebooks may share."""

    def __init__(self, *shelves: Shelf) -> None:
        self.rules = tuple(rule for shelf in shelves for rule in shelf.rules)
        self._lines = _merged([shelf.lines for shelf in shelves])
        self.labels = self._lines.keys()  # whole lines that rules know
        # First and last word → the phrases filed under it, and phrase → its rules: of strings and few tuples of rules,
        # for each object more costs time whenever Python looks for cycles among all.
        self._starts = _merged([shelf.starts for shelf in shelves])
        self._ends = _merged([shelf.ends for shelf in shelves])
        self._begun = _merged([shelf.begun for shelf in shelves])
        self._ended = _merged([shelf.ended for shelf in shelves])
        self._known: dict[str, tuple[Rule, ...]] = {}  # all rules that match a label, put together when first needed
        loose = _by_need(rule for rule in self.rules if not (rule.lines or rule.starts or rule.ends))
        digits = loose.pop(_DIGIT, [])  # digits are in one line of four, so they are asked for apart
        self._numbered, self._dated = ([group for group in digits if group.dated == dated] for dated in (False, True))
        self._signed = [(sign, group) for sign, groups in loose.items() for group in groups]
        self._signs = frozenset(loose)
        self._groups: dict[tuple[frozenset[str], bool], tuple[Loose, ...]] = {}  # by signs and whether there is a date
        leads = {sign.encode()[0] for sign in ("\n", *_DIGITS, *loose)}
        self._mute = bytes(byte for byte in range(256) if byte not in leads)

    def _telling(self, keys: Iterable[str]) -> list[bytes]:
        """Of each line the digits, all as one, and the signs that loose rules need, or their first bytes; a table of
        bytes has them far sooner than a search for a class of characters in every line.
        """
        return "\n".join(keys).encode("utf-8", "surrogatepass").translate(_ONE_DIGIT, self._mute).split(b"\n")

    def matches(self, keys: Mapping[str, str]) -> dict[str, tuple[Rule, ...]]:
        """Folded line → the rules that match it, each once; lines without a match are left out.

        keys: folded line, without a line end in it → the same without EDGES at its ends.

        >>> from cleaner.rules.rule import Rule
        >>> more = Rule("more", "related", "a link", starts=("اقرا ايضا",), pattern=" ?: ", max_chars=90)
        >>> book = Rulebook(Shelf([more]))
        >>> list(book.matches({line: line for line in ("اقرا ايضا: زلزال", "اقرا ايضا ما كتبه")}))
        ['اقرا ايضا: زلزال']
        """
        lines, starts, ends, known = self._lines, self._starts, self._ends, self._known
        found: dict[str, tuple[Rule, ...]] = {}
        for (key, bare), telling in zip(keys.items(), self._telling(keys), strict=bool(keys)):
            if key in known:
                found[key] = known[key]
                continue
            hits = [rule for rule in lines[bare] if _fits(rule, key)] if bare in lines else []
            word = bare.partition(" ")[0]
            filed = starts.get(word)
            if filed is None and not word[-1:].isalnum():
                filed = starts.get(word := word.rstrip(EDGES))
            if filed and bare.startswith(filed):
                hits += _begun(filed, self._begun, bare, key)
            word = bare.rpartition(" ")[2]
            filed = ends.get(word)
            if filed is None and not word[:1].isalnum():
                filed = ends.get(word := word.lstrip(EDGES))
            if filed and bare.endswith(filed):
                hits += _ended(filed, self._ended, bare, key)
            if telling and (telling.strip(b".") or _has_inner_stop(key)):
                hits += self._loose(key, telling)
            if hits:
                found[key] = tuple(dict.fromkeys(hits))
                if key in lines:
                    known[key] = found[key]  # a phrase of the rules, so these are bounded
        return found

    def _loose(self, key: str, telling: bytes) -> list[Rule]:
        """The loose rules that match a line, by the digits and signs in it. telling: see `_telling`."""
        if telling.isascii():
            signs = _signs_in(telling)
        else:
            signs = self._signs.intersection(key) | (_ANY_DIGIT if _DIGIT_BYTE in telling else frozenset())
        if "." in signs and not _INNER_STOP(key):
            signs -= _STOP
        is_dated = _DIGIT in signs and _DATE(key) is not None
        groups = self._groups.get((signs, is_dated))
        if groups is None:
            groups = self._groups_for(signs, is_dated)
        return _loosely(groups, key)

    def _groups_for(self, signs: frozenset[str], is_dated: bool) -> tuple[Loose, ...]:
        """The groups of loose rules to be tried on lines with these signs; remembered, for most lines have few."""
        groups = [*self._numbered] if _DIGIT in signs else []
        groups += self._dated if is_dated else []
        groups += [group for sign, group in self._signed if sign in signs]
        found = tuple(dict.fromkeys(groups))
        if len(self._groups) < _MOST_REMEMBERED:
            self._groups[signs, is_dated] = found
        return found


@lru_cache(maxsize=_MOST_REMEMBERED)
def _signs_in(telling: bytes) -> frozenset[str]:
    """The same signs, each once; few lines tell what no other has told."""
    return frozenset(telling.decode())


def _merged(tables: list[dict[str, T]]) -> dict[str, T]:
    """One table of all; few keys stand in several."""
    merged = dict(tables[0]) if tables else {}
    for table in tables[1:]:
        both = {key: merged[key] + table[key] for key in merged.keys() & table.keys()}
        merged |= table
        merged |= both
    return merged


def _has_inner_stop(key: str) -> bool:
    """Whether a full stop may have a letter behind it."""
    return key.count(".") > key.count(". ") + key.endswith(".")


def _loosely(groups: Iterable[Loose], key: str) -> list[Rule]:
    """The loose rules that match a line."""
    size = len(key)
    hits: list[Rule] = []
    for group in groups:
        if size <= group.longest and (hit := group.may_match(key)):
            hits += group.matching(key, hit)
    return hits


def _begun(phrases: tuple[str, ...], rules: Rules, bare: str, key: str) -> list[Rule]:
    """The rules with a phrase at the line's start; beside a letter or digit it is part of a longer word."""
    return [
        rule
        for phrase in phrases
        if bare.startswith(phrase) and not bare[(size := len(phrase)) : size + 1].isalnum()
        for rule in rules[phrase]
        if _fits(rule, key)
    ]


def _ended(phrases: tuple[str, ...], rules: Rules, bare: str, key: str) -> list[Rule]:
    """The rules with a phrase at the line's end, likewise."""
    return [
        rule
        for phrase in phrases
        if bare.endswith(phrase) and not bare[: -len(phrase)][-1:].isalnum()
        for rule in rules[phrase]
        if _fits(rule, key)
    ]


def _by_phrase(phrases: Iterable[tuple[Rule, Iterable[str]]]) -> dict[str, tuple[Rule, ...]]:
    """Phrase → the rules that have it; most phrases of a rule share one tuple."""
    found: dict[str, tuple[Rule, ...]] = {}
    for rule, own in phrases:
        alone = (rule,)
        for phrase in own:
            found[phrase] = (*found[phrase], rule) if phrase in found else alone
    return found


def _filed(phrases: Iterable[str], word_of: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    """Word → the phrases filed under it."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(word_of(phrase), []).append(phrase)
    return {word: tuple(filed) for word, filed in found.items()}


def _by_need(rules: Iterable[Rule]) -> dict[str, list[Loose]]:
    """Character → the groups of rules that need it; "0" stands for every digit."""
    alike: dict[tuple[str, bool], list[Rule]] = {}
    for rule in rules:
        alike.setdefault((rule.needs, rule.dated), []).append(rule)
    groups: dict[str, list[Loose]] = {}
    for (needs, _), group in alike.items():
        loose = Loose(group)
        for char in dict.fromkeys(_DIGIT if char.isdigit() else char for char in needs):
            groups.setdefault(char, []).append(loose)
    return groups


def _fits(rule: Rule, key: str) -> bool:
    """The gates beyond the phrase: length, then the pattern, which for a stranger's rule runs under a time limit."""
    if len(key) > rule.max_chars:
        return False
    if not rule.pattern:
        return True
    if rule.trusted:
        return _ours(rule.pattern)(key) is not None
    import regex

    check_time()
    try:
        return regex.compile(level(rule.pattern)).search(key, timeout=SECONDS) is not None
    except TimeoutError:
        why = f"took over {SECONDS} s on a line; write a pattern without nested repeats"
    except regex.error as error:  # what `re` can read and this cannot is rare
        why = f"has a pattern that cannot be searched: {error}"
    raise UsageError(f"{rule.origin}: rule {rule.id!r} {why}.")


@cache
def _ours(pattern: str) -> Callable[[str], object]:
    """Its search, compiled when first needed: most documents meet few of the patterns; compiling all takes 20 ms."""
    return re.compile(level(pattern)).search
