"""All rules there are (shipped, detectors, steps of orthography, the user's own), and which of them a call asks for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cleaner.cli.config import settings
from cleaner.cli.ids import check_ids, ids
from cleaner.errors import UsageError
from cleaner.rules.choice import Choice
from cleaner.rules.load import LANGUAGES, PACKS, Pack, parse_pack, read_pack, shipped
from cleaner.rules.rule import Rule
from cleaner.rules.site import Site, Sites

if TYPE_CHECKING:
    from cleaner.writing.rulebook import CodeRule


def choose(rules: Iterable[str], select: Iterable[str], ignore: Iterable[str]) -> Choice:
    """Packs and ids to ignore add to the configured ones; a selection takes the place of the configured one."""
    said = settings()
    own = read_packs((*said.rules, *rules))
    packs: list[Rule | Site] = [*own.rules, *own.sites]
    named, agreed = Choice((), ids(select), ids(ignore)), Choice((), ids(said.select), ids(said.ignore))
    for choice, file in ((agreed, said.file), (named, "")):
        if choice.select or choice.ignore:
            check_ids(choice.select | choice.ignore, all_rules(packs), file)
    return Choice(own.rules, named.select or agreed.select, named.ignore | agreed.ignore, own.sites)


def chosen(packs: Iterable[str], select: Iterable[str], ignore: Iterable[str], url: str) -> Choice:
    """The same from Python, where no configuration has a say. Raises UsageError for ids that no rule has."""
    for name, value in (("rules", packs), ("select", select), ("ignore", ignore)):
        if isinstance(value, str):
            raise TypeError(f"choose takes a list for {name!r}, no text; write [{value!r}]")
    own = read_packs(packs)
    choice = Choice(own.rules, frozenset(select), frozenset(ignore), own.sites, of_a_site(url, "url"))
    if choice.select or choice.ignore:
        check_ids(choice.select | choice.ignore, all_rules([*own.rules, *own.sites]))
    return choice


def of_a_site(url: str, name: str) -> str:
    """The address, if it tells a site or none is given. name: what it was given as."""
    from cleaner.reading.address import host_of

    if url and not host_of(url):
        raise UsageError(f"{name} {url!r} names no site; give the whole address, such as https://example.com/story")
    return url


def read_packs(paths: Iterable[str], beside: Iterable[Rule] = ()) -> Pack:
    """The user's packs as one, in order. An id must name one rule, or --ignore would be a riddle; but several packs may
    speak of one site, one by selectors, one by lines that were learned.
    """
    origins = {rule.id: rule.origin for rule in beside}
    packs = [read_pack(path) for path in dict.fromkeys(paths)]
    rules = tuple(rule for pack in packs for rule in pack.rules)
    sites = Sites(site for pack in packs for site in pack.sites)
    origins |= {site.id: site.origin for site in sites}
    for rule in rules:
        if rule.id in origins:
            raise UsageError(f"{rule.origin}: rule {rule.id!r} has the same id as {origins[rule.id]}; rename one")
        origins[rule.id] = rule.origin
    return Pack(rules, sites)


def shipped_rules() -> tuple[Rule, ...]:
    """The rules of every language, without their examples."""
    return tuple(rule for language in LANGUAGES for rule in shipped(language))


def all_rules(packs: Iterable[Rule | Site]) -> "dict[str, Rule | Site | CodeRule]":
    """Shipped rules, the user's rules, detectors and steps of orthography, by id."""
    from cleaner.judging.judge import DETECTORS, FIRST, LAST
    from cleaner.judging.page import rules
    from cleaner.normalize.repair import PLAN
    from cleaner.writing.rulebook import CodeRule

    found: list[Rule | Site | CodeRule] = [*shipped_rules(), *packs]
    detectors = (*FIRST, *DETECTORS, *LAST)
    found += [CodeRule(detector.id, detector.kind, detector.why, detector.find.__module__) for detector in detectors]
    found += [CodeRule(*rule, rules.__name__) for rule in rules.PAGE_RULES]
    found += [CodeRule(step.name, "repair", step.why, step.module) for step in PLAN]
    return {rule.id: rule for rule in found}


def find_rule(rule_id: str, packs: Iterable[Rule | Site]) -> "Rule | Site | CodeRule":
    """One rule with its examples, which the packed form that all are loaded from leaves out."""
    known = all_rules(packs)
    check_ids([rule_id], known)
    rule = known[rule_id]
    return _from_toml(rule) if isinstance(rule, Rule) and rule.trusted else rule


def _from_toml(rule: Rule) -> Rule:
    name = rule.origin.rpartition(":")[0]
    text = (PACKS / name).read_text("utf-8")
    return next(found for found in parse_pack(text, name) if found.id == rule.id)
