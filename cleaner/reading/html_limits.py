"""Caps before the parser sees a page: depth and attributes, in which its time grows with the square.

A page as people write them passes after a few counts; only a suspicious one is scanned, once, in linear time.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.limits import USUAL, limits
from cleaner.pattern import pattern

_FEW_TAGS = 5000  # however they nest, the parser takes some 30 ms
_SMALL = 300_000  # characters: however attributes are hidden in them, the parser takes a few seconds
_STRIDE = 2048  # characters without a tag's end
_PARTING = " \n\t\r\f/"  # attributes
_TAG = pattern(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+'|[\"'])*+)(?:>|\Z)")
_RAW = pattern(r"(?i)<(?:(script|style|textarea|title|xmp|iframe|noembed|noframes)\b|!--)")
_QUOTED = pattern(r"\"[^\"]*+\"|'[^']*+'")
_ATTRIBUTE = pattern(r"[^\s/=]++(?:\s*+=\s*+\S*+)?")
# Without content, or ended by the next of their kind: they do not nest. Not <rt>, <rp> and <optgroup>, which do
# outside of <ruby> and <select>.
_FLAT_NAMES = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot "
    "option a body html head script style textarea title xmp iframe noembed noframes"
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
    if tags >= _FEW_TAGS or caps.attributes < USUAL.attributes or _may_have_long_tags(page, tags):
        page, cut = _cut_attributes(page, caps.attributes)
        told = f"more than {caps.attributes:,} attributes in a tag: left out; --max-attributes raises the limit"
        notes += [told] * cut
    if tags >= _FEW_TAGS or caps.depth < USUAL.depth:
        page, cut = _cut_depth(page, caps.depth)
        told = f"elements nested more than {caps.depth:,} deep: tags beyond were left out; --max-depth raises the limit"
        notes += [told] * cut
    return Tamed(page, tuple(notes))


def _may_have_long_tags(page: str, tags: int) -> bool:
    """Whether there are far more `=` than tags need, or too many attributes in a long stretch without a `>`; a large
    page may hide them from that.

    Minified scripts and pictures written into the page have such stretches too; each is looked at once.
    """
    if page.count("=") > 4 * (USUAL.attributes + tags) or len(page) > _SMALL:
        return True
    at = 0  # behind the last tag's end
    while at + _STRIDE < len(page):
        end = page.rfind(">", at, at + _STRIDE)
        if end < 0:
            start, end = at - 1, page.find(">", at + _STRIDE)
            end = end if end >= 0 else len(page)
            while (start := page.find("<", start + 1, end)) >= 0 and not page[start + 1 : start + 2].isalpha():
                pass
            if start >= 0 and _is_crowded(page[start:end]):
                return True
        at = end + 1
    return False


def _is_crowded(stretch: str) -> bool:
    """Whether a tag in a stretch has too many attributes, which white space, slashes or quotes part."""
    if sum(map(stretch.count, _PARTING)) + sum(map(stretch.count, "\"'")) // 2 < USUAL.attributes:
        return False
    return any(_count_attributes(tag[3]) > USUAL.attributes for tag in _TAG.finditer(stretch))


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
    """The tags outside of scripts, comments and the like, in order; of these the one that begins them."""
    here = 0
    while raw := _RAW.search(page, here):
        yield from _TAG.finditer(page, here, raw.start())
        begun = _TAG.match(page, raw.start()) if raw[1] else None
        if begun:
            yield begun
        here = _end_of_raw(page, raw[1] or "", (begun or raw).end())
    yield from _TAG.finditer(page, here, len(page))


def _end_of_raw(page: str, name: str, at: int) -> int:
    """Where a script or the like, or a comment, which has no name, ends: behind that name, or with the page."""
    if not name:
        at = page.find("-->", at)
        return at + 3 if at >= 0 else len(page)
    while (at := page.find("</", at)) >= 0:
        at += 2
        if page[at : at + len(name)].lower() == name.lower():
            return at + len(name)
    return len(page)


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
