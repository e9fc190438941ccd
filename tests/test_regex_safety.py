"""No shipped pattern may be slow: each is tried on lines made to hurt."""

import re
import time

import pytest

from cleaner.normalize.fold import level
from cleaner.rules.load import LANGUAGES, shipped
from cleaner.rules.rule import LONGEST, Rule

RULES = [rule for language in LANGUAGES for rule in shipped(language) if rule.pattern]
SEEDS = ("a", "1", " ", "ا ", "1 ", "-", "1:", "a.", '"', "(", "19", "by ", "12/")
SECONDS = 0.02  # for one line of the greatest length; an exponential pattern takes minutes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_pattern_is_quick_on_hostile_lines(rule: Rule) -> None:
    search = re.compile(level(rule.pattern)).search
    for seed in SEEDS:
        for line in (seed * LONGEST)[:LONGEST], (seed * LONGEST)[: LONGEST - 1] + "!":
            best = min(_cost(search, line) for _ in range(3))
            assert best < SECONDS, (rule.id, seed)


def _cost(search: object, line: str) -> float:
    assert callable(search)
    start = time.process_time()
    search(line)
    return time.process_time() - start
