"""An HTML page → blocks and the containers they stand in: one iterative walk over the parsed tree, nothing judged.

Inline elements never part words and block elements always do; `<br>` is a line break within a block, two of them end
it; the short cells of a table's row are one block, and so is a short menu, form or footer. What a browser never shows
as text (scripts, styles, pictures, form fields) is not read; what is hidden is: whoever judges should see it.
"""

import re
from typing import TYPE_CHECKING

from cleaner.reading.hints import bits, container_bits
from cleaner.reading.kinds import is_prose
from cleaner.reading.markup import (
    BREAK,
    CELL,
    IN_A_ROW,
    LASTING,
    LASTING_TAGS,
    LINK,
    PICTURE,
    PLAIN,
    TEXT,
    UNSEEN,
    roles_by_number,
)
from cleaner.reading.page import CELLS, WHOLE, Columns

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BREAK = "\0"  # stands for <br> while a block is gathered; no parsed text holds this character
_LONG_CELL = 100  # characters: a row of longer cells is laid out, not a table of data
# Furniture that is read as one block: what it is called, and how long it may be. A longer menu is one that somebody
# forgot to close, or holds the page.
_MENUS = bits("<nav>", "<footer>", "<button>", "menu")
_MENU = bits("menu")
_FURNITURE = _MENUS | bits(
    "comment", "newsletter", "share", "tags", "dialog", "byline", "biography", "credit", "footer", "<form>"
)
_FURNITURE |= bits("advertisement", "related", "hidden by attribute")
_LONGEST_MENU, _LONGEST = 2000, 300  # characters
_LINKED = 0.3  # of the characters of a long menu
_State = tuple[str, int, bool, int]  # tag of the block, container, within a link, tries of furniture around
_MOST_TRIES = 4  # of containers within each other, for each costs the length of its text
_PARAGRAPH, _SEVERAL, _MOSTLY = 60, 3, 0.75  # characters, lines, share of the text: lines that are paragraphs
_FEW = 3  # characters: of so many unseen ones a paragraph may be made
_HINTS = ("id", "role", "itemprop", "data-component", "data-testid")  # and the class
_ALL = ("body", "html")  # named after templates and states of the page: «body-for-nav» is no menu
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FIND_WORDS = re.compile("[a-z]+").findall
_SAID = 0.6  # of the words of an id
_LONGEST_HINTS = 500  # characters
_HIDING = ("display:none", "display: none", "visibility:hidden", "visibility: hidden")


def read_blocks(root: "LexborNode", *, whole: bool = True) -> Columns:  # noqa: C901, PLR0915 - the one hot loop, faster in one piece
    """The text of a tree as columns. Linear. whole: read short containers named after furniture as one block each."""
    page = Columns()
    parts: list[str] = []
    linked = 0
    role_of = roles_by_number().get
    opened: list[tuple[LexborNode, _State, bool]] = []  # innermost last: what held outside, and whether it ends a block
    state: _State = ("body", 0, False, 0 if whole else _MOST_TRIES)
    node = root.first_child
    while node is not None or opened:
        if node is None:
            left, outer, ends = opened.pop()
            node = left.next
            if ends and parts:
                _add(page, parts, state, linked)
                linked = 0
            state = outer
            continue
        role = role_of(node.tag_id, PLAIN)
        if role == TEXT:
            if not node.is_empty_text_node:
                text = node.text_content or ""
                parts.append(text)
                if state[2]:
                    linked += len(text)
            elif parts:
                parts.append(" " if state[0] != "pre" else node.text_content or "")
        elif role >= CELL:
            inner: _State | None = state
            if role == CELL and parts and state[0] in IN_A_ROW and _is_short(parts):
                parts.append(CELLS)
            else:
                if parts:
                    _add(page, parts, state, linked)
                linked = 0
                inner = _enter(page, node, role, state)
            if inner is not None:
                opened.append((node, state, role != CELL))
                state = inner
                node = node.first_child
                continue
        elif role <= LINK:
            opened.append((node, state, False))
            if role == LINK:
                state = state[0], state[1], True, state[3]
            node = node.first_child
            continue
        elif role == BREAK and parts:
            parts.append(_BREAK)
        elif role == PICTURE:
            _add_picture(page, state[1], straight=not parts)
        node = node.next
    _add(page, parts, state, linked)
    return page


def _add_picture(page: Columns, holder: int, *, straight: bool) -> None:
    """Count a picture; straight: the next block begins right after it."""
    page.pictures[holder] = page.pictures.get(holder, 0) + 1
    if straight:
        page.pictured.add(len(page.texts))


def _is_short(parts: list[str]) -> bool:
    """Whether the cells of a row so far are data."""
    return _BREAK not in parts and sum(map(len, parts)) < _LONG_CELL


def _enter(page: Columns, node: "LexborNode", role: int, state: _State) -> _State | None:
    """What holds within a block element; None where all of it has been read as one block of furniture."""
    tag_of_block, holder, in_link, tries = state
    tag = node.tag or ""
    attributes = node.attributes
    if attributes or role == PLAIN:
        holder = _open(page, tag, holder, attributes)
        may_be_slug = "id" in attributes and tries < _MOST_TRIES and (tag in _HEADINGS or tag == "section")
        if may_be_slug and _tells_nothing(attributes["id"] or "", node, page.bits[holder]):
            page.bits[holder] = container_bits(tag, attributes.get("class") or "", hidden=False)
        says = page.bits[holder]
        if says & _FURNITURE and tries < _MOST_TRIES and tag not in _ALL:
            if tag == "button" and tag_of_block in _HEADINGS:
                page.bits[holder] = 0  # it unfolds the section that the heading is of
                return tag_of_block, holder, in_link, tries
            if (text := _whole(node, says)) is not None:
                _add_whole(page, node, text, holder)
                return None
            tries += 1
    tries += tag in _HEADINGS  # the text of one within another is looked at again
    if role == LASTING or tag_of_block not in LASTING_TAGS:
        tag_of_block = tag if role != PLAIN else "div"
    return tag_of_block, holder, in_link, tries


def _tells_nothing(name: str, node: "LexborNode", says: int) -> bool:
    """Whether the id of a heading or a section is there for links alone; a menu may call its entries «nav-2»."""
    return (says & _MENU != 0 and node.tag in _HEADINGS) or _is_slug(name, node)


def _is_slug(name: str, node: "LexborNode") -> bool:
    """Whether an id is made of the words of this heading, or of the one that this section begins with.

    Some of them it writes without accents. It tells nothing else then; but a section may well be called by one word,
    and headed by it.
    """
    words, first = _FIND_WORDS(name[:_LONGEST_HINTS].lower()), node if node.tag in _HEADINGS else node.first_child
    if first is not node:
        while first is not None and first.is_empty_text_node:
            first = first.next
    if first is None or first.tag not in _HEADINGS or (first is not node and len(words) == 1):
        return False
    said = first.text(separator=" ").lower()
    return sum([word in said for word in words]) >= _SAID * len(words)


def _whole(container: "LexborNode", says: int) -> str | None:
    """All text of a container in one line, None where it is longer than its kind of furniture is."""
    longest = _LONGEST_MENU if says & _MENUS else _LONGEST
    most = longest // 2 + 1  # words, for each has a letter and a space
    words = container.text(separator=" ").split(None, most)
    if len(words) > most:
        return None
    text = " ".join(words)
    if len(text) > longest or (len(text) > _LONGEST and says & _MENUS == _MENU and not _has_links(container, text)):
        return None
    return text


def _has_links(container: "LexborNode", text: str) -> bool:
    """Whether a good part of what is called a menu is links, as they are in one; a poem may be called so too."""
    return sum([len(link.text()) for link in container.css("a")]) >= _LINKED * len(text)


def _add_whole(page: Columns, container: "LexborNode", text: str, holder: int) -> None:
    """A container as one block, or as three where the headline stands in it."""
    h1 = container.css_first("h1")
    if h1 is None or not (flat := " ".join(h1.text(separator=" ").split())):
        _append(page, text, WHOLE, 0, holder)
        return
    before, _, after = text.partition(flat)
    _append(page, before.strip(), WHOLE, 0, holder)
    page.headlines.add(len(page.texts))
    _append(page, " ".join(read_blocks(h1, whole=False).texts), WHOLE, 0, holder)
    _append(page, after.strip(), WHOLE, 0, holder)


def _open(page: Columns, tag: str, parent: int, attributes: dict[str, str | None]) -> int:
    """A new container, and its number."""
    hints, hidden = "", False
    if attributes:
        hints = attributes.get("class") or ""
        if not hints or len(attributes) > 1:
            for name in _HINTS:
                if name in attributes:
                    hints = f"{hints} {attributes[name]}"
            if "style" in attributes or "hidden" in attributes or "aria-hidden" in attributes:
                hidden = _is_hidden(attributes)
                if "text-align:center" in (attributes.get("style") or "").replace(" ", ""):
                    page.centred.add(len(page.parents))
        if len(hints) > _LONGEST_HINTS:
            hints = hints[:_LONGEST_HINTS]
    parents = page.parents
    page.hints.append(hints)
    page.bits.append(container_bits(tag, hints, hidden))
    page.container_tags.append(tag)
    parents.append(parent)
    return len(parents) - 1


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = (attributes.get("style") or "").lower()
    return any(sign in style for sign in _HIDING)


def _add(page: Columns, parts: list[str], state: _State, linked: int) -> None:
    """The gathered parts as one block, or as several where two line breaks part them."""
    tag, holder, _, _ = state
    text = parts[0] if len(parts) == 1 else "".join(parts)
    parts.clear()
    if tag == "pre":
        _append(page, text.replace(_BREAK, "\n").strip("\n").rstrip(), tag, linked, holder)
    elif _BREAK not in text:
        _append(page, _collapsed(text), tag, linked, holder)
    else:
        lines = [_collapsed(line) for line in text.split(_BREAK)]
        parted = [piece.strip("\n") for piece in "\n".join(lines).split("\n\n")]
        pieces = [part for piece in parted if piece for part in _paragraphs(piece)]
        total = sum(map(len, pieces))
        for piece in pieces:
            _append(page, piece, tag, linked and linked * len(piece) // total, holder)


def _paragraphs(piece: str) -> list[str]:
    """A piece with single line breaks: its lines, where its text is nearly all paragraphs of one line, no two alike."""
    lines = piece.split("\n")
    full = {line for line in lines if len(line) >= _PARAGRAPH and is_prose(line)}
    return lines if len(full) >= _SEVERAL and sum(map(len, full)) >= _MOSTLY * len(piece) else [piece]


def _collapsed(text: str) -> str:
    """Each run of white space as one space, none at the ends; most paragraphs stand in one line and are so already."""
    text = text.strip()
    if text.isprintable() and "  " not in text:
        return text
    return " ".join(text.split())


def _append(page: Columns, text: str, tag: str, links: int, holder: int) -> None:
    if text and (len(text) > _FEW or text.strip(UNSEEN)):
        page.texts.append(text)
        page.tags.append(tag)
        page.links.append(links if links < len(text) else len(text))
        page.holders.append(holder)
