r"""Texts and file names that a terminal cannot be tricked with: controls are shown as \x1b escapes, never sent."""

import re

_UNSAFE = (
    "["
    "\x00-\x1f\x7f-\x9f"  # C0 and C1: they clear screens, set titles, overprint
    "\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}"
    "\N{ZERO WIDTH NO-BREAK SPACE}"
    "\ud800-\udfff"  # bytes of a file name that are not UTF-8 come as lone surrogates
    "]"
)


def printable(text: str) -> str:
    r"""One line that shows what the text holds, whatever it holds.

    >>> print(printable("red\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}txt.exe"), printable("two\nlines"))
    red\x1b[31m\u202etxt.exe two\x0alines
    """
    return re.sub(_UNSAFE, _escape, text)


def _escape(hit: re.Match[str]) -> str:
    code = ord(hit[0])
    if 0xDC80 <= code <= 0xDCFF:  # how Python smuggles an undecodable byte into a str
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
