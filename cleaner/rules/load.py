"""TOML packs → rules. Everything wrong in a pack is reported at once, with its file and line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.errors import UsageError
from cleaner.normalize.fold import EDGES, fold
from cleaner.rules import packed
from cleaner.rules.patterns import pattern_mistakes
from cleaner.rules.rule import DROPS, KINDS, LONGEST, UNTIL, WHERE, Example, Rule
from cleaner.rules.site import Site, Sites, read_site, site_mistakes

LANGUAGES = (
    "ar",
    "fa",
    "en",
    "fr",
    "any",
    "bg",
    "bn",
    "ca",
    "ckb",
    "cs",
    "da",
    "de",
    "el",
    "es",
    "et",
    "fi",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "lt",
    "lv",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sr",
    "sv",
    "ta",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
    "world",
)
PACKS = Path(__file__).parent / "packs"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADER = re.compile(r"^[ \t]{0,8}\[\[[ \t]{0,8}(rule|site)[ \t]{0,8}\]\]", re.M)
_FLAGS = ("keep", "dated")
_TEXTS, _LISTS = ("id", "kind", "why", "pattern", "needs", "drops", "until", "where"), ("lines", "starts", "ends")
_CHOICES = {"kind": KINDS, "drops": DROPS, "until": UNTIL, "where": WHERE}
_KEYS = {*_TEXTS, *_LISTS, "max_chars", *_FLAGS, "example"}


class Pack(NamedTuple):
    """All that one file says. Shipped packs know of no site."""

    rules: tuple[Rule, ...]
    sites: Sites = Sites()


@cache
def shipped(language: str) -> tuple[Rule, ...]:
    """The rules of one shipped language, in the order of their files, phrases folded; packed ones have no examples."""
    folder = PACKS / language
    rules = packed.read(folder)
    return tuple(map(folded, parse_language(folder))) if rules is None else rules


def parse_language(folder: Path) -> tuple[Rule, ...]:
    """The rules of one shipped language from its TOML files, with their examples."""
    rules: list[Rule] = []
    for pack in packed.sources(folder):
        rules += parse_pack(pack.read_text("utf-8"), f"{folder.name}/{pack.name}")
    return tuple(replace(rule, trusted=True) for rule in rules)


def folded(rule: Rule) -> Rule:
    """The rule with its phrases as lines are compared: folded, punctuation at the ends off."""
    phrases = {key: tuple(fold(phrase).strip(EDGES) for phrase in getattr(rule, key)) for key in _LISTS}
    return replace(rule, **phrases)  # type: ignore[arg-type]  # three fields of tuples


def read_pack(path: str) -> Pack:
    """The rules of a user's own pack."""
    try:
        return parse(Path(path).read_text("utf-8-sig"), path)
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(f"Rule pack {path!r} cannot be read ({why}); name a TOML file of [[rule]] entries.") from None


def parse_pack(text: str, name: str) -> tuple[Rule, ...]:
    """The [[rule]] entries of one pack; see `parse`."""
    return parse(text, name).rules


def parse(text: str, name: str) -> Pack:
    """One pack, or a UsageError that lists every mistake as `file:line: what is wrong`."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # of numbers and lists beyond all measure, too
        raise UsageError(f"{name}: not valid TOML: {error}; mend the file.") from None
    unknown = [key for key in data if key not in ("rule", "site")]
    mistakes = [f"{name}:1: unknown key {key!r}; a pack has [[rule]] and [[site]] entries" for key in unknown]
    rules, sites = [], []
    for entry, place in _entries(data, "rule", text, name):
        found = [f"{place}: rule {entry.get('id', '?')!r} {mistake}" for mistake in _mistakes(entry)]
        mistakes += found
        rules += [] if found else [_rule(entry, place)]
    for entry, place in _entries(data, "site", text, name):
        found = [f"{place}: site {entry.get('host', '?')!r} {mistake}" for mistake in site_mistakes(entry)]
        mistakes += found
        sites += [] if found else [read_site(entry, place)]
    mistakes += _duplicates([*rules, *sites])
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return Pack(tuple(rules), Sites(sites))


def _entries(data: dict[str, Any], key: str, text: str, name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The tables of one name, each with its file and line."""
    entries = data.get(key, [])
    if not (isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)):
        raise UsageError(f"{name}:1: {key!r} must be a list of tables; write [[{key}]].")
    lines = [text.count("\n", 0, hit.start()) + 1 for hit in _HEADER.finditer(text) if hit[1] == key]
    for entry, line in zip(entries, lines + [1] * len(entries), strict=False):
        yield entry, f"{name}:{line}"


def _duplicates(rules: Iterable[Rule | Site]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for rule in rules:
        if rule.id in seen:
            yield f"{rule.origin}: rule {rule.id!r} has the same id as {seen[rule.id]}"
        seen.setdefault(rule.id, rule.origin)


def _mistakes(entry: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one entry, a phrase each."""
    for key in sorted(set(entry) - _KEYS):
        yield f"has the unknown key {key!r}; the keys are {', '.join(sorted(_KEYS))}"
    wrong = [f"{key} must be a text" for key in _TEXTS if not isinstance(entry.get(key, ""), str)]
    wrong += [f"{key} must be a list of texts" for key in _LISTS if not _is_texts(entry.get(key, []))]
    wrong += ["max_chars must be a whole number"] * (not isinstance(entry.get("max_chars", 0), int))
    wrong += [f"{key} must be true or false" for key in _FLAGS if not isinstance(entry.get(key, False), bool)]
    if wrong:
        yield f"has a value of the wrong type: {', '.join(wrong)}"
        return
    if not _ID.fullmatch(entry.get("id", "")):
        yield "needs an id in kebab-case"
    if not entry.get("why", "").strip():
        yield "needs a 'why'"
    for key, allowed in _CHOICES.items():
        if key in entry and entry[key] not in allowed:
            yield f"has {key} = {entry[key]!r}; it must be one of {', '.join(allowed)}"
    if "kind" not in entry:
        yield f"needs a 'kind', one of {', '.join(KINDS)}"
    if not 0 < entry.get("max_chars", LONGEST) <= LONGEST:
        yield f"has max_chars = {entry['max_chars']}; 1 to {LONGEST} are allowed"
    if not any(entry.get(key) for key in ("lines", "starts", "ends", "pattern")):
        yield "matches nothing; give lines, starts, ends or pattern"
    signs = [phrase for key in _LISTS for phrase in entry.get(key, []) if not fold(phrase).strip(EDGES)]
    if signs and not entry.get("pattern"):
        yield f"has the phrase {signs[0]!r}, of signs alone, which matches every line of signs; say in a pattern which"
    yield from _pattern_mistakes(entry)
    yield from _example_mistakes(entry.get("example", []), entry.get("keep", False))


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)


def _pattern_mistakes(entry: dict[str, Any]) -> Iterator[str]:
    pattern = entry.get("pattern", "")
    if not pattern:
        return
    if not pattern.startswith("^") and not any(entry.get(key) for key in _LISTS):
        yield "has a pattern alone, tried on every line, which must begin with ^"
    if not entry.get("needs") and not any(entry.get(key) for key in _LISTS):
        yield "has a pattern alone and so must say in 'needs' which characters a line must hold one of"
    if "max_chars" not in entry:
        yield "has a pattern and so needs max_chars"
    yield from pattern_mistakes(pattern)


def _example_mistakes(examples: object, keeps: bool) -> Iterator[str]:
    if not isinstance(examples, list) or not all(
        isinstance(e, dict) and isinstance(e.get("text"), str) for e in examples
    ):
        yield "has an example without a 'text'; write [[rule.example]], and below it text = 'drop | a line'"
        return
    parsed = []
    for example in examples:
        for key in sorted(set(example) - {"text", "seen"}):
            yield f"has an example with the unknown key {key!r}"
        try:
            parsed.append(_example(example["text"]))
        except ValueError as error:
            yield f"has an example line {str(error)!r} that does not begin with 'keep |' or 'drop |'"
            return
    word = "keep" if keeps else "drop"
    hits = [any(dropped != keeps for dropped, _ in example.lines) for example in parsed]
    if not any(hits):
        yield f"needs an example with a '{word} |' line that it matches"
    if all(hits):
        yield f"needs a near miss: an example without a '{word} |' line"


def _example(text: str) -> Example:
    """`keep | text` and `drop | text` lines; empty lines are gaps and do not count."""
    lines = []
    for line in filter(str.strip, text.splitlines()):
        mark, bar, rest = line.partition("|")
        if not bar or mark.strip() not in ("keep", "drop"):
            raise ValueError(line)
        lines.append((mark.strip() == "drop", rest.strip()))
    return Example(tuple(lines))


def _rule(entry: dict[str, Any], origin: str) -> Rule:
    values = {key: value for key, value in entry.items() if key != "example"}
    for key in _LISTS:
        values[key] = tuple(values.get(key, ()))
    examples = tuple(_example(example["text"]) for example in entry.get("example", []))
    return Rule(**values, examples=examples, origin=origin)
