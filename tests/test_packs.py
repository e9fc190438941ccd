"""Every example of every shipped rule: the rule alone, then with the whole rulebook around it."""

import pytest

from cleaner.document import Action, Source
from cleaner.judging.match import find_marks, short_keys
from cleaner.judging.regions import find_by_rules
from cleaner.reading.text import read_text
from cleaner.rules.compile import Rulebook
from cleaner.rules.load import LANGUAGES, shipped
from cleaner.rules.rule import Example, Rule

RULES = [rule for language in LANGUAGES for rule in shipped(language)]
CASES = [pytest.param(rule, example, id=f"{rule.id}/{n}") for rule in RULES for n, example in enumerate(rule.examples)]


def dropped(example: Example, rules: list[Rule]) -> list[bool]:
    """Which lines the rules drop, exceptions counted."""
    blocks = read_text(Source("\n\n".join(text for _, text in example.lines))).blocks
    book = Rulebook(rules)
    verdicts = list(find_by_rules(blocks, find_marks(short_keys(blocks, book.longest), book)))
    taken = {i for v in verdicts if v.action is Action.DROP for i in range(v.first, v.last)}
    saved = {i for v in verdicts if v.action is Action.KEEP for i in range(v.first, v.last)}
    return [i in taken - saved for i in range(len(blocks))]


def matched(example: Example, rule: Rule) -> list[bool]:
    """Which lines the rule speaks of, whatever it says of them."""
    blocks = read_text(Source("\n\n".join(text for _, text in example.lines))).blocks
    book = Rulebook([rule])
    spans = find_by_rules(blocks, find_marks(short_keys(blocks, book.longest), book))
    spoken = {i for v in spans for i in range(v.first, v.last)}
    return [i in spoken for i in range(len(blocks))]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_rule_alone(rule: Rule, example: Example) -> None:
    assert matched(example, rule) == [is_drop != rule.keep for is_drop, _ in example.lines]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_with_whole_rulebook(rule: Rule, example: Example) -> None:
    assert dropped(example, RULES) == [is_drop for is_drop, _ in example.lines]


def test_ids_are_unique_over_all_packs() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
