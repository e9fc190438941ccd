r"""Text that comes out of Markdown as text: a backslash goes before what would be markup, and before nothing else."""

import re
from string import punctuation

_SPECIAL = re.compile(r"[\\`*_\[\]<&~|]")
_ENTITY = re.compile(r"&(?:#?\w{1,40};|#?\w{0,40}\Z)")
_TAG_START = re.compile(r"<(?:[a-zA-Z/!?]|\Z)")
# What begins a heading, quote, list, underline, table or code where it begins a line. The sign that gets the
# backslash is the first after the first group.
_LINE_START = re.compile(r"()(?:#{1,6}(?![^ \t])|>|[-+](?![^ \t])|[-=|:][-=|: \t]*\Z)|([0-9]{1,9})[.)](?![^ \t])")
_CLOSING_SIGNS = re.compile(r"(?:\A|(?<=[ \t]))#+\Z")
_TICKS = re.compile("`+")


def escape(text: str, *, in_link: bool = False, in_cell: bool = False) -> str:
    r"""A piece of a line as Markdown; what stands beside it may be markup.

    >>> escape("a_b * c [1] <b> x < y & z"), escape("*so* C:\\dir &amp;")
    ('a_b * c \\[1] \\<b> x < y & z', '\\*so\\* C:\\dir \\&amp;')
    """
    if _SPECIAL.search(text) is None:
        return text

    def put(found: re.Match[str]) -> str:
        sign, place = found[0], found.start()
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if sign == "*":
            plain = before.isspace() and after.isspace()
        elif sign == "_":
            plain = before.isalnum() and after.isalnum()
        elif sign == "\\":
            plain = after != "" and after not in punctuation
        elif sign == "~":
            plain = before.isspace() and (after.isdigit() or after.isspace())
        elif sign == "<":
            plain = _TAG_START.match(text, place) is None
        elif sign == "&":
            plain = _ENTITY.match(text, place) is None
        else:
            plain = (sign == "]" and not in_link) or (sign == "|" and not in_cell)
        return sign if plain else "\\" + sign

    return _SPECIAL.sub(put, text)


def as_line(markdown: str) -> str:
    r"""A line of a paragraph that is nothing else.

    >>> as_line("1. May"), as_line("# no"), as_line("-5"), as_line("---")
    ('1\\. May', '\\# no', '-5', '\\---')
    """
    found = _LINE_START.match(markdown)
    if found is None:
        return markdown
    place = len(found[2] or "")
    return f"{markdown[:place]}\\{markdown[place:]}"


def as_heading(markdown: str, level: int) -> str:
    r"""A heading; signs at its end that would not be shown get a backslash.

    >>> as_heading("Notes on C #", 2)
    '## Notes on C \\#'
    """
    return f"{'#' * level} {_CLOSING_SIGNS.sub(lambda found: chr(92) + found[0], markdown)}"


def code_span(text: str) -> str:
    """Code in a line, whatever it holds.

    >>> code_span("a `b`")
    '`` a `b` ``'
    """
    fence = "`" * (1 + _longest_ticks(text))
    gap = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{gap}{text}{gap}{fence}"


def code_block(lines: list[str], language: str) -> list[str]:
    """Code in lines of its own."""
    fence = "`" * max(3, 1 + max(map(_longest_ticks, lines), default=0))
    return [fence + language, *lines, fence]


def _longest_ticks(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)
