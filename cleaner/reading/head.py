"""What a page says of itself in its <head>, as far as its article is found by it; metadata.py reads all of it."""

import re
from html import unescape

from cleaner.pattern import pattern

_TITLE = pattern(r"(?i)<title\b[^>]{0,200}>([^<]{1,1000})")
_META = (
    r"(?i)<meta\b(?=[^>]{{0,200}}\b{}[\"'\s])"
    r"[^>]{{0,200}}\bcontent=(?:\"([^\"]{{1,2000}})|'([^']{{1,2000}}))"
)
_DESCRIPTION, _SHARED_TITLE = pattern(_META.format("description")), pattern(_META.format("(?:og|twitter):title"))


def titles_in(head: str) -> list[str]:
    """What it calls itself: its <title>, and how it wants to be called where it is shared.

    >>> titles_in('<title>Ferries &amp; coins | The Quay</title><meta property="og:title" content="Ferries">')
    ['Ferries & coins | The Quay', 'Ferries']
    """
    return [" ".join(unescape(title).split()) for title in _TITLE.findall(head)[:1]] + _contents(_SHARED_TITLE, head)


def descriptions_in(head: str) -> list[str]:
    """What it says its article is about, for search engines and for those who share it.

    >>> descriptions_in('<meta content="Coins." property="og:description"><meta name=description content=None>')
    ['Coins.']
    """
    return _contents(_DESCRIPTION, head)


def _contents(meta: re.Pattern[str], head: str) -> list[str]:
    return [" ".join(unescape(double or single).split()) for double, single in meta.findall(head)]
