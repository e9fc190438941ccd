"""All rules there are, shipped, detectors and the user's own, and which of them a call asks for."""

from collections.abc import Collection, Iterable

from cleaner.cli.config import settings
from cleaner.errors import UsageError
from cleaner.judging.judge import DETECTORS, LAST
from cleaner.rules.choose import Choice
from cleaner.rules.load import LANGUAGES, PACKS, parse_pack, read_pack, shipped
from cleaner.rules.rule import Rule
from cleaner.writing.rulebook import CodeRule


def choose(rules: Iterable[str], select: Iterable[str], ignore: Iterable[str]) -> Choice:
    """Packs and ids to ignore add to the configured ones; a selection takes the place of the configured one."""
    said = settings()
    packs = read_packs((*said.rules, *rules))
    named, agreed = Choice((), _ids(select), _ids(ignore)), Choice((), _ids(said.select), _ids(said.ignore))
    for choice, file in ((agreed, said.file), (named, "")):
        if choice.select or choice.ignore:
            check_ids(choice.select | choice.ignore, all_rules(packs), file)
    return Choice(packs, named.select or agreed.select, named.ignore | agreed.ignore)


def _ids(values: Iterable[str]) -> frozenset[str]:
    """The ids in some option values, each of which may be a list with commas."""
    return frozenset(filter(None, (word.strip() for value in values for word in value.split(","))))


def read_packs(paths: Iterable[str], beside: Iterable[Rule] = ()) -> tuple[Rule, ...]:
    """The rules of the user's packs, in order. An id must name one rule, or --ignore would be a riddle."""
    origins = {rule.id: rule.origin for rule in beside}
    rules = [rule for path in dict.fromkeys(paths) for rule in read_pack(path)]
    for rule in rules:
        if rule.id in origins:
            raise UsageError(f"{rule.origin}: rule {rule.id!r} has the same id as {origins[rule.id]}; rename one")
        origins[rule.id] = rule.origin
    return tuple(rules)


def shipped_rules() -> tuple[Rule, ...]:
    """The rules of every language, without their examples."""
    return tuple(rule for language in LANGUAGES for rule in shipped(language))


def all_rules(packs: tuple[Rule, ...]) -> dict[str, Rule | CodeRule]:
    """Shipped rules, detectors and the user's rules, by id."""
    found: list[Rule | CodeRule] = [*shipped_rules(), *packs]
    detectors = (*DETECTORS, *LAST)
    found += [CodeRule(detector.id, detector.kind, detector.why, detector.find.__module__) for detector in detectors]
    return {rule.id: rule for rule in found}


def find_rule(rule_id: str, packs: tuple[Rule, ...]) -> Rule | CodeRule:
    """One rule with its examples, which the packed form that all are loaded from leaves out."""
    known = all_rules(packs)
    check_ids([rule_id], known)
    rule = known[rule_id]
    return _from_toml(rule) if isinstance(rule, Rule) and rule.trusted else rule


def _from_toml(rule: Rule) -> Rule:
    name = rule.origin.rpartition(":")[0]
    text = (PACKS / name).read_text("utf-8")
    return next(found for found in parse_pack(text, name) if found.id == rule.id)


def check_ids(ids: Iterable[str], known: Collection[str], file: str = "") -> None:
    """Raise UsageError for ids that no rule has, with the ids that look like them and the file that named them."""
    unknown = sorted(set(ids) - set(known))
    if unknown:
        where = f"{file}: " if file else ""
        raise UsageError("\n".join(where + _advice(name, known) for name in unknown))


def _advice(name: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3)
    if near:
        return f"there is no rule {name!r}; did you mean {' or '.join(near)}?"
    return f"there is no rule {name!r}; cleaner rules list names them all"
