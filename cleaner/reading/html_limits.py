"""Caps before the parser sees a page: depth and attributes, in which its time grows with the square.

A page as people write them passes after a few counts; only a suspicious one is scanned, once, in linear time.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.limits import USUAL, limits
from cleaner.pattern import pattern

_FEW_TAGS = 5000  # however they nest, the parser takes some 30 ms
_STRIDE = 2048  # characters without a tag's end: a tag of twice that is seen
_TAG = pattern(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+'|[\"'])*+)(?:>|\Z)")
_RAW = pattern(r"(?is)<(script|style|textarea|title|xmp|iframe|noembed|noframes)\b.*?(?:</\1\b|\Z)|<!--.*?(?:-->|\Z)")
_QUOTED = pattern(r"\"[^\"]*+\"|'[^']*+'")
_ATTRIBUTE = pattern(r"[^\s/=]++(?:\s*+=\s*+\S*+)?")
# Without content, or ended by the next of their kind: they do not nest.
_FLAT_NAMES = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot "
    "option optgroup a rp rt body html head"
)
_FLAT = frozenset(_FLAT_NAMES.split())
_INLINE_NAMES = "b i u em strong span font small big code tt s strike nobr sub sup abbr cite label"
_INLINE = frozenset(_INLINE_NAMES.split())


class Tamed(NamedTuple):
    """A page that is safe to parse, and what had to go, a sentence each."""

    text: str
    notes: tuple[str, ...] = ()


def tame(page: str) -> Tamed:
    """The page without the tags and attributes beyond the caps; nearly every page comes back as it is.

    >>> tame("<p class=a>One.</p>")
    Tamed(text='<p class=a>One.</p>', notes=())
    """
    tags, caps = page.count("<"), limits()
    notes = []
    if caps.attributes < USUAL.attributes or _may_have_long_tags(page, tags):
        page, cut = _cut_attributes(page, caps.attributes)
        told = f"more than {caps.attributes:,} attributes in a tag: left out; --max-attributes raises the limit"
        notes += [told] * cut
    if tags >= _FEW_TAGS or caps.depth < USUAL.depth:
        page, cut = _cut_depth(page, caps.depth)
        told = f"elements nested more than {caps.depth:,} deep: tags beyond were left out; --max-depth raises the limit"
        notes += [told] * cut
    return Tamed(page, tuple(notes))


def _may_have_long_tags(page: str, tags: int) -> bool:
    """Whether a tag is still open after a long stretch, or there are far more `=` than tags need."""
    if page.count("=") > 4 * (USUAL.attributes + tags):
        return True
    start = -1  # of the last tag that has begun
    for at in range(0, len(page) - _STRIDE, _STRIDE):
        start = max(start, page.rfind("<", max(0, at - _STRIDE), at + 1))
        if start >= 0 and page[start + 1 : start + 2].isalpha() and page.find(">", start, at + _STRIDE) < 0:
            return True
    return False


def _cut_attributes(page: str, most: int) -> tuple[str, bool]:
    """Tags with too many attributes keep their name alone."""
    parts: list[str] = []
    done = 0
    for tag in _tags(page):
        if len(tag[0]) > 2 * most and _count_attributes(tag[3]) > most:
            parts += page[done : tag.start()], f"<{tag[1]}{tag[2]}>"
            done = tag.end()
    parts.append(page[done:])
    return "".join(parts), done > 0


def _count_attributes(tag: str) -> int:
    return len(_ATTRIBUTE.findall(_QUOTED.sub('" ', tag)))


def _tags(page: str) -> Iterator[re.Match[str]]:
    """The tags outside of scripts, comments and the like, in order."""
    here, last = 0, len(page)
    for raw in _RAW.finditer(page):
        yield from _TAG.finditer(page, here, max(here, raw.start()))
        here = raw.end()
    yield from _TAG.finditer(page, here, last)


def _cut_depth(page: str, most: int) -> tuple[str, bool]:
    """Tags that open below the cap are left out, and as many of their ends; two line breaks part blocks as they did."""
    parts: list[str] = []
    done = depth = 0
    opened: dict[str, int] = {}
    left_out: dict[str, int] = {}
    for tag in _tags(page):
        name = tag[2].lower()
        if name in _FLAT:
            continue
        if not tag[1]:
            if depth < most:
                opened[name] = opened.get(name, 0) + 1
                depth += 1
                continue
            left_out[name] = left_out.get(name, 0) + 1
        elif left_out.get(name):
            left_out[name] -= 1
        else:
            if opened.get(name):
                opened[name] -= 1
                depth -= 1
            continue
        parts += page[done : tag.start()], "" if name in _INLINE else "<br><br>"
        done = tag.end()
    parts.append(page[done:])
    return "".join(parts), done > 0
