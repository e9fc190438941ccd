"""What the user said of rules and steps: which of them run."""

from typing import NamedTuple

from cleaner.rules.rule import Rule


class Choice(NamedTuple):
    """packs: rules of the user's own; select: ids to run alone (empty: all); ignore: ids to leave out."""

    packs: tuple[Rule, ...] = ()
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def allows(self, rule_id: str) -> bool:
        return rule_id not in self.ignore and (not self.select or rule_id in self.select)


EVERYTHING = Choice()
