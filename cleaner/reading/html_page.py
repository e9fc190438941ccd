"""A page's text → the document in it: scripts out, caps, one parse, one walk."""

from typing import TYPE_CHECKING

from cleaner.document import Source
from cleaner.errors import CleanerError
from cleaner.pattern import pattern
from cleaner.reading.html import read_blocks
from cleaner.reading.html_limits import tame
from cleaner.reading.page import Columns, Page
from cleaner.reading.scripts import without_scripts

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_HEAD_ENDS = ("<body", "<BODY", "</head", "</HEAD")
_LONGEST_HEAD = 10_000  # characters, where nothing says where it ends
_FRAMES = pattern(r"(?i)</?(?:frameset|noframes|frame)\b[^>]*+>?")  # between them a parser sees no elements
_NO_TEXT = "there is no text in this page; if a script fetches it, save the page as a browser shows it"


def read_page(html: str, source: Source, *, whole: bool = True) -> Page:
    """Parse and walk. source: name, encoding and notes of what was read before; its text is not looked at.

    whole: see `read_blocks`. Raises CleanerError for a page without any text.
    """
    tamed = tame(without_scripts(html))
    columns = _columns(tamed.text, whole=whole)
    if "noframes" in columns.container_tags:
        tamed = tamed._replace(text=_FRAMES.sub(" ", tamed.text))
        columns = _columns(tamed.text, whole=whole)
    if not columns.texts:
        raise CleanerError(_NO_TEXT)
    columns.head = _head(tamed.text)
    notes = (*source.notes, *(note for note in tamed.notes if note not in source.notes))
    return Page(Source("", source.name, "html", source.encoding, notes), tamed.text, columns)


def _columns(html: str, *, whole: bool) -> Columns:
    root = parse(html).root
    return Columns() if root is None else read_blocks(root, whole=whole)


def _head(html: str) -> str:
    """What stands before the body; where no tag tells, the beginning, for both tags may be left out."""
    ends = (html.find(tag) for tag in _HEAD_ENDS)
    return html[: next((end for end in ends if end >= 0), _LONGEST_HEAD)]


def read_again(page: Page) -> Page:
    """The same page with every container taken apart, whatever it is called."""
    return read_page(page.html, page.read, whole=False)


def parse(html: str) -> "LexborHTMLParser":
    """The tree of a page."""
    from selectolax.lexbor import LexborHTMLParser

    # Bytes are parsed faster than a text; halves of surrogate pairs, which no text can hold, are replaced.
    return LexborHTMLParser(html.encode("utf-8", "replace"))
