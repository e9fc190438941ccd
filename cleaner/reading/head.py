"""What a page says of itself in its <head>, as far as its article is found by it; metadata.py reads all of it.

Its tags are looked for by the few words that matter: that costs a hundredth of reading them all.
"""

from collections.abc import Iterator
from html import unescape
from itertools import islice

from cleaner.pattern import pattern

_TITLE = pattern(r"(?i)<title\b[^>]{0,200}>([^<]{1,1000})")
_CONTENT = pattern(r"(?i)\bcontent\s{0,9}=\s{0,9}(?:\"([^\"]{1,2000})|'([^']{1,2000}))")
_LONGEST = 2500  # characters of a tag before the word that tells what it is, and behind it
_MOST = 8  # tags of a kind, for each line of the page may be held against what they say
_BEFORE, _BEHIND = "\"'=:", "\"' />"  # that word


def title_in(head: str) -> str:
    """Its <title>, "" where it has none.

    >>> title_in("<head><title>Ferries &amp; coins | The Quay</title>")
    'Ferries & coins | The Quay'
    """
    found = _TITLE.search(head)
    return _plain(found[1]) if found else ""


def shared_titles_in(head: str) -> list[str]:
    """What it wants to be called where it is shared.

    >>> shared_titles_in('<meta property="og:title" content="Ferries &amp; coins"><meta name=title content="Quay">')
    ['Ferries & coins']
    """
    return [*_contents("og:title", head), *_contents("twitter:title", head)]


def descriptions_in(head: str) -> list[str]:
    """What it says its article is about, for search engines and for those who share it.

    >>> descriptions_in('<meta content="A description." property="og:description"><meta name=description content=None>')
    ['A description.']
    """
    return [*_contents("description", head)]


def _contents(word: str, head: str) -> Iterator[str]:
    """What the first <meta>s hold that this word names."""
    return islice(_all_contents(word, head), _MOST)


def _all_contents(word: str, head: str) -> Iterator[str]:
    at = head.find(word)
    while at >= 0:
        behind = at + len(word)
        if head[at - 1 : at] in _BEFORE and head[behind : behind + 1] in _BEHIND:
            start, stop = head.rfind("<", max(0, at - _LONGEST), at), head.find(">", behind, behind + _LONGEST)
            is_meta = start >= 0 and head[start : start + 5].lower() == "<meta"
            if is_meta and (content := _CONTENT.search(head, start, stop if stop > 0 else behind + _LONGEST)):
                yield _plain(content[1] or content[2])
        at = head.find(word, behind)


def _plain(text: str) -> str:
    return " ".join(unescape(text).split())
