"""Text that was read in the wrong encoding and saved: undone for whole lines, and only where words come out.

Four mistakes are known: UTF-8 read as windows-1252 (Ø§Ù„, Ã©) or as windows-1256 (ط§ظ„), and windows-1256 read as
windows-1252 or Latin-1 (ÇáÓáÇã). Part of a line is never changed: an article may quote such letters.
"""

import codecs
import re
from functools import cache

from cleaner.normalize.classes import INVISIBLE
from cleaner.reading.plausible import reads_as_arabic

# Every mended line holds one of these; French, English and Arabic hold few. By kind: the first letters of UTF-8 read as
# windows-1252; the second ones read as windows-1256; letters that windows-1256 turns into and French does not have.
MARKS = "ÃÂÅ€ØÙÚÛ" + "§„†ˆ±" + "ÑÓÚÝÞÐÍÌÏã"
MISREAD_BOMS = ("ï»¿", "ï»؟")

# What UTF-8 read anew may hold: Latin-1, œ, usual marks and bidi marks, Arabic, symbols and emoji.
_UNEXPECTED = (
    "[^\0-\x7f\N{NO-BREAK SPACE}-ÿŒœŸ€™\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}‐-…‰‹›"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}"
    "،-ۿݐ-ݿﭐ-\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}ﹰ-\N{ZERO WIDTH NO-BREAK SPACE}"
    "←-➿\N{VARIATION SELECTOR-16}🀀-🫸]"
)
# Accented Latin (é œ ’ «) once misread. After a capital, Ã before a mere mark is Portuguese (AMANHÃ…) and not enough.
_MISREAD_LATIN = "(?<![A-ZÀ-Þ])(?:[ÃÂÅ]|â€|â\x80)|[ÃÂ][¡-ª¬-º¼-¿€ƒ†‡ˆ‰ŠŒŽ™šœžŸ\x80-\x9f]"
_UNSEEN = INVISIBLE.replace("\N{SOFT HYPHEN}", "")  # no letters of those encodings, and orthography takes them out
_HIGH = bytes(range(128, 256))


def mend_mojibake(text: str) -> tuple[str, int]:
    r"""The text with its misread lines read anew, and how many they are.

    >>> mend_mojibake("ÇáÓáÇã Úáíßã\nL'été à Paris\nIl a Ã©tÃ© Ã©lu")
    ("السلام عليكم\nL'été à Paris\nIl a été élu", 2)
    """
    if text.startswith(MISREAD_BOMS):
        return re.sub(rf"\A(?:{'|'.join(MISREAD_BOMS)})+", "", text), 1
    marked = re.compile(f"[{MARKS}\x80-\x9f]").search
    if marked(text) is None:
        return text, 0
    parts = re.split(r"([\r\n]+)", text)
    bare = [re.sub(f"[{_UNSEEN}]", "", part) or part for part in parts]
    if (whole := _as_arabic("".join(bare))) is not None:
        return whole, sum(a != b for a, b in zip(parts, re.split(r"([\r\n]+)", whole), strict=True))
    count = 0
    for i, line in enumerate(bare):
        if marked(line) and (mended := _as_arabic(line) or _as_latin(line)):
            parts[i] = mended
            count += 1
    return "".join(parts), count


def _as_arabic(text: str) -> str | None:
    """The Arabic that the text was before it was misread, or None."""
    data = _western(text)
    if data is None:
        found = _utf8(_eastern(text))
        return found if found and reads_as_arabic(found) else None
    if found := _utf8(data):
        return found if reads_as_arabic(found, least=2, frequent=0) else None
    if len(data.translate(None, _HIGH)) * 2 > len(data):
        return None  # mostly ASCII: a language of Europe with its accents
    found = data.decode("cp1256")
    return found if reads_as_arabic(found, least=6) else None


def _as_latin(text: str) -> str | None:
    """The French (or a neighbour) that the text was before it was misread, or None."""
    found = _utf8(_western(text))
    return found if found and not re.search("[،-ۿ]", found) and re.search(_MISREAD_LATIN, text) else None


def _western(text: str) -> bytes | None:
    """The bytes, had the text been read as windows-1252, or as Latin-1 where that has no letter."""
    try:
        return codecs.charmap_encode(text, "strict", _western_bytes())[0]
    except UnicodeEncodeError:
        return None


@cache
def _western_bytes() -> dict[int, int]:
    letters = {code: bytes([code]).decode("cp1252", "ignore") for code in range(128, 160)}
    return {code: code for code in range(256)} | {ord(letter): code for code, letter in letters.items() if letter}


def _eastern(text: str) -> bytes | None:
    """The bytes, had the text been read as windows-1256."""
    try:
        return text.encode("cp1256")
    except UnicodeEncodeError:
        return None


def _utf8(data: bytes | None) -> str | None:
    """What the bytes say in UTF-8, if they are that and say nothing strange."""
    if data is None or data.isascii():
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if re.search(_UNEXPECTED, text) else text
