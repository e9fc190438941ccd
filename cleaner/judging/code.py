"""Lines of programs and of data, in the midst of which a line means nothing that rules know."""

import re
from collections.abc import Iterable

from cleaner.pattern import pattern

_CODE = pattern(r"[{};=(\[]$|\)\)$|^[})\]<]|^//|=>|:=|^\"[\w@$-]+\":|[\w)]\(\)|\w\[\w+\]\(\)")
_PROGRAM = pattern(
    r"^(?:[#*]|//|/\*|--|\}|\{|</?[a-z!?]|@\w+\W?)|[;{},(\[\\=]$|\*/$|\)\s*:$|\)\)$|\w\([^()]*\)[:,;.]?$"
    r"|^[\w.\[\]\"'$]+ ?[-+*/|&:.]?= ?\S|^\"[^\"]+\" ?:|=>|->|:=|==|&&|\|\||<<|::"
    r"|^(?:def|class|import|from|return|elif|except|if|for|while|with|else|try|function|var|let|const|static|end\w*|fi"
    r"|done|esac|set|print|my|sub|use)\b.*[:;{)\w]$"
)
_PART = pattern(  # beside a line of a program or style sheet
    r"^[\])}(;,*/\s]+$|^/\*|\*/$|^//|^<!--|-->$|^[.#][\w-]+[^.!?؟]*[,{]$|^[\w$.]{1,60}\(.*\);?$"
    r"|^(?:[-–—]{1,2}|[*_])?[a-z-]{2,40} ?: ?[^;{}]{1,140};(?: ?\}|[a-z-]{2,40} ?:.*)?$"
    r"|^(?:var|let|const|return)\b.*[;,{(\[]$|^[\w$.\[\]\"']{1,80} ?[-+*/|&]?= ?.*[;,{(\[]$"
    r"|^['\"][\w-]+['\"] ?: ?.*[,{\[]$|^[\w$-]{2,40} ?: ?(?:['\"{\[\d]|true|false|null).*,?$"
)
_SUBJECT = pattern(  # of an article in which code is an example
    r"\b(?:css|html5?|java ?script|jquery|typescript|js|php|python|java|json|sql|xml|apis?|npm|git(?:hub)?"
    r"|markup|divs?|loops?|bash|linux|newlines?|file(?:s|names?)?|commands?|cron|terminal"
    r"|cod(?:e|es|ing|er)|programm\w*|program(?:s|ming)|developers?|scripts?|functions?|variables?|plug-?ins?"
    r"|wordpress|frameworks?|compiler|syntax|snippets?|selectors?|debug\w*|código\w*|codici?|entwickler\w*"
    r"|программ\w*|скрипт\w*|код\w{0,2}|développe\w*|programación|programação|programlama|yazılım\w*)\b"
    r"|كود|برمج|سكريبت|سكربت|شيفرة|دالة|کد|برنامه|コード|プログラム|代码|编程|코드",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3  # blanks of a line that says something
_SIGNS = frozenset("{};=<>")
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


def is_part_of_code(text: str) -> bool:
    """Whether a line right beside one of a program or a style sheet belongs to it; by itself it may be anything.

    >>> is_part_of_code("margin: 0 auto;"), is_part_of_code("});"), is_part_of_code("The boat: a ferry; a home.")
    (True, True, False)
    """
    return _PART.search(text) is not None


def speaks_of_code(texts: Iterable[str]) -> bool:
    """Whether the sentences among some lines name languages, programs or their parts: code is then an example.

    >>> speaks_of_code(["In CSS a box has a margin."]), speaks_of_code(["The boat sails again.", "function go() {"])
    (True, False)
    """
    said = (text for text in texts if text.count(" ") >= _FEWEST_WORDS and _SIGNS.isdisjoint(text))
    return any(_SUBJECT.search(text) for text in said)
