"""Persian, Urdu and Kurdish: which parts of a text are not Arabic although its letters are of the Arabic script.

Letters tell (پ گ ٹ ے ڵ), and small words (است, را, ہے, لە). One such word in an Arabic sentence is a name; a sentence
of them is another language, and no Arabic step may run there.
"""

from typing import Literal

from cleaner.normalize.classes import FOREIGN_LETTERS, INVISIBLE, LETTERS, MARKS, OTHER_LETTERS, PERSIAN_TWINS, TATWEEL
from cleaner.pattern import pattern

_FOREIGN = pattern(f"[{FOREIGN_LETTERS}]")
_BEYOND_TWINS = pattern(f"[{FOREIGN_LETTERS}](?<![{PERSIAN_TWINS}])")
# A part ends at a line end, a bracket or a quotation mark; commas and full stops part nothing.
_PART = pattern('[^\r\n()«»“”"\\[\\]]+')
_WORD = pattern(f"[{LETTERS}{OTHER_LETTERS}{MARKS}{INVISIBLE}{TATWEEL}]+")
_TWIN = pattern(f"[{PERSIAN_TWINS}]")
# Written with ي and ك, as Arabic keyboards give them; hardly one of them is a word of Arabic prose.
_SMALL_WORDS = frozenset(
    (
        *("است", "از", "در", "با", "را", "كه", "اين", "براي", "شده", "كرد", "كرده", "مي", "هاي", "گفت", "نيز", "بايد"),
        *("ہے", "ہيں", "كے", "كو", "سے", "نے", "نہيں", "تھا", "گيا"),  # Urdu
        *("لە", "بە", "ئەم", "ئەو", "كە"),  # Kurdish
    )
)
# An article, teh marbuta, alef maksura, a hamza at the beginning, or a small word.
_ARABIC_WORD = pattern("[وفبك]?ال[ء-ي]{2}|[ء-ي]+[ةى]|[وف]?[أإ]|[وف]?(?:في|من|عن|التي|الذي|هذا|هذه|ان|مع|بعد|لم)$")
_LEAST = 2  # words that look foreign, one of them beyond the twins; a Persian keyboard writes Arabic with twins too
_SHARE = 0.2  # of the words of a part, at least
_ARABIC_SHARE = 0.15  # … at most; Arabic prose has more than twice as many such words
_LABEL = 2  # words at most: «کوردی» in a menu of languages
_MOST = 0.67  # of a text's words in such parts: what else it holds is short, and of that language too
_SOME = 0.3  # … at least, where other lines have the letters of a Persian keyboard and look no more Arabic: a list


def holds_foreign(text: str) -> bool:
    """Whether any letter of the Arabic script is there that Arabic does not have."""
    return _FOREIGN.search(text) is not None


def foreign_spans(text: str) -> list[tuple[int, int]]:
    """The parts of a text that are Persian, Urdu or Kurdish, as (start, stop); the whole text if most of it is.

    >>> foreign_spans("قال: «این کتاب برای شماست» ثم غادر"), foreign_spans("زار پرويز مشرف مدينة گجرات أمس")
    ([(6, 25)], [])
    >>> foreign_spans("قال علی: «این کتاب برای شماست»"), foreign_spans("نخود یک لیوان\\nپیاز را خرد کن")
    ([(10, 29)], [(0, 28)])
    """
    if not holds_foreign(text):
        return []
    foreign: list[tuple[int, int]] = []
    labels: list[tuple[int, int]] = []
    others: list[str] = []  # words of parts that are neither
    lines: tuple[set[int], set[int]] = set(), set()  # in which those stand, and the foreign parts
    words, total, twins, line, done = 0, 0, False, 0, 0
    for part in _PART.finditer(text):
        found = _WORD.findall(part[0])
        total += len(found)
        line, done = line + text.count("\n", done, part.start()), part.end()
        language = _language(found) if _FOREIGN.search(part[0]) else "arabic"  # by what mending leaves there
        if language == "foreign":
            foreign.append(part.span())
            words += len(found)
            lines[1].add(line)
        elif language == "label":
            (foreign if all(map(_is_beyond, found)) else labels).append(part.span())  # mending leaves the first alone
        else:
            others += found
            lines[0].add(line)
            twins = twins or _TWIN.search(part[0]) is not None
    is_list = twins and words > _SOME * total and lines[0].isdisjoint(lines[1])
    if words > _MOST * total or (is_list and _arabic(_plain(others)) <= _ARABIC_SHARE * len(others)):
        return [(0, len(text))]
    return foreign if twins else sorted(foreign + labels)


def _language(words: list[str]) -> Literal["arabic", "foreign", "label"]:
    """The language of the words of one part; a label is a word or two with ی or ک, and could be either."""
    if not words:
        return "arabic"
    plain = _plain(words)
    beyond = sum([one in _SMALL_WORDS or _is_beyond(word) for word, one in zip(words, plain, strict=True)])
    looks_foreign = beyond and beyond + _twins(words) >= max(_LEAST, _SHARE * len(words))
    if looks_foreign and _arabic(plain) <= _ARABIC_SHARE * len(words):
        return "foreign"
    if len(words) <= _LABEL and all("ی" in word or "ک" in word for word in words) and not _arabic(plain):
        return "label"
    return "arabic"


def _is_beyond(word: str) -> bool:
    return _BEYOND_TWINS.search(word) is not None


def _twins(words: list[str]) -> int:
    """The words that only a keyboard made foreign."""
    return sum([_TWIN.search(word) is not None and not _is_beyond(word) for word in words])


def _arabic(plain: list[str]) -> int:
    return sum([_ARABIC_WORD.match(word) is not None for word in plain])


def _plain(words: list[str]) -> list[str]:
    """The words with the letters of an Arabic keyboard."""
    return "\n".join(words).replace("ی", "ي").replace("ک", "ك").split("\n")
