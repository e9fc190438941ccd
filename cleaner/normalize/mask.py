"""What no step may touch: addresses, tags, code, scripture, verse and other languages.

While the steps run, one character stands in the place of each such span: they see that something is there.
"""

import re
from collections.abc import Iterator
from itertools import chain

from cleaner.normalize.classes import FORMS, INVISIBLE, LETTERS, MARKS, OTHER_LETTERS, RECITATION, SHIELD, TATWEEL
from cleaner.normalize.language import foreign_spans, holds_foreign
from cleaner.pattern import pattern

Span = tuple[int, int]

_ARABIC = pattern(f"[{LETTERS}{FORMS}]")

_LETTER = LETTERS + OTHER_LETTERS
_AR = _LETTER + MARKS
_ADDRESS_END = '[^\\s<>«»“”"،؛؟]+'
_MAIL = "A-Za-z0-9._%+-"
_CODE = "`"
_KINDS = (  # a sign without which there is none of the kind, and the kind, which is compiled where the sign is met
    (SHIELD, SHIELD),
    ("://", f"(?:https?|ftp)://{_ADDRESS_END}"),
    ("www.", f"www\\.{_ADDRESS_END}"),
    ("@", f"(?<![{_MAIL}])[{_MAIL}]++@[A-Za-z0-9.-]+"),
    ("@", f"@[\\w{MARKS}\N{ZERO WIDTH NON-JOINER}]+"),
    ("#", f"#[\\w{MARKS}\N{ZERO WIDTH NON-JOINER}]+"),
    (_CODE, "```.*?```|`[^`\r\n]+`"),
    ("<", "</?[A-Za-z!][^<>\r\n]*>"),
    ("&", "&#?\\w+;"),
    ("\r", f"(?<=\r)[{INVISIBLE}{MARKS}]+\\Z"),  # alone between two line ends, which would grow together
)
_SCRIPTURE = f"ٱ\N{ARABIC LETTER SUPERSCRIPT ALEF}{RECITATION}"  # alef wasla, dagger alef
_VOCALISED_SIGNS = pattern(f"[{_SCRIPTURE}﴿{MARKS}](?:(?<=[{_SCRIPTURE}﴿])|[{LETTERS}]{{1,3}}[{MARKS}])")
_INNER = f"{_AR}{_SCRIPTURE}{FORMS}{INVISIBLE}{TATWEEL}"
_VOCALISED_WORD = pattern(f"﴿[^﴿﴾\r\n]*﴾|[{_LETTER}{FORMS}][{_INNER}]*+")
_MARK = pattern(f"[{MARKS}]")
_SCRIPTURE_SIGN = pattern(f"[{_SCRIPTURE}﴿]")
_SPOKEN_OUT = 0.5  # marks for each letter of a word: half of the letters or more
_RUN = 3  # words: so many such words in a row are a quotation or verse; one or two help the reader of a hard word

_HALF = f"[{_AR} ،؛؟!:.]{{10,60}}"
_VERSES = pattern(f"(?:^{_HALF}(?:   |\t|\\*){_HALF}\r?(?:\n|\\Z)){{2,}}", re.M)
_GAPS = ("   ", "\t", "*")


def holds_arabic(text: str) -> bool:
    """Whether any letter of the Arabic script stands in the text, as itself or as a presentation form."""
    return not text.isascii() and _ARABIC.search(text) is not None


def shield(text: str, signs: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text with one character for each masked span of a line, and the spans' own texts, in order.

    signs: see `masked_spans`.

    >>> shield("قال @ahmad إن http://a.org/،هنا")
    ('قال ￼ إن ￼،هنا', ('@ahmad', 'http://a.org/'))
    """
    parts: list[str] = []
    masked: list[str] = []
    end = 0
    for start, stop in _lines(text, masked_spans(text, signs)):
        if start >= end:
            parts.append(text[end:start])
            masked.append(text[start:stop])
            end = stop
    if not masked:
        return text, ()
    parts.append(text[end:])
    return SHIELD.join(parts), tuple(masked)


def unshield(text: str, masked: tuple[str, ...]) -> str:
    """The text with the masked spans in their places again."""
    if not masked:
        return text
    parts = text.split(SHIELD)
    return "".join(chain.from_iterable(zip(parts, [*masked, ""], strict=True)))


def masked_spans(text: str, signs: str | None = None) -> list[Span]:
    """What no step may touch, as (start, stop), in order. Spans may overlap.

    signs: the lines of the text in which all signs of what is masked stand, where they are known (see glance.py).
    """
    signs = text if signs is None else signs
    spans = foreign_spans(text) if holds_foreign(signs) else []
    for sign, kind in _KINDS:
        if sign in signs:
            find = re.compile(kind, re.S).finditer
            spans += (found.span() for reach in _reaches(sign, text) for found in find(text, *reach))
    if _VOCALISED_SIGNS.search(signs):
        start = 0
        for line in text.split("\n"):
            if _SCRIPTURE_SIGN.search(line) or len(_VOCALISED_SIGNS.findall(line)) >= _RUN:
                spans += ((start + first, start + last) for first, last in _vocalised(line))
            start += len(line) + 1
    if any(gap in signs for gap in _GAPS):
        spans += _verses(text)
    return _merged(spans)


def _verses(text: str) -> Iterator[Span]:
    """Lines of verse, each in two halves: looked for only where a gap is."""
    end = 0
    for start in sorted({start for gap in _GAPS for start, _ in _reaches(gap, text)}):
        if start >= end and (found := _VERSES.match(text, start)):
            end = found.end()
            yield start, end


def _reaches(sign: str, text: str) -> Iterator[Span]:
    """Where spans of a kind may be: in the lines that hold its sign; code may go on over lines."""
    if sign == _CODE:
        yield text.index(sign), len(text)
        return
    place = text.find(sign)
    while place >= 0:
        stop = text.find("\n", place)
        stop = stop if stop >= 0 else len(text)
        yield text.rfind("\n", 0, place) + 1, stop
        place = text.find(sign, stop)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, stop in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return merged


def _lines(text: str, spans: list[Span]) -> Iterator[Span]:
    """The same spans cut at line ends, so that a shielded text has the lines of the text."""
    for start, stop in spans:
        for line in re.finditer("[^\r\n]+", text[start:stop]):
            yield start + line.start(), start + line.end()


def _vocalised(line: str) -> Iterator[Span]:
    """Runs of words with a mark on every other letter, and words with the letters and signs of scripture."""
    start = stop = words = 0
    holy = False
    for word in _VOCALISED_WORD.finditer(line):
        scripture = _SCRIPTURE_SIGN.search(word[0]) is not None
        if not scripture and not _is_vocalised(word[0]):
            continue
        if line[stop : word.start()].strip(" ،؛"):  # something else stands between: a new run
            if holy or words >= _RUN:
                yield start, stop
            start, words, holy = word.start(), 0, False
        stop, words, holy = word.end(), words + 1, holy or scripture
    if holy or words >= _RUN:
        yield start, stop


def _is_vocalised(word: str) -> bool:
    letters = len(_MARK.sub("", word))
    return len(word) - letters >= _SPOKEN_OUT * letters and _VOCALISED_SIGNS.search(word) is not None
