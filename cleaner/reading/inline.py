"""The elements around each piece of a page's text, worked out on demand: the plain walk (html.py) flattens them.

The page is parsed once more, the first visible character of every text gives way to a marker, and the same walk reads
the blocks: the markers in them tell where each text begins. No length changes, so the walk decides as it did before.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cleaner.reading.address import base_address, link_target
from cleaner.reading.html import read_blocks
from cleaner.reading.html_limits import tame
from cleaner.reading.html_page import parse
from cleaner.reading.markup import BREAK, PICTURE, PLAIN, ROLE_OF, SILENT, TEXT
from cleaner.reading.page import Page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MARKER = "\N{INTERLINEAR ANNOTATION ANCHOR}"
_SHOWS_NOTHING = (SILENT, PICTURE, BREAK)
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
_LAST_NUMBER = 999_999_999


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


class _Text(NamedTuple):
    """A text of the tree: its first visible character, and what is around it."""

    first: str
    marks: tuple[Mark, ...]
    box: Box | None


def runs_of(page: Page) -> list[list[Run]]:
    """Of each block of a page its runs, in order; none where they cannot be told."""
    plain = page.columns.texts
    nothing: list[list[Run]] = [[] for _ in plain]
    if _MARKER in page.source.text:
        return nothing
    tree = parse(tame(page.html).text)
    if tree.root is None:
        return nothing
    texts = _Marking(base_address(tree)).mark(tree.root)
    marked = read_blocks(tree.root).texts
    if len(marked) != len(plain):
        marked = read_blocks(tree.root, whole=False).texts  # as `read_again` does
    if len(marked) != len(plain) or sum(text.count(_MARKER) for text in marked) != len(texts):
        return nothing
    following = iter(texts)
    found = [_runs(text, [next(following) for _ in range(text.count(_MARKER))]) for text in marked]
    return [runs if text == before else [] for (text, runs), before in zip(found, plain, strict=True)]


def _runs(marked: str, texts: list[_Text]) -> tuple[str, list[Run]]:
    """The text of a block with its characters back in place, and its runs."""
    before, *pieces = marked.split(_MARKER)
    parts, runs, place = [before], [], len(before)
    for piece, text in zip(pieces, texts, strict=True):
        runs.append(Run(place, text.marks, text.box))
        parts += text.first, piece
        place += 1 + len(piece)
    return "".join(parts), runs


class _Marking:
    """One walk over a tree that sets the markers. Linear."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._counts: Counter[Box] = Counter()  # items of a list, cells of a row so far
        self._last_items: dict[Box, Box] = {}

    def mark(self, root: "LexborNode") -> list[_Text]:
        """What is around each text, in order; the tree holds the markers then."""
        texts: list[_Text] = []
        outer: list[tuple[LexborNode | None, tuple[Mark, ...], Box | None]] = []
        marks: tuple[Mark, ...] = ()
        box: Box | None = None
        node = root.first_child
        while True:
            if node is None:
                if not outer:
                    return texts
                node, marks, box = outer.pop()
                continue
            after, role = node.next, ROLE_OF.get(node.tag or "", PLAIN)
            if role == TEXT:
                text = node.text_content or ""
                if bare := text.lstrip():
                    texts.append(_Text(bare[0], marks, box))
                    node.replace_with(text[: len(text) - len(bare)] + _MARKER + bare[1:])
            elif role not in _SHOWS_NOTHING:
                outer.append((after, marks, box))
                marks, box = self._marks(node, marks), self._box(node, box)
                node = node.first_child
                continue
            node = after

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
        self._counts[outer] = place = _number(node, "value", self._counts[outer] + 1)
        return place


def _number(node: "LexborNode", name: str, otherwise: int) -> int:
    said = node.attributes.get(name) or ""
    return int(said) if said.isascii() and said.isdigit() and int(said[:10]) <= _LAST_NUMBER else otherwise


def _language(node: "LexborNode") -> str:
    found = _LANGUAGE(node.attributes.get("class") or "")
    return found[1] if found else ""
