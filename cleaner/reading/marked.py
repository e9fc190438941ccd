"""A page read once more, with something known of each text in it: the elements around it, a site rule that chose it.

The plain walk (html.py) flattens elements. So the first visible character of every text gives way to a marker, the same
walk reads the blocks, and the markers in them tell where each text begins. No length changes, so the walk decides as it
did before.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from cleaner.reading.html import read_blocks
from cleaner.reading.markup import BREAK, PICTURE, PLAIN, ROLE_OF, SILENT, TEXT, UNSEEN
from cleaner.reading.page import Page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_MARKERS = (
    "\N{INTERLINEAR ANNOTATION ANCHOR}\N{INTERLINEAR ANNOTATION SEPARATOR}\N{INTERLINEAR ANNOTATION TERMINATOR}"
    "\N{OBJECT REPLACEMENT CHARACTER}"
)
_SHOWS_NOTHING = (SILENT, PICTURE, BREAK)
_Known = TypeVar("_Known")


def texts_of(
    page: Page, tree: "LexborHTMLParser", enter: Callable[["LexborNode", _Known], _Known], start: _Known
) -> list[list[tuple[int, _Known]]]:
    """For each block of a page where its texts begin and what is known of them; nothing where that cannot be told.

    tree: of the same page, spent by this; enter: an element, and what is known around it → what is known in it.
    """
    nothing: list[list[tuple[int, _Known]]] = [[] for _ in page.columns.texts]
    marker = next((marker for marker in _MARKERS if marker not in page.source.text), "")
    if tree.root is None or not marker:
        return nothing
    firsts, known = _mark(tree.root, marker, enter, start)
    plain = page.columns.texts
    marked = read_blocks(tree.root).texts
    if len(marked) != len(plain):
        marked = read_blocks(tree.root, whole=False).texts  # as `read_again` does
    if len(marked) != len(plain) or sum(text.count(marker) for text in marked) != len(firsts):
        return nothing
    found, done = nothing, 0
    for k, text in enumerate(marked):
        here = slice(done, done + text.count(marker))
        starts, whole = _restored(text.split(marker), firsts[here])
        if whole == plain[k]:
            found[k] = list(zip(starts, known[here], strict=True))
        done = here.stop
    return found


def _mark(
    root: "LexborNode", marker: str, enter: Callable[["LexborNode", _Known], _Known], start: _Known
) -> tuple[list[str], list[_Known]]:
    """The first visible character of each text, which the marker replaces, and what is known of it. Linear."""
    firsts: list[str] = []
    known: list[_Known] = []
    outer: list[tuple[LexborNode | None, _Known]] = []
    here, node = start, root.first_child
    while True:
        if node is None:
            if not outer:
                return firsts, known
            node, here = outer.pop()
            continue
        after, role = node.next, ROLE_OF.get(node.tag or "", PLAIN)
        if role == TEXT:
            text = node.text_content or ""
            if (bare := text.lstrip()).strip(UNSEEN):
                firsts.append(bare[0])
                known.append(here)
                node.replace_with(text[: len(text) - len(bare)] + marker + bare[1:])
        elif role not in _SHOWS_NOTHING:
            outer.append((after, here))
            here, node = enter(node, here), node.first_child
            continue
        node = after


def _restored(pieces: list[str], firsts: list[str]) -> tuple[list[int], str]:
    """Where the texts of a block begin, and the block with its characters back in place."""
    parts, starts, place = [pieces[0]], [], len(pieces[0])
    for piece, first in zip(pieces[1:], firsts, strict=True):
        starts.append(place)
        parts += first, piece
        place += 1 + len(piece)
    return starts, "".join(parts)
