r"""The matching key: a lossy form used only to compare lines and phrases, never written.

Letters that writers swap are levelled (أإآ→ا, ى→ي, ة→ه, ک→ك …), shapes of letters (ﻻ) become letters, marks, tatweel
and invisible characters go, case goes, digits and punctuation get one script. So a rule pack needs one spelling, and
what the orthography steps later mend cannot change which rule matches. Line ends stay: many lines can be folded in
one call.
"""

from itertools import chain

from cleaner.normalize.presentation import join_forms

_RANGES = (
    ("\N{ARABIC FATHATAN}", "\N{ARABIC WAVY HAMZA BELOW}"),  # short vowels, shadda, sukun
    ("\N{ARABIC LETTER SUPERSCRIPT ALEF}", "\N{ARABIC LETTER SUPERSCRIPT ALEF}"),
    ("\N{ARABIC TATWEEL}", "\N{ARABIC TATWEEL}"),
    ("\N{ZERO WIDTH SPACE}", "\N{RIGHT-TO-LEFT MARK}"),
    ("\N{LEFT-TO-RIGHT EMBEDDING}", "\N{RIGHT-TO-LEFT OVERRIDE}"),
    ("\N{ARABIC LETTER MARK}", "\N{ARABIC LETTER MARK}"),
    ("\N{WORD JOINER}", "\N{NOMINAL DIGIT SHAPES}"),
    ("\N{SOFT HYPHEN}", "\N{SOFT HYPHEN}"),
    ("\N{ZERO WIDTH NO-BREAK SPACE}", "\N{ZERO WIDTH NO-BREAK SPACE}"),
)
_DROPPED = {chr(code): "" for low, high in _RANGES for code in range(ord(low), ord(high) + 1)}
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",  # alef with hamza above, below, madda, wasla → alef
    "ى": "ي", "ی": "ي", "ئ": "ي",  # alef maksura, farsi yeh, yeh with hamza → yeh
    "ة": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ە": "ه",  # teh marbuta, heh goal, heh doachashmee … → heh
    "ؤ": "و", "ک": "ك",  # waw with hamza → waw, keheh → kaf
    "ß": "ss", "’": "'", "ʼ": "'",
}  # fmt: skip
_EUROPEAN = {
    "ı": "i", "\N{COMBINING DOT ABOVE}": "",  # Turkish: the small letters of I and of İ, which is i and this dot
    "ё": "е",  # Russian yo is mostly written as ye
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω",  # Greek capitals lack the accent
    "ϊ": "ι", "ΐ": "ι", "ϋ": "υ", "ΰ": "υ",
}  # fmt: skip
_PUNCTUATION = {
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "۔": ".", "…": "...",  # Arabic marks, Urdu full stop, ellipsis
    "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": '"', "›": '"',
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "¦": "|", "∣": "|",  # dashes, broken bar, divides
    "：": ":", "？": "?", "！": "!", "，": ",", "（": "(", "）": ")", "｜": "|",  # fullwidth marks
}  # fmt: skip
_DIGITS = {
    zero: str(value)
    for value in range(10)
    for zero in (
        chr(ord(first) + value) for first in "٠۰०০๐"
    )  # Arabic-Indic, Persian, Devanagari, Bengali, Thai digits
}


def _by_lead(*tables: dict[str, str]) -> list[tuple[bytes, list[tuple[str, str]]]]:
    """The letters of some tables by the first byte of their UTF-8, which tells of a text that it has none of them."""
    found: dict[bytes, list[tuple[str, str]]] = {}
    for letter, plain in chain.from_iterable(table.items() for table in tables):
        found.setdefault(letter.encode()[:1], []).append((letter, plain))
    return [*found.items()]


_LEVEL = _by_lead(_DROPPED, _LETTERS, _EUROPEAN)
_LEVEL_EUROPEAN = _by_lead(_EUROPEAN)
_ALL = _by_lead(_DROPPED, _LETTERS, _PUNCTUATION, _DIGITS)
_OF_FORMS = "\N{ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM}".encode()[:1]  # and of all other presentation forms
# First bytes of capitals in UTF-8: Latin beyond ASCII (and the dot of İ), Greek, Cyrillic, Armenian, the rarer scripts.
_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ" + bytes(
    [*range(0xC3, 0xCA), *range(0xCC, 0xD6), 0xE1, 0xE2, 0xEA, 0xEF, 0xF0]
)
_NO_CAPITALS = bytes(byte for byte in range(256) if byte not in _CAPITALS)  # most Arabic is made of these alone
_UPTO = range(ord("\N{IDEOGRAPHIC SPACE}") + 1)  # the last of all white space
_ODD_SPACES = _by_lead({space: " " for space in map(chr, _UPTO) if space.isspace() and space not in " \n"})
_EUROPEAN_LEADS = {letter.encode()[0] for small in _EUROPEAN for letter in (small, small.upper())} - {ord("I")}
_NOT_EUROPEAN = bytes(byte for byte in range(256) if byte not in _EUROPEAN_LEADS)

# Stripped from both ends of a whole line before it is looked up as a phrase.
EDGES = " \t.,:;!?|/\\*#<>()[]{}\"'-_=+~^•·●▪■□◆►▶▼▲◄←→↑↓»«›‹×✕✖©…"  # bullets, arrows, crosses


def level(text: str) -> str:
    """Letters only: the part of `fold` that a rule's pattern goes through too.

    >>> level("أخبار الأمّة")
    'اخبار الامه'
    """
    return _replaced(text, text.encode("utf-8", "surrogatepass"), _LEVEL)


def fold(text: str) -> str:
    r"""The key of one or many lines.

    >>> fold("اقـرأ أيضًا :"), fold("إقرا  ايضا :"), fold("READ More…\n١٢")
    ('اقرا ايضا :', 'اقرا ايضا :', 'read more...\n12')
    """
    data = text.encode("utf-8", "surrogatepass")
    if capitals := data.translate(None, _NO_CAPITALS):  # and small letters that begin with the same byte
        text = text.lower()
        data = text.encode("utf-8", "surrogatepass")
        if capitals.translate(None, _NOT_EUROPEAN):
            text = _replaced(text, data, _LEVEL_EUROPEAN)
            data = text.encode("utf-8", "surrogatepass")
    if not text.isascii():
        text = _replaced(text, data, _ALL)
    text = _exchanged(text, data, _ODD_SPACES)
    while "  " in text:  # halves the longest gap
        text = text.replace("  ", " ")
    return text


def _replaced(text: str, data: bytes, letters: list[tuple[bytes, list[tuple[str, str]]]]) -> str:
    """Each of some letters replaced, presentation forms first. data: the text in UTF-8."""
    if _OF_FORMS in data and (joined := join_forms(text)) is not text:
        text, data = joined, joined.encode("utf-8", "surrogatepass")
    return _exchanged(text, data, letters)


def _exchanged(text: str, data: bytes, letters: list[tuple[bytes, list[tuple[str, str]]]]) -> str:
    """Each of some letters replaced. data: the text in UTF-8.

    Most letters do not occur, and `in` is far cheaper than `str.translate`.
    """
    for lead, pairs in letters:
        if lead in data:
            for letter, plain in pairs:
                if letter in text:
                    text = text.replace(letter, plain)
    return text
