"""Which of a document's rules have a trait that a detector asks for; nearly always none has.

Each rule is asked once for each trait and the answer remembered, so that a look at two sets will do.
"""

from collections import defaultdict
from collections.abc import Callable

from cleaner.rules.rule import Rule

_LEAKED_CODE = "-leaked-code"
Trait = Callable[[Rule], bool]
_answers: defaultdict[Trait, tuple[set[Rule], set[Rule]]] = defaultdict(lambda: (set(), set()))


def is_any(_: Rule) -> bool:
    """The trait that every rule has."""
    return True


def is_byline(rule: Rule) -> bool:
    """The trait of names, dates and credits."""
    return rule.kind == "byline"


def is_leaked_code(rule: Rule) -> bool:
    """The trait of what programs and style sheets of a page say."""
    return rule.id.endswith(_LEAKED_CODE)


def having(trait: Trait, rules: frozenset[Rule]) -> frozenset[Rule]:
    """Those of the rules that have a trait. trait: a function of a module, for it is remembered.

    >>> having(is_byline, frozenset([Rule("a", "chrome", "why"), Rule("b", "chrome", "why")]))
    frozenset()
    """
    lacking, owning = _answers[trait]
    if lacking.issuperset(rules):
        return frozenset()
    if new := rules - lacking - owning:
        owning.update(filter(trait, new))
        lacking |= new - owning
    return rules & owning
