"""Links and pictures as text converters write them, `[words](address)`: what the reader of a page sees is the words."""

from collections.abc import Sequence

from cleaner.pattern import pattern

_SIGN = "]("  # no such link without it
_PICTURE = pattern(r'!\[[^\[\]]*\]\([^()\s]*(?: "[^"]*")?\)')
_LINK = pattern(r'\[([^\[\]]*)\]\([^()\s]*(?: "[^"]*")?\)')


def as_seen(lines: Sequence[str]) -> Sequence[str]:
    """The lines with the words of links in place of the links, without pictures; one that holds no word stays as it is.

    >>> as_seen(["[![logo](/a.png)](/) [News](/news)", "![](/b.png)", "plain"])
    [' News', '![](/b.png)', 'plain']
    """
    return [_words(line) if _SIGN in line else line for line in lines] if _SIGN in "\n".join(lines) else lines


def _words(line: str) -> str:
    words = _LINK.sub(r"\1", _PICTURE.sub("", line))
    return words if words.strip() else line
