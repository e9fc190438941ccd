"""Learned rules as a pack: TOML that a person can read, trim and commit, a line of chrome on a line."""

import json
from collections.abc import Iterable, Iterator

from cleaner.rules.site import Site, SiteLine

_HEAD = """\
# Chrome of sites, learned by cleaner corpus learn: lines on many pages of one site, outside its articles.
# Numbers and dates in a line stand for all of their kind. pages: the share of the site's pages that carry the line.
# where: head is before the article's first paragraph, tail after its last, edges either; top is head or right below
# a headline that is a sentence. Delete what should stay.
"""


def pack(sites: Iterable[Site]) -> str:
    """The text of the pack."""
    return "".join((_HEAD, *map(_entry, sites)))


def _entry(site: Site) -> str:
    return f"\n[[site]]\nhost = {_quoted(site.host)}\nwhy = {_quoted(site.why)}\nlines = [\n{_lines(site.lines)}]\n"


def _lines(lines: Iterable[SiteLine]) -> str:
    return "".join(f"  {{ {', '.join(_fields(line))} }},\n" for line in lines)


def _fields(line: SiteLine) -> Iterator[str]:
    yield f"line = {_quoted(line.line)}"
    yield f"pages = {line.pages}"
    if line.where != "anywhere":
        yield f"where = {_quoted(line.where)}"
    if line.examples:
        yield f"examples = [{', '.join(map(_quoted, line.examples))}]"


def _quoted(text: str) -> str:
    """A TOML string, which is a JSON string but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\N{DELETE}", "\\u007F")
