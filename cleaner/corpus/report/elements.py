"""HTML that cannot be broken by what is put into it: whatever is not an element already is text, and is escaped."""

from html import escape
from typing import NamedTuple

from cleaner.writing.printable import printable


class Html(NamedTuple):
    """HTML as it is written."""

    source: str


def element(tag: str, *children: Html | str, **attributes: str) -> Html:
    r"""An element with its children. A trailing _ of an attribute's name is dropped, other ones are hyphens.

    >>> element("p", "a < b", element("b", "c\x07"), class_="x", data_n="1").source
    '<p class="x" data-n="1">a &lt; b<b>c\\x07</b></p>'
    """
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(printable(value))}"' for name, value in attributes.items()
    )
    return Html(f"<{tag}{told}>{joined(*children).source}</{tag}>")


def joined(*children: Html | str) -> Html:
    """Elements and texts one after the other."""
    return Html("".join(child.source if isinstance(child, Html) else escape(printable(child)) for child in children))
