"""HTML or plain text? By the head of the text alone; text is the answer in doubt, for there a `<p>` is only a word."""

import re
from typing import Literal

_HEAD = 4096
# What may stand before the first tag, and how it ends.
_BEFORE = (("<?xml", "?>"), ("<!--", "-->"))
_DOCTYPE = r"(?i)<!doctype\s+html\b"
_ROOT = r"(?i)<(?:html|head|body)(?:\s[^<>]*)?>(\s*<|[ \t]*[\r\n])?"

# Tags that a page is built of. Not <b>, <i>, <code>: Markdown and prose about HTML are full of those.
_BLOCK = (
    r"(?i)<(?:/?(?:p|div|span|ul|ol|li|dl|dt|dd|table|tbody|tr|td|th|h[1-6]|section|article|header|footer|nav|main|aside"
    r"|figure|form|title|script|style|blockquote|center|br|hr|img|input|link|meta)(?=[\s/>])[^<>]{0,1000}"
    r"|a\s[^<>]{0,200}href[^<>]{0,1000}|/a)>"
)
_CLOSING = r"(?i)</|<(?:br|hr|img|input|link|meta)\b"  # or empty: there is nothing to close
_INLINE = r"(?i)<(?:a|b|i|u|em|strong|small|font|big|abbr|cite|q|s|sup|sub|mark|time|iframe|video|button)[\s>]"
# A tag that a sentence speaks of: `the <p> tag`, `<div>,`, "<br>".
_MENTIONED = r"""\w <[^<>]+> \w|["'`(«“]<[^<>]+>|<[^<>]+>["'`,;:.)»”]"""
_MARKDOWN = r"(?m)^ {0,3}(?:#{1,6} |```|~~~)|\]\("
_CODE = r"(?m)^(?:import|from|export|def|class|const|let|var|function|use|package)\s|^[-*+] |\{[{%]|=>|<\?|<%"


def sniff(text: str) -> Literal["html", "text"]:
    """Whether a text is a web page, or a piece of one, or plain text.

    >>> sniff("<!DOCTYPE html><title>A page</title>"), sniff("<p>A piece</p>"), sniff("The <p> tag opens a paragraph.")
    ('html', 'html', 'text')
    """
    if "<" not in text:
        return "text"
    start = _first(text)
    head = text[start : start + _HEAD]
    if "<" not in head:
        return "text"
    found = _is_page(text, start) or (_is_piece(text, head) if head.startswith("<") else _is_dense(head))
    return "html" if found else "text"


def _first(text: str) -> int:
    """Where the text begins, after white space, U+FEFF, an XML declaration and comments."""
    space = re.compile("[\\s\N{ZERO WIDTH NO-BREAK SPACE}]*")
    start = 0
    while True:
        here = start
        if found := space.match(text, start):
            start = found.end()
        for opening, closing in _BEFORE:
            if text.startswith(opening, start) and (end := text.find(closing, start)) >= 0:
                start = end + len(closing)
        if start == here:
            return start


def _is_page(text: str, start: int) -> bool:
    """A doctype; or <html>, <head> or <body> with a tag or a line end behind it, or with its end tag at the end."""
    if re.compile(_DOCTYPE).match(text, start):
        return True
    root = re.compile(_ROOT).match(text, start)
    return root is not None and (root[1] is not None or text[-100:].rstrip().lower().endswith(("</html>", "</body>")))


def _is_piece(text: str, head: str) -> bool:
    """It begins with a tag of HTML, and ends with one or has many. A feed begins with a tag of its own."""
    if not (re.match(_BLOCK, head) or re.match(_INLINE, head)) or re.search(_MARKDOWN, head):
        return False
    return _is_dense(head) or (re.search(_BLOCK, head) is not None and text[-100:].rstrip().endswith(">"))


def _is_dense(head: str) -> bool:
    """A tag for every hundred characters, closed as tags are, hardly one of them spoken of; and no other language."""
    tags = [tag[0] for tag in re.finditer(_BLOCK, head)]
    if len(tags) < 5 or len(tags) * 100 < len(head) or head[0] in '{["':
        return False
    if re.search(_MARKDOWN, head) or re.search(_CODE, head):
        return False
    closing = sum(re.match(_CLOSING, tag) is not None for tag in tags)
    return closing * 3 >= len(tags) and len(re.findall(_MENTIONED, head)) * 3 < len(tags)
