"""Lines of programs and of data, in the midst of which a line means nothing that rules know."""

import re
from bisect import bisect
from collections.abc import Container, Iterable, Sequence

from cleaner.pattern import pattern

_CODE = pattern(r"[{};=(\[]$|\)\)$|^[})\]<]|^//|=>|:=|^\"[\w@$-]+\":|[\w)]\(\)|\w\[\w+\]\(\)")
_PROGRAM = pattern(
    r"^(?:[#*]|//|/\*|--|\}|\{|</?[a-z!?]|@\w+\W?)|[;{},(\[\\=]$|\*/$|\)\s*:$|\)\)$|\w\([^()]*\)[:,;.]?$"
    r"|^[\w.\[\]\"'$]+ ?[-+*/|&:.]?= ?\S|^\"[^\"]+\" ?:|=>|->|:=|==|&&|\|\||<<|::"
    r"|^(?:def|class|import|from|return|elif|except|if|for|while|with|else|try|function|var|let|const|static|end\w*|fi"
    r"|done|esac|set|print|my|sub|use)\b.*[:;{)\w]$"
)
_PART = pattern(  # beside a line of a program or style sheet
    r"^[\])}(;,\s{\[]+$|^/\*|\*/$|^//|^<!--|-->$|^[.#][\w-]+[^.!?؟]*\{$|^[.#][a-z][\w-]*[^.!?؟\s]*,$|; ?// "
    r"|^[a-zA-Z_$][\w$.]{0,60}\(.*(?:\);|[({\[,])$|^[a-z_$][\w$]*\.[\w$.]*[a-z]\(.*\)$|^[!;(]*function\b ?\w*\(.*[{;]$"
    r"|^(?:var|let|const) .*=.*[;,{(\[]$|^[\w$.\[\]\"']{2,80} ?[-+*/|&]?= ?.*[;{(\[]$|^[}\])]+[(\[.,;].*[;,{}()]$"
    r"|^if ?\(\w+\.\w.*\)$|^--[\w-]{2,60} ?: ?[^{}]*;$"
    r"|^\(?self\.__|^\"[\w@$ -]+\" ?: ?(?:\".*\"|[\d.]+|true|false|null|[\[{].*)[,\]}]*$"
)
_WITHIN = pattern(  # the same between its brackets
    r"^(?:[-–—]{1,2}|[*_])?[a-z-]{2,40} ?: ?[^;{}]{1,140};(?: ?\}|[a-z-]{2,40} ?:.*)?$|^['\"][^'\"]*['\"],?$"
    r"|^[a-z-]{2,40} ?: ?[\d.#][\w%. ]{0,40}$|^(?:from|to|[\d.]+%) ?\{|^return\b.*[;,{(\[]$|^[.#][a-z][\w-]*[ .#>:].*,$"
    r"|^[\w$.\[\]\"']{1,80} ?[-+*/|&]?= ?.*[;,{(\[]$|^(?:if|for|while|switch|try|else)\b ?[({].*[{};)]$"
    r"|^\} ?(?:else|catch|finally)\b|^['\"][\w-]+['\"] ?: ?.*[,{\[]$"
    r"|^[\w$-]{2,40} ?: ?(?:['\"{\[\d]|true\b|false\b|null\b|function\b)"
)
_CLOSE_SIGNS = "{}();=\"'[]"
_LEAST_CLOSE = 0.08  # share of the characters of a line between brackets
_CLOSE_ENDS = frozenset("{}();,=[]:")
_ARTICLE = r"\b[وبلفك]?(?:ال|لل)?"  # and the small words that Arabic writes as one with it
_SUBJECT = pattern(  # of an article in which code is an example
    r"\b(?:css|html5?|java ?script|jquery|typescript|js|php|python|java|json|sql|xml|npm|git(?:hub)?|markup|divs?"
    r"|bash|linux|newlines?|file(?:s|names?)?|cron|programm(?:ers?|ier\w*|ation|eur\w*)"
    r"|wordpress|compiler|syntax|snippets?|debug\w*"
    r"|código\w*|codici?|entwickler\w*|программи(?:ст|ров)\w*|скрипт\w*|код(?:а|у|ом|е|ы|ов)?|développe\w*|programación"
    r"|programação|programlama|yazılım\w*|کد(?:ها|های|ی)?|کدنویس\w*)\b|برمج|برنامه.?نویس|"
    + _ARTICLE
    + r"(?:كود|[أا]كواد|سكريبت|سكربت|شيفرة|دالة|دوال)\b|コード|プログラミング|代码|编程|(?<!레)코드",
    re.IGNORECASE,
)
_SETTING = pattern(  # of an example, in the sentences right above and below it
    r":$|\b(?:cod(?:e|es|ing|ers?)|programming|developers?|functions?|variables?|plug-?ins?|frameworks?|apis?|selectors?"
    r"|pages?|web|websites?|blogs?|blogger|browsers?|templates?|themes?|tags?|buttons?|menu|sidebar|slider|scripts?"
    r"|loops?|commands?|programs?|does(?: not|n['’]t) work|not working|doing wrong|ne (?:marche|fonctionne) pas"
    r"|funktioniert nicht|не работает|no funciona|non funziona|çalışmıyor|paste\w*|click\w*|pixels?|style ?sheets?"
    r"|terminal|schemas?|rdf|adsense|customi[sz]er|(?:these|following|few|two|three|four) lines|navigateur"
    r"|fichiers?|boutons?|balises?|feuilles? de style|copiez|collez|lignes"
    r"|webseite\w*|datei\w*|kn[oö]pfe?|menü\w*|stilvorlage\w*|vorlagen?|zeilen"
    r"|navegador|archivos?|bot[oó]n|botão|plantilla|p[aá]ginas?|etiquetas?|arquivo|pulsante|sayfa\w*|tarayıcı\w*"
    r"|dosya\w*|düğme\w*|şablon\w*|страниц\w*|браузер\w*|файл\w*|шаблон\w*|тег\w*|кнопк\w*|сайт\w*|стил(?:ь|и|ей)"
    r"|программ\w*|صفحه|مرورگر|فایل|وبلاگ|دکمه|منو|برنامه|احفظ|انسخ|الصق|لا يعمل|کار نمی)\b|"
    + _ARTICLE
    + r"(?:موقع[يك]|[أا]دسنس|صفح[ةه]|صفحات|متصفح|مدون(?:ة|تك|ات)|قالب|وسم|ملف|[أا]?سطر|زر|زرا)\b",
    re.IGNORECASE,
)
_OF_SYSTEMS = pattern(  # what nobody writes by hand in an article
    r"googletag|google_|\bgtag\(|\bga\(|data[lL]ayer|adsbygoogle|taboola|\bfbq\(|_gaq\b|disqus|addthis|ajax_?url"
    r"|apiSettings|__next|wpemoji|_WidgetManager|parentNode|jQuery|elementor|\bwp-|\btd[-_i]|\bmso-|[#.][\w-]+[-_]\d"
    r"|CDATA|^[(!;]+function|FB\.|twttr\.|jwplayer|__[A-Z]+_|img\.|SESSIONURL|vb_|^data:|\w\{[\w-]+:|\.push\("
    r"|Normal 0 |.{241}|Style Definitions"
)
_MANY_LEAKS = 8  # lines of a page of which a converter left all programs
_FEWEST_WORDS = 3  # blanks of a line that says something
_UNSAID = pattern(
    r"//|&&|\|\||\w\(['\"\w]|\w_\w|^[.#@*:-]|: ?['\"\[]|^\w+ ?: .*,$|,$"
)  # in a line of code that has no other sign
_COMMENT = frozenset("/*\"'")  # begins one, or data
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


def is_part_of_code(text: str, *, within: bool) -> bool:
    """Whether a line right beside one of a program or a style sheet belongs to it; by itself it may be anything.

    within: between the brackets of the program.

    >>> is_part_of_code("margin: 0 auto;", within=True), is_part_of_code("flour: 2 cups;", within=False)
    (True, False)
    >>> is_part_of_code("});", within=False), is_part_of_code("The boat: a ferry; a home.", within=True)
    (True, False)
    """
    return _PART.search(text) is not None or (within and (_WITHIN.search(text) is not None or is_full_of_signs(text)))


def is_full_of_signs(text: str) -> bool:
    """Whether a line is full of the signs of programs and ends in one.

    >>> is_full_of_signs("a.b=c['d'];"), is_full_of_signs("The boat, a ferry now, sails again to the north (as ever);")
    (True, False)
    """
    is_full = sum(map(text.count, _CLOSE_SIGNS)) >= _LEAST_CLOSE * len(text)
    return is_full and text[-1] in _CLOSE_ENDS and text.isascii()


def sentences(texts: Sequence[str], known: Container[int]) -> list[int]:
    """The places of the sentences among some lines; known: lines that are none of the article."""
    return [i for i, text in enumerate(texts) if i not in known and _says_something(text)]


def is_subject(texts: Sequence[str], said: Sequence[int], known: Container[int], least: int = 1) -> bool:
    """Whether the headline or so many of the sentences name languages, programs or their parts.

    >>> is_subject(["In CSS a box has a margin."], [0], ()), is_subject(["The boat sails again today."], [0], ())
    (True, False)
    """
    if 0 not in known and _SIGNS.isdisjoint(texts[0]) and not _UNSAID.search(texts[0]) and _SUBJECT.search(texts[0]):
        return True
    return sum(_SUBJECT.search(texts[i]) is not None for i in said) >= least


def is_announced(texts: Sequence[str], said: Sequence[int], code: Iterable[int]) -> bool:
    """Whether the sentence right above or below lines of code announces it or speaks of programs, files, buttons.

    >>> is_announced(["Write at the top of the file", "go({", "})"], [0], [1])
    True
    """
    places = {bisect(said, i) for i in code}
    beside = {said[place] for at in places for place in (at - 1, at) if 0 <= place < len(said)}
    return any(_SETTING.search(texts[i]) or _SUBJECT.search(texts[i]) for i in beside)


def is_example(texts: Sequence[str], code: Iterable[int], known: Container[int] = ()) -> bool:
    """Whether lines of code, by their place among all lines, are examples of what an article speaks of.

    >>> is_example(["In CSS a box has a margin.", ".box {", "}"], [1])
    True
    >>> is_example(["The boat sails again today.", "go({", "})"], [1])
    False
    """
    said = sentences(texts, known)
    return is_subject(texts, said, known) or is_announced(texts, said, code)


def _says_something(text: str) -> bool:
    """Whether a line is a sentence or a headline, no code and no comment in it."""
    if text.count(" ") < _FEWEST_WORDS or not _SIGNS.isdisjoint(text) or text[0] in _COMMENT:
        return False
    return _UNSAID.search(text) is None


def is_of_a_system(text: str) -> bool:
    """Whether a line of code is one that systems write into pages and nobody by hand.

    >>> is_of_a_system("gtag('js', new Date());"), is_of_a_system("margin: 0 auto;")
    (True, False)
    """
    return _OF_SYSTEMS.search(text) is not None


def is_full_of_leaks(code: Iterable[str]) -> bool:
    """Whether lines of code are such as no article shows: a converter left all programs of the page in its text."""
    return sum(map(is_of_a_system, code)) >= _MANY_LEAKS
