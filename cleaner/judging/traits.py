"""Which of a document's rules have a trait that a detector asks for; nearly always none has.

Each rule is asked once for each trait; those that lack it are remembered, so that one look at two sets will do.
"""

from collections import defaultdict
from collections.abc import Callable

from cleaner.rules.rule import Rule

Trait = Callable[[Rule], bool]
_lacking: defaultdict[Trait, set[Rule]] = defaultdict(set)


def having(trait: Trait, rules: frozenset[Rule]) -> frozenset[Rule]:
    """Those of the rules that have a trait. trait: a function of a module, for it is remembered.

    >>> having(lambda rule: rule.kind == "byline", frozenset([Rule("a", "chrome", "why"), Rule("b", "chrome", "why")]))
    frozenset()
    """
    lacking = _lacking[trait]
    if lacking.issuperset(rules):
        return frozenset()
    found = frozenset(filter(trait, rules))
    lacking |= rules - found
    return found
