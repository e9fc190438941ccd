"""The elements around each piece of a page's text, worked out on demand: emphasis, links, code, lists, tables."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cleaner.reading.address import base_address, link_target
from cleaner.reading.html_page import parse
from cleaner.reading.marked import texts_of
from cleaner.reading.page import Page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MARK_OF = {
    "a": "link",
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("em", "i"), "em"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
_BOXES = frozenset(("ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "pre"))
_LISTS = ("ul", "ol")
_NUMBERED = (("li", "ol"), ("td", "tr"), ("th", "tr"))
_DEEPEST = 12  # boxes within each other: what stands deeper counts to the last of them
_LANGUAGE = re.compile(r"\b(?:lang|language|highlight-source)-([\w+#-]{1,30})").search
_MOST_DIGITS = 9  # of an item's number


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """An inline element. kind: link, strong, em, code; target: where a link leads."""

    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A block element that gives its text a form, and the one around it.

    number: of an item in its numbered list, of a cell in its row; language: of the code in it; depth: boxes around it.
    """

    tag: str
    outer: "Box | None"
    number: int = 0
    language: str = ""
    depth: int = 0


class Run(NamedTuple):
    """A stretch of a block's text, from `start` to the next run: the inline elements around it, the outermost first."""

    start: int
    marks: tuple[Mark, ...]
    box: Box | None


class _Around(NamedTuple):
    """What is around a text."""

    marks: tuple[Mark, ...] = ()
    box: Box | None = None


def runs_of(page: Page) -> list[list[Run]]:
    """Of each block of a page its runs, in order; none where they cannot be told."""
    tree = parse(page.html)
    found = texts_of(page, tree, _Reader(base_address(tree)).enter, _Around())
    return [[Run(place, *around) for place, around in texts] for texts in found]


class _Reader:
    """What elements are to the text in them."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._counts: Counter[Box] = Counter()  # items of a list, cells of a row so far
        self._last_items: dict[Box, Box] = {}

    def enter(self, node: "LexborNode", outer: _Around) -> _Around:
        """What is around the text in an element."""
        return _Around(self._marks(node, outer.marks), self._box(node, outer.box))

    def _marks(self, node: "LexborNode", marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """The marks within an element, none of a kind within its like."""
        kind = _MARK_OF.get(node.tag or "")
        if kind is None or any(mark.kind == kind for mark in marks):
            return marks
        if kind != "link":
            return (*marks, Mark(kind))
        target = link_target(self._base, node.attributes.get("href") or "")
        return (*marks, Mark(kind, target)) if target else marks

    def _box(self, node: "LexborNode", outer: Box | None) -> Box | None:
        """The box within an element. A list right in a list is part of the item before it."""
        tag = node.tag or ""
        if tag == "code" and outer is not None and outer.tag == "pre" and not outer.language:
            return Box("pre", outer.outer, 0, _language(node), outer.depth)
        if tag in _LISTS and outer is not None and outer.tag in _LISTS:
            outer = self._last_items.get(outer, outer)
        depth = 0 if outer is None else outer.depth + 1
        if tag not in _BOXES or depth >= _DEEPEST:
            return outer
        box = Box(tag, outer, self._place(node, tag, outer), _language(node) if tag == "pre" else "", depth)
        if tag == "ol":
            self._counts[box] = _number(node, "start", 1) - 1
        if tag == "li" and outer is not None:
            self._last_items[outer] = box
        return box

    def _place(self, node: "LexborNode", tag: str, outer: Box | None) -> int:
        """The number of an item or cell."""
        if outer is None or (tag, outer.tag) not in _NUMBERED:
            return 0
        place = self._counts[outer] + 1
        self._counts[outer] = place = _number(node, "value", place) if tag == "li" else place
        return place


def _number(node: "LexborNode", name: str, otherwise: int) -> int:
    said = node.attributes.get(name) or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _MOST_DIGITS else otherwise


def _language(node: "LexborNode") -> str:
    found = _LANGUAGE(node.attributes.get("class") or "")
    return found[1] if found else ""
