"""What a page says of itself in its <head>, as far as its article is found by it; metadata.py reads all of it."""

from html import unescape

from cleaner.pattern import pattern

_TITLE = pattern(r"(?i)<title\b[^>]{0,200}>([^<]{1,1000})")
_SHARED = pattern(
    r"(?i)<meta\b(?=[^>]{0,200}\bog:title[\"'\s])[^>]{0,200}\bcontent=(?:\"([^\"]{1,1000})|'([^']{1,1000}))"
)
_DESCRIPTION = pattern(
    r"(?i)<meta\b(?=[^>]{0,200}\bdescription[\"'\s])"
    r"[^>]{0,200}\bcontent=(?:\"([^\"]{1,2000})|'([^']{1,2000}))"
)


def title_in(head: str) -> str:
    """Its <title>, "" where it has none.

    >>> title_in("<head><title>Ferries &amp; coins | The Quay</title>")
    'Ferries & coins | The Quay'
    """
    found = _TITLE.search(head)
    return " ".join(unescape(found[1]).split()) if found else ""


def shared_title_in(head: str) -> str:
    """What it is called where it is shared, "" where it does not say.

    >>> shared_title_in('<meta property="og:title" content="Ferries &amp; coins">')
    'Ferries & coins'
    """
    found = _SHARED.search(head)
    return " ".join(unescape(found[1] or found[2]).split()) if found else ""


def descriptions_in(head: str) -> set[str]:
    """What it says its article is about, for search engines and for those who share it.

    >>> descriptions_in('<meta content="Coins." property="og:description"><meta name=description content=None>')
    {'Coins.'}
    """
    return {" ".join(unescape(double or single).split()) for double, single in _DESCRIPTION.findall(head)}
