"""Persian, Urdu and Kurdish: which parts of a text are not Arabic although its letters are of the Arabic script.

Letters tell (پ گ ٹ ے ڵ), and small words (است, را, ہے, لە). One such word in an Arabic sentence is a name; a sentence
of them is another language, and no Arabic step may run there.
"""

from collections.abc import Iterator
from typing import Literal

from cleaner.normalize.classes import FOREIGN_LETTERS, INVISIBLE, LETTERS, MARKS, OTHER_LETTERS, PERSIAN_TWINS, TATWEEL
from cleaner.pattern import pattern

Language = Literal["arabic", "foreign", "label"]
_FOREIGN = pattern(f"[{FOREIGN_LETTERS}]")
_BEYOND_TWINS = pattern(f"[{FOREIGN_LETTERS}](?<![{PERSIAN_TWINS}])")
# What is said ends at a line end or a quotation mark, a part of it at a bracket; commas and full stops part nothing.
_SAID = pattern('[^\r\n«»“”"]+')
_PART = pattern(r"[^()\[\]]+")
_BRACKETS = frozenset("()[]")
_WORD = pattern(f"[{LETTERS}{OTHER_LETTERS}{MARKS}{INVISIBLE}{TATWEEL}]+")
_TWIN = pattern(f"[{PERSIAN_TWINS}]")
_JOINED = "\N{ZERO WIDTH NON-JOINER}"  # within a word beside letters of a Persian keyboard
_ARABIC_LETTER = pattern("[أإيىكة]")  # that a Persian keyboard hardly gives
# Written with ي and ك, as Arabic keyboards give them; hardly one of them is a word of Arabic prose.
_PERSIAN = (
    "است از در با را كه اين براي شده كرد كرده مي هاي گفت نيز بايد "
    "شد شدند بود بودند كردند كند كنند دارد دارند داشت خواهد باشد نيست خود"
)
_URDU, _KURDISH = "ہے ہيں كے كو سے نے نہيں تھا گيا", "لە بە ئەم ئەو كە"
_SMALL_WORDS = frozenset(f"{_PERSIAN} {_URDU} {_KURDISH}".split())
# An article, teh marbuta, alef maksura, a hamza at the beginning, or a small word.
_ARABIC_WORD = pattern(
    "[وفبك]?ال[ء-ي]{2}|[ء-ي]+[ةى]|[وف]?[أإ]|[وف]?(?:في|من|عن|التي|الذي|هذا|هذه|ان|مع|بعد|لم|قال|كان|ثم)$"
)
_LEAST = 2  # words that look foreign, one of them beyond the twins; a Persian keyboard writes Arabic with twins too
_SHARE = 0.2  # of the words of a part, at least
_ARABIC_SHARE = 0.15  # … at most; Arabic prose has more than twice as many such words
_JOINED_SHARE = 0.3  # the same where a word is joined by ZWNJ: بعد is a word of both
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
    everything: list[str] = []
    words, likely, twins, line, done = 0, 0, False, 0, 0
    for span, found, language in _parts(text):
        everything += found
        line, done = line + text.count("\n", done, span[0]), span[1]
        if language == "foreign":
            foreign.append(span)
            words += len(found)
            lines[1].add(line)
        elif language == "label":
            (foreign if all(map(_is_beyond, found)) else labels).append(span)  # mending leaves the first alone
            likely += len(found)
        else:
            others += found
            lines[0].add(line)
            twins = twins or _TWIN.search(text, *span) is not None
    total = len(everything)
    is_list = (twins and lines[0].isdisjoint(lines[1])) or words + likely > _MOST * total
    is_list = is_list and words > _SOME * total and _arabic(_plain(others)) <= _ARABIC_SHARE * len(others)
    if words > _MOST * total or is_list or (total > _LABEL and _is_bare(everything)):
        return [(0, len(text))]
    return foreign if twins else sorted(foreign + labels)


def _parts(text: str) -> Iterator[tuple[tuple[int, int], list[str], Language]]:
    """What is said, whole where it is foreign as a whole, else what its brackets part: span, words and language."""
    for said in _SAID.finditer(text):
        start = said.start()
        words, language = _told(said[0])
        if language == "foreign" or not _BRACKETS.intersection(said[0]):
            yield said.span(), words, language
            continue
        for part in _PART.finditer(said[0]):
            yield (start + part.start(), start + part.end()), *_told(part[0])


def _told(part: str) -> tuple[list[str], Language]:
    """The words of a part, and their language by what mending leaves there."""
    words = _WORD.findall(part)
    return words, _language(words) if words and _FOREIGN.search(part) else "arabic"


def _language(words: list[str]) -> Language:
    """The language of the words of one part; a label could be either: names, or a word or two with ی or ک."""
    plain, twins = _plain(words), _twins(words)
    arabic = _arabic(plain)
    beyond = sum([one in _SMALL_WORDS or _is_beyond(word) for word, one in zip(words, plain, strict=True)])
    joined = sum([_JOINED in word[1:-1] for word in words]) if twins or beyond else 0
    beyond += joined
    looks_foreign = beyond and beyond + twins >= max(_LEAST, _SHARE * len(words))
    if looks_foreign and arabic <= (_JOINED_SHARE if joined else _ARABIC_SHARE) * len(words):
        return "foreign"
    if arabic or (len(words) > _LABEL and not _is_bare(words)):
        return "arabic"
    return "label" if len(words) > _LABEL or all("ی" in word or "ک" in word for word in words) else "arabic"


def _is_bare(words: list[str]) -> bool:
    """Whether nothing in these words is Arabic for sure: then names with ی and ک are no slips of a keyboard."""
    return _ARABIC_LETTER.search(" ".join(words)) is None and not _arabic(_plain(words))


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
