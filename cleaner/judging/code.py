"""Lines of programs and of data, in the midst of which a line means nothing that rules know."""

from cleaner.pattern import pattern

_CODE = pattern(r"[{};=(\[]$|\)\)$|^[})\]<]|^//|=>|:=|^\"[\w@$-]+\":|[\w)]\(\)|\w\[\w+\]\(\)")
_FIELD = pattern(r"\"[\w@$ -]+\" ?:")


def is_code(text: str) -> bool:
    """Whether a line is likely one of a program.

    >>> is_code("await page.open()"), is_code("} else {"), is_code("See also: the ferry")
    (True, True, False)
    """
    return _CODE.search(text) is not None


def is_field(text: str) -> bool:
    """Whether a line is a field of data in JSON: its name in quotation marks, a colon, its value.

    >>> is_field('"Tags": [],'), is_field('"Tags" stood on the door')
    (True, False)
    """
    return text[0] == '"' and _FIELD.match(text) is not None
