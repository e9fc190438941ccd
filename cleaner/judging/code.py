"""Lines of programs and of data, in the midst of which a line means nothing that rules know."""

from cleaner.pattern import pattern

_CODE = pattern(r"[{};=(\[]$|\)\)$|^[})\]<]|^//|=>|:=|^\"[\w@$-]+\":|[\w)]\(\)|\w\[\w+\]\(\)")
_PROGRAM = pattern(
    r"^(?:[#*]|//|/\*|--|\}|\{|</?[a-z!?]|@\w+\W?)|[;{},(\[\\=]$|\*/$|\)\s*:$|\)\)$|\w\([^()]*\)[:,;.]?$"
    r"|^[\w.\[\]\"'$]+ ?[-+*/|&:.]?= ?\S|^\"[^\"]+\" ?:|=>|->|:=|==|&&|\|\||<<|::"
    r"|^(?:def|class|import|from|return|elif|except|if|for|while|with|else|try|function|var|let|const|static|end\w*|fi"
    r"|done|esac|set|print|my|sub|use)\b.*[:;{)\w]$"
)
_FIELD = pattern(r"\"[\w@$ -]+\" ?:")


def is_code(text: str) -> bool:
    """Whether a line is likely one of a program.

    >>> is_code("await page.open()"), is_code("} else {"), is_code("See also: the ferry")
    (True, True, False)
    """
    return _CODE.search(text) is not None


def may_be_code(text: str) -> bool:
    """Whether a line may well be one of a program, where most others are; by itself it may be one of an article too.

    >>> may_be_code("import sys"), may_be_code("# the last line counts"), may_be_code("Go on to the harbour.")
    (True, True, False)
    """
    return _PROGRAM.search(text) is not None


def is_field(text: str) -> bool:
    """Whether a line is a field of data in JSON: its name in quotation marks, a colon, its value.

    >>> is_field('"Tags": [],'), is_field('"Tags" stood on the door')
    (True, False)
    """
    return text.startswith('"') and _FIELD.match(text) is not None
