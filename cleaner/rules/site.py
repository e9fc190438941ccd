"""Rules for the pages of one site: lines that are its chrome, and what to keep and drop there, as CSS selectors.

Data of a user's own packs.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from cleaner.normalize.line_key import line_keys
from cleaner.pattern import pattern

PLACES = ("anywhere", "head", "top", "tail", "edges")
_KEYS = ("host", "keep", "drop", "lines", "why")
_LINE_KEYS = ("line", "pages", "where", "examples")
_MOST_SELECTOR = 300  # characters
_UNSIGNED = pattern(r"""\\.|"[^"]*"|'[^']*'|\[[^\]]*\]""", re.S)  # escapes, texts and attributes hold no combinator
_PLAIN = "root empty first-child last-child only-child first-of-type last-of-type only-of-type not is where"
_PLAIN_CLASSES = frozenset(_PLAIN.split())
_HOST = pattern(r"[^\s/:?#@,.]+(?:\.[^\s/:?#@,.]+)*")


class SiteLine(NamedTuple):
    """A line that is chrome. pages: the share of the site's pages that carry it, 0 where nobody counted.

    where: head and tail ask that it stands before the first, after the last paragraph of prose, edges for one of both;
    top is as head, and right below a sentence that begins the document, its headline.
    """

    line: str
    pages: float = 0.0
    where: str = "anywhere"
    examples: tuple[str, ...] = ()


class Site(NamedTuple):
    """One `[[site]]` entry of a pack. host: its name, lower case, which stands for those below it too."""

    host: str
    keep: tuple[str, ...]
    drop: tuple[str, ...]
    why: str
    origin: str = ""  # pack and line, for messages
    lines: tuple[SiteLine, ...] = ()

    @property
    def id(self) -> str:
        """How --ignore and explain call it."""
        return f"site-{self.host}"

    @property
    def kind(self) -> str:
        """The kind of its verdicts."""
        return "chrome"

    def reason(self, line: SiteLine) -> str:
        """Why one of its lines goes."""
        return f"{self.why} On {line.pages:.0%} of the site's pages." if line.pages else self.why


class Sites(tuple[Site, ...]):
    """The entries of all packs, found by host."""

    @cached_property
    def _by_host(self) -> dict[str, list[Site]]:
        found: dict[str, list[Site]] = {}
        for site in self:
            found.setdefault(site.host, []).append(site)
        return found

    @cached_property
    def _lines(self) -> dict[tuple[str, str], dict[str, SiteLine]]:
        return {}  # by host and origin, for several packs may speak of one host

    def on(self, host: str) -> list[Site]:
        """The entries about the pages of a host, those for the names above it too.

        >>> sites = Sites([Site("example.com", (), (), "")])
        >>> [len(sites.on(host)) for host in ("example.com", "m.example.com", "anexample.com", "")]
        [1, 1, 0, 0]
        """
        labels = host.split(".")
        names = [".".join(labels[i:]) for i in range(len(labels))]
        return [site for name in names for site in self._by_host.get(name, ())]

    def lines_of(self, site: Site) -> dict[str, SiteLine]:
        """The lines of one entry by their keys (normalize/line_key.py)."""
        known = site.host, site.origin
        if known not in self._lines:
            keys = line_keys([line.line for line in site.lines])
            self._lines[known] = {key: line for key, line in zip(keys, site.lines, strict=True) if key}
        return self._lines[known]


def is_host(text: str) -> bool:
    """Whether a text can stand as the host of a rule.

    >>> is_host("news.example.com"), is_host("[::1]"), is_host("a b")
    (True, False, False)
    """
    return _HOST.fullmatch(text) is not None


def read_site(entry: dict[str, Any], origin: str) -> Site:
    """An entry without mistakes as a site."""
    keep, drop = (tuple(entry.get(key, ())) for key in ("keep", "drop"))
    lines = tuple(_line(said) for said in entry.get("lines", ()))
    return Site(entry["host"].lower(), keep, drop, entry["why"], origin, lines)


def _line(said: str | dict[str, Any]) -> SiteLine:
    if isinstance(said, str):
        return SiteLine(said)
    return SiteLine(**(said | {"examples": tuple(said.get("examples", ()))}))


def site_mistakes(entry: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one entry, a phrase each."""
    for key in sorted(set(entry) - set(_KEYS)):
        yield f"has the unknown key {key!r}"
    if not isinstance(host := entry.get("host"), str) or not is_host(host):
        yield "needs a 'host' such as example.com, without https:// and path"
    if not isinstance(why := entry.get("why"), str) or not why.strip():
        yield "needs a 'why'"
    if not any(entry.get(key) for key in ("keep", "drop", "lines")):
        yield "does nothing; give lines of chrome in 'lines', or CSS selectors in 'keep' or 'drop'"
    for key in ("keep", "drop"):
        selectors = entry.get(key, [])
        if not isinstance(selectors, list) or not all(isinstance(selector, str) for selector in selectors):
            yield f"needs a list of texts for {key!r}"
            continue
        for selector in selectors:
            if not _is_selector(selector):
                yield f"has {selector!r} in {key!r}, which is no CSS selector that can be read"
            elif costly := _costly(selector):
                yield f"has {selector!r} in {key!r}, which may take too long on a page for {costly}"
    lines = entry.get("lines", [])
    if not isinstance(lines, list):
        yield "needs a list for 'lines'"
        return
    for said in lines:
        yield from _line_mistakes({"line": said} if isinstance(said, str) else said)


def _costly(selector: str) -> str:
    """What in a selector takes more than linear time on some page, "" if nothing does; the parser cannot be stopped.

    >>> _costly("main > .card .rating"), _costly(".a .b .c")
    ('', 'its two blanks: at most one may part two names, > can part others')
    """
    if len(selector) > _MOST_SELECTOR:
        return f"its {len(selector):,} characters: {_MOST_SELECTOR} are allowed"
    plain = _UNSIGNED.sub("x", selector)
    if found := next((name for name in re.findall(r":([\w-]*)", plain) if name.lower() not in _PLAIN_CLASSES), None):
        return f":{found}"
    if other := next((sign for sign in "~|" if sign in plain), None):
        return f"its {other}"
    joined = re.sub(r"\s*([>+,])\s*|(\()\s+|\s+(\))", r"\1\2\3", plain.strip())
    if any(len(part.split()) > 2 for part in ([joined] if "(" in joined else joined.split(","))):
        return "its two blanks: at most one may part two names, > can part others"
    return ""


def _line_mistakes(said: object) -> Iterator[str]:
    """What is wrong with one of its lines."""
    if not isinstance(said, dict) or not isinstance(line := said.get("line"), str):
        yield f"has {said!r} in 'lines', which is neither a text nor a table with a 'line'"
        return
    if "\n" in line or not line_keys([line])[0]:
        yield f"has the line {line!r}, which must be one line with a letter or digit in it"
    for key in sorted(set(said) - set(_LINE_KEYS)):
        yield f"has the unknown key {key!r} beside the line {line!r}"
    if said.get("where", "anywhere") not in PLACES:
        yield f"has where = {said['where']!r} beside the line {line!r}; it must be one of {', '.join(PLACES)}"
    pages = said.get("pages", 0.0)
    if isinstance(pages, bool) or not isinstance(pages, int | float) or not 0 <= pages <= 1:
        yield f"has pages = {pages!r} beside the line {line!r}; it must be a share between 0 and 1"
    examples = said.get("examples", [])
    if not isinstance(examples, list) or not all(isinstance(example, str) for example in examples):
        yield f"needs a list of texts for 'examples' beside the line {line!r}"


def _is_selector(text: str) -> bool:
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    try:
        LexborHTMLParser("<p>").css(text)
    except (SelectolaxError, UnicodeEncodeError):
        return False
    return True
