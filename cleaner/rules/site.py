"""Rules for the pages of one site: what to keep and drop there, as CSS selectors. Data of a user's own packs."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_KEYS = ("host", "keep", "drop", "why")
_MOST_SELECTOR = 300  # characters
_UNSIGNED = re.compile(r"""\\.|"[^"]*"|'[^']*'|\[[^\]]*\]""", re.S)  # escapes, texts and attributes hold no combinator
_PLAIN = "root empty first-child last-child only-child first-of-type last-of-type only-of-type not is where"
_PLAIN_CLASSES = frozenset(_PLAIN.split())
_HOST = re.compile(r"[^\s/:?#@,.]+(?:\.[^\s/:?#@,.]+)*")


class Site(NamedTuple):
    """One `[[site]]` entry of a pack. host: its name, lower case, which stands for those below it too."""

    host: str
    keep: tuple[str, ...]
    drop: tuple[str, ...]
    why: str
    origin: str = ""  # pack and line, for messages

    @property
    def id(self) -> str:
        """How --ignore and explain call it."""
        return f"site-{self.host}"

    @property
    def kind(self) -> str:
        """The kind of its verdicts."""
        return "chrome"

    def holds(self, host: str) -> bool:
        """Whether it is about the pages of a host.

        >>> [Site("example.com", (), (), "").holds(host) for host in ("example.com", "m.example.com", "anexample.com")]
        [True, True, False]
        """
        return host == self.host or host.endswith(f".{self.host}")


def read_site(entry: dict[str, Any], origin: str) -> Site:
    """An entry without mistakes as a site."""
    lists = [tuple(entry.get(key, ())) for key in ("keep", "drop")]
    return Site(entry["host"].lower(), lists[0], lists[1], entry["why"], origin)


def site_mistakes(entry: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one entry, a phrase each."""
    for key in sorted(set(entry) - set(_KEYS)):
        yield f"has the unknown key {key!r}"
    if not isinstance(host := entry.get("host"), str) or not _HOST.fullmatch(host):
        yield "needs a 'host' such as example.com, without https:// and path"
    if not isinstance(why := entry.get("why"), str) or not why.strip():
        yield "needs a 'why'"
    if not entry.get("keep") and not entry.get("drop"):
        yield "does nothing; give CSS selectors in 'keep' or 'drop'"
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


def _is_selector(text: str) -> bool:
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    try:
        LexborHTMLParser("<p>").css(text)
    except (SelectolaxError, UnicodeEncodeError):
        return False
    return True
