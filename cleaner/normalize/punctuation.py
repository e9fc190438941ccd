"""Commas, semicolons, question marks and full stops between Arabic words, and the spaces they take.

Numbers, Latin words, data with commas in it and whatever stands at a slash or hyphen stay as they are.
"""

from cleaner.normalize.classes import LETTERS, MARKS, OTHER_LETTERS, SHIELD
from cleaner.pattern import pattern

_LETTER = LETTERS + OTHER_LETTERS
_AR = _LETTER + MARKS
_ARABIC_MARK = {",": "،", ";": "؛"}
_FOREIGN = pattern(f'[,;?](?<=[{_AR} »”")!؟\\d?].)')
_FOREIGN_COMMA = pattern(f'(?<=[{_AR}]) *[,;](?= ?[{_LETTER}]| [«“(\\d])|(?<=[»”)"\\d]) *[,;](?= [{_LETTER}])')
_TIGHT_COMMA = pattern(f"[{_AR}][,;](?=[{_AR}])")
_FOREIGN_QUESTION = pattern(f'(?:(?<=[{_AR}])|(?<=[{_AR}][»”")!])) *[?؟]+(?:(?<=؟)|(?=[\\s!»”").،]|\\Z))')
_LOST_LETTER = pattern(f'(?<![^\\s(«“"])\\?[{_AR}]')  # a question mark for a character that was lost

_AFTER_SPACE = pattern("[،؛؟.:!](?<= .)")
_EARLY_SPACE = pattern(
    f' (?:(?<=[\\w{MARKS}»”")\\]%!?؟{SHIELD}] )(?=[،؛؟])'
    f"|(?<=[{_AR}»”)\\]] )(?=(?:(?:[:!]+|\\.{{1,3}})(?:(?! \\.)\\s|\\Z)|\\.{{1,3}}[»”)]))"
    "|(?<=\\d )(?=\\.(?:[\r\n]|\\Z|\\s(?![\\d.]))))"
)
_TOUCHING = pattern(
    f"[،؛؟!.](?=[{_LETTER}])(?:(?<=[،؛؟])|(?<=[{_AR}]!)|(?<=[{_AR}»”)]\\.\\.)|(?<=[{_AR}»”)]\\.\\.\\.))"
)
_TOP_LEVELS = "نت|كوم|أورغ|اورغ|أورج|اورج|مصر|السعودية|امارات|إمارات|قطر|عمان|المغرب|شبكة|بازار|موقع|عرب"  # of domains
_JOINED_SENTENCES = pattern(
    f"\\.(?:(?<=[{_AR}]{{3}}\\.)|(?<=[{_AR}][»”)]\\.))(?=(?!(?:{_TOP_LEVELS})(?![{_AR}]))[{_LETTER}][{_AR}]++[ ،])"
)


def use_arabic_punctuation(text: str) -> str:
    """The marks , ; ? become ، ؛ ؟ where they stand between Arabic words or end a question.

    Left alone: numbers (3,5), Latin words, lines of data (حلب,دمشق,حمص), entities (&amp;), and question marks that
    stand for letters somebody lost.

    >>> use_arabic_punctuation("بكين, والتي 3,5 foo, bar متى?")
    'بكين، والتي 3,5 foo, bar متى؟'
    """
    if not _FOREIGN.search(text):
        return text
    return "\n".join(_with_arabic_marks(line) if _FOREIGN.search(line) else line for line in text.split("\n"))


def _with_arabic_marks(line: str) -> str:
    tight = len(_TIGHT_COMMA.findall(line))
    if tight < 2 or ", " in line or "،" in line:
        line = _FOREIGN_COMMA.sub(lambda mark: _ARABIC_MARK[mark[0].strip()], line)
    if "?" in line and not _LOST_LETTER.search(line):
        line = _FOREIGN_QUESTION.sub(lambda marks: "؟" * len(marks[0].strip()), line)
    return line


def close_up(text: str) -> str:
    """No space before a mark: «القائمة ، كما» becomes «القائمة، كما».

    Left alone: dotted lines, smileys, times (8 : 30), spaces inside quotation marks and at slashes and hyphens.

    >>> close_up("القائمة ، كما قال : نعم .. ثم 8 : 30")
    'القائمة، كما قال: نعم.. ثم 8 : 30'
    """
    return _EARLY_SPACE.sub("", text) if _AFTER_SPACE.search(text) else text


def open_up(text: str) -> str:
    """A space after a mark that touches the next word, after two stops and more, and between two sentences.

    Left alone: numbers, abbreviations (ق.م), domains (العربية.نت), and two stops, which stay two.

    >>> open_up("اليوم..إن واشنطن.من جانبه، العربية.نت حاولت،وقد")
    'اليوم.. إن واشنطن. من جانبه، العربية.نت حاولت، وقد'
    """
    return _JOINED_SENTENCES.sub(". ", _TOUCHING.sub(r"\g<0> ", text))
