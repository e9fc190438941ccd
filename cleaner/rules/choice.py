"""What the user said of rules and steps: which of them run."""

from typing import NamedTuple

from cleaner.rules.rule import Rule
from cleaner.rules.site import Sites


class Choice(NamedTuple):
    """packs: rules of the user's own; select: ids to run alone (empty: all); ignore: ids to leave out.

    sites: the user's rules for single sites; url: the document's address, where it does not
    tell its own or tells a lie.
    """

    packs: tuple[Rule, ...] = ()
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    sites: Sites = Sites()
    url: str = ""

    def allows(self, rule_id: str) -> bool:
        return rule_id not in self.ignore and (not self.select or rule_id in self.select)


EVERYTHING = Choice()
