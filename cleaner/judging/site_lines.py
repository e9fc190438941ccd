"""The lines that a user's rules for a document's own site call chrome, where they stand as chrome does."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleaner.document import BlockKind
from cleaner.normalize.line_key import line_keys
from cleaner.reading.kinds import SHAPES, shape
from cleaner.rules.choice import Choice
from cleaner.rules.site import Site, SiteLine

_SENTENCE = 20  # characters
LONGEST_HEADLINE = 119  # characters of a headline that reads like a sentence


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
    """The lines that go, by index. Paragraphs that are themselves chrome do not end the head of a document;
    where it has none, sentences do.
    """
    tables = [(site, choice.sites.lines_of(site)) for site in choice.sites.on(host) if choice.allows(site.id)]
    tables = [(site, table) for site, table in tables if table]
    if not tables:
        return {}
    keys = line_keys(texts)
    found = {
        i: Told(site, table[key]) for site, table in reversed(tables) for i, key in enumerate(keys) if key in table
    }
    rest = [i for i in range(len(texts)) if i not in found]
    prose = [i for i in rest if kinds[i] is BlockKind.PROSE] or [i for i in rest if is_sentence(texts[i])]
    first, last = (prose[0], prose[-1]) if prose else (len(texts), -1)
    below = _below(first, found) if len(prose) > 1 and len(texts[first]) <= LONGEST_HEADLINE else first
    return {
        i: told
        for i, told in found.items()
        if _fits(told.line.where, i < (below if told.line.where == "top" else first), i > last)
    }


def is_sentence(text: str) -> bool:
    """Whether a line ends as sentences do and is more than a word or two."""
    return len(text) >= _SENTENCE and SHAPES[shape(text)].endswith(("-full-stop", "-asks"))


def _below(headline: int, found: Mapping[int, Told]) -> int:
    """Where the lines end that stand right below a sentence at a document's head, if it is the headline."""
    stop = headline + 1
    while stop in found and found[stop].line.where == "top":
        stop += 1
    return stop


def _fits(where: str, in_head: bool, in_tail: bool) -> bool:
    return where == "anywhere" or (where != "tail" and in_head) or (where in ("tail", "edges") and in_tail)
