"""The lines that a user's rules for a document's own site call chrome, where they stand as chrome does."""

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.document import BlockKind
from cleaner.normalize.line_key import line_keys
from cleaner.rules.choice import Choice
from cleaner.rules.site import Site, SiteLine


class Told(NamedTuple):
    """What a site's rule says of a line; id, kind and why as rules have them."""

    site: Site
    line: SiteLine

    @property
    def id(self) -> str:
        return self.site.id

    @property
    def kind(self) -> str:
        return self.site.kind

    @property
    def why(self) -> str:
        return self.site.reason(self.line)


def site_lines(texts: Sequence[str], kinds: Sequence[BlockKind], choice: Choice, host: str) -> dict[int, Told]:
    """The lines that go, by index. Paragraphs of prose that are themselves chrome do not end the head of a document."""
    tables = [(site, choice.sites.lines_of(site)) for site in choice.sites.on(host) if choice.allows(site.id)]
    tables = [(site, table) for site, table in tables if table]
    if not tables:
        return {}
    keys = line_keys(texts)
    found = {
        i: Told(site, table[key]) for site, table in reversed(tables) for i, key in enumerate(keys) if key in table
    }
    prose = [i for i, kind in enumerate(kinds) if kind is BlockKind.PROSE and i not in found]
    first, last = (prose[0], prose[-1]) if prose else (len(texts), -1)
    return {i: told for i, told in found.items() if _fits(told.line.where, i < first, i > last)}


def _fits(where: str, in_head: bool, in_tail: bool) -> bool:
    return where == "anywhere" or (where != "tail" and in_head) or (where != "head" and in_tail)
