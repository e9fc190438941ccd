"""HTML or plain text? By the head of the text alone; text is the answer in doubt, for a reader of text changes nothing."""

import re
from typing import Literal

_HEAD = 4096
_OPENING = re.compile(r"<(?:!doctype\s+html\b|(?:html|head|body)(?=[\s>]))[^>]*>\s*", re.IGNORECASE)
_SKIPPED = {"<?xml": "?>", "<!--": "-->"}  # what may stand before the first tag, and its end

# Tags that a page is built of. No <b>, <i>, <code> …: prose about HTML and Markdown are full of those.
_BLOCKS = (
    r"<(/?)(p|div|span|a(?=\s[^<>]{0,200}href)|a(?=>)|ul|ol|li|dl|dt|dd|table|tbody|tr|td|th|h[1-6]|br|hr|img|section"
    r"|article|header|footer|nav|main|aside|figure|form|input|link|meta|title|script|style|blockquote)(?=[\s/>])[^<>]{0,1000}>"
)
_EMPTY = ("br", "hr", "img", "input", "link", "meta")
# Markdown, templates and code hold tags too: headings, fences, links, list items, imports, {{ … }}.
_NO_PAGE = r"(?m)^(?:#{1,6} |```|~~~|[-*+] |import |from |export |def |class |const |function |@)|\]\(|\{[{%]|=>|<\?php|<%"


def sniff(text: str) -> Literal["html", "text"]:
    """Whether a text is a web page or a piece of one.

    >>> sniff("<!DOCTYPE html><title>A page</title>"), sniff("<p>A piece</p>"), sniff("The <p> tag opens a paragraph.")
    ('html', 'html', 'text')
    """
    if "<" not in text[: 2 * _HEAD]:
        return "text"
    start = _first_tag(text)
    if start is not None and (opening := _OPENING.match(text, start)):
        return "html" if _opens_page(text, opening) else "text"
    head = text[start or 0 : (start or 0) + _HEAD]
    return "html" if _is_dense(head, begins_with_tag=start is not None) else "text"
