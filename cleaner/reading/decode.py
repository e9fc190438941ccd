"""Bytes → text: what is certain first (BOM, strict UTF-8, UTF-16/32), a guess last, never a silent one."""

import codecs
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from cleaner.errors import CleanerError, UsageError
from cleaner.reading.binary import BINARY, has_many_controls, refuse_signature

Certainty = Literal["sure", "guessed", "damaged"]

# UTF-32 before UTF-16: the BOM of UTF-32-LE begins with that of UTF-16-LE.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_EXACT = ("utf-8", *_WIDE)  # a strict reading gives the same bytes back
_WITHOUT_BOM = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_NO_DOCUMENT = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape")
# The encodings that web pages come in. The detector knows sixty more, and finds them in the wrong places.
_GUESSES = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_15", "koi8_r", "koi8_u", "cp866"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "cp949"),
]

# Latin to Arabic, general punctuation, Arabic presentation forms: what UTF-16 without a BOM is believed to hold.
_LOW = "[\0-\u07ff\u2000-\u206f\ufb50-\ufeff]+"
_SAMPLE = 64 * 1024  # bytes that a guess looks at
_PLACES = 3  # bad places that a note names
_HIGH = bytes(range(128, 256))


class Decoded(NamedTuple):
    """A text and how it was read. `encode(text, encoding, bom)` gives the bytes back where certainty is "sure"."""

    text: str
    encoding: str
    bom: bytes = b""
    certainty: Certainty = "sure"
    notes: tuple[str, ...] = ()  # one sentence each


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Read bytes as text, in the encoding named or in the first that fits.

    Raises CleanerError for binary data and for bytes in no encoding that can be told; UsageError for an unknown name.

    >>> decode("كتاب".encode()), decode("كتاب جديد عن المدينة".encode("cp1256")).encoding
    (Decoded(text='كتاب', encoding='utf-8', bom=b'', certainty='sure', notes=()), 'windows-1256')
    """
    if encoding is not None:
        return _named(data, encoding)
    refuse_signature(data)
    if (found := _by_bom(data)) is not None:
        return found
    if has_many_controls(data):
        return _checked(_wide(data))
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _guessed(data)


def encode(text: str, encoding: str, bom: bytes = b"") -> bytes:
    """The bytes of a text in the encoding and with the BOM that `decode` found.

    >>> encode("كتاب", "utf-16-be", codecs.BOM_UTF16_BE).hex(" ", 2)
    'feff 0643 062a 0627 0628'
    """
    try:
        return bom + text.encode(encoding)
    except UnicodeEncodeError as error:
        letter = ascii(text[error.start])
        raise CleanerError(f"{encoding} has no character {letter}; convert the file to UTF-8 first") from error


def label(codec: str) -> str:
    """The name people know: windows-1256, not cp1256. Python reads both."""
    return codec.replace("cp125", "windows-125", 1) if codec.startswith("cp125") else codec


def read_as(data: bytes, codec: str, bom: bytes = b"") -> Decoded:
    """Bytes read strictly by a codec; where that fails, with U+FFFD for what is bad and a note that says where."""
    body = data[len(bom) :] if bom else data
    try:
        return _without_surrogates(Decoded(body.decode(codec), label(codec), bom))
    except UnicodeDecodeError:
        return _without_surrogates(_damaged(body, codec, bom))


def _damaged(body: bytes, codec: str, bom: bytes = b"") -> Decoded:
    text = body.decode(codec, "replace")
    bad = len(text) - len(body.decode(codec, "ignore"))
    places = list(_bad_places(body, codec, len(bom)))
    if bad > len(places):
        places.append(f"{bad - len(places)} more")
    what = "1 byte sequence is" if bad == 1 else f"{bad} byte sequences are"
    name = "UTF-8" if codec == "utf-8" else label(codec)
    note = f"{what} not {name}, put as U+FFFD ({', '.join(places)}); --encoding names another encoding"
    return Decoded(text, label(codec), bom, "damaged", (note,))


def _bad_places(body: bytes, codec: str, offset: int) -> Iterator[str]:
    """The first bad places, by byte and line, both from 1; the byte counts from the start of the file."""
    at, line = 0, 1
    for _ in range(_PLACES):
        try:
            body[at:].decode(codec)
        except UnicodeDecodeError as error:
            before = body[at : at + error.start].decode(codec, "replace")
            line += before.replace("\r\n", "\n").replace("\r", "\n").count("\n")
            yield f"byte {offset + at + error.start + 1} in line {line}"
            at += max(error.end, error.start + 1)
        else:
            return


def _without_surrogates(found: Decoded) -> Decoded:
    """A few odd codecs (UTF-7) give lone surrogates, which no output can hold."""
    if found.text.isascii() or not re.search("[\ud800-\udfff]", found.text):
        return found
    note = f"{found.encoding} gave lone surrogates, which became U+FFFD; --encoding names another encoding"
    text = re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", found.text)
    return found._replace(text=text, certainty="damaged", notes=(*found.notes, note))


def _by_bom(data: bytes) -> Decoded | None:
    """By the first bytes. UTF-16 and UTF-32 must also make sense: FF FE begins other things too."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            found = read_as(data, codec, bom)
            if codec == "utf-8":
                return _checked(found)
            if not _is_noise(found.text):
                return found
    return None


def _is_noise(text: str) -> bool:
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    return (bad > 1 and bad * 50 > len(text)) or has_many_controls(text.encode())


def _checked(found: Decoded | None) -> Decoded:
    """The reading, unless there is none or it is full of control characters."""
    if found is None or has_many_controls(found.text.encode()):
        raise CleanerError(BINARY)
    return found


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a BOM, told by its characters: nearly all from the scripts with the lowest numbers."""
    head = data[:_SAMPLE]
    for codec in _WIDE:
        text = head.decode(codec, "replace")
        strange = len(re.sub(_LOW, "", text))
        if len(text) > 1 and strange * 10 <= len(text) and not _is_noise(text):
            return read_as(data, codec)
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with bad bytes, where valid sequences outnumber them (in other encodings 1 in 20 is valid by chance).

    Or one or two bad bytes stand in a long ASCII text: too few to tell an encoding by.
    """
    ascii_count = len(data.translate(None, _HIGH))
    whole = len(data.decode("utf-8", "ignore")) - ascii_count
    bad = len(data.decode("utf-8", "replace")) - ascii_count - whole
    few = bad <= 2 and bad * 50 <= len(data)
    return _damaged(data, "utf-8") if whole >= bad or few else None


def _guessed(data: bytes) -> Decoded:
    codec = _guess(_sample(data))
    if codec is None:
        raise CleanerError("the encoding of this text cannot be told; name it with --encoding")
    found = read_as(data, codec)
    if found.certainty == "damaged":
        return found
    note = f"the encoding was guessed as {found.encoding}; --encoding names another"
    return found._replace(certainty="guessed", notes=(note,))


def _guess(sample: bytes) -> str | None:
    """Arabic and French first by whether they read as words: a detector takes short texts for anything."""
    from cleaner.reading.plausible import reads_as_arabic, reads_as_latin

    for codec in ("cp1256", "iso8859-6"):
        if reads_as_arabic(sample.decode(codec, "replace")):
            return codec
    if reads_as_latin(sample.decode("cp1252", "replace")):
        return "cp1252"
    from charset_normalizer import from_bytes

    for cut in (len(sample), -1):  # the sample's last byte may be half a letter
        best = from_bytes(sample[:cut], cp_isolation=_GUESSES).best()
        if best is not None:
            return codecs.lookup(best.encoding).name
    return None


def _sample(data: bytes) -> bytes:
    """At most 64 KB from the word with the first byte beyond ASCII on."""
    first = re.search(b"[\x80-\xff]", data)
    start = data.rfind(b" ", 0, first.start()) + 1 if first else 0
    return data[start : start + _SAMPLE]


def _named(data: bytes, encoding: str) -> Decoded:
    """In the encoding the user named; a BOM of that encoding is taken off."""
    codec = _lookup(encoding)
    refuse_signature(data)
    bom, name = next(((b, n) for b, n in _BOMS if data.startswith(b) and _fits(n, codec)), (b"", codec))
    found = _checked(read_as(data, _WITHOUT_BOM.get(name, name), bom))
    if found.certainty == "sure" and found.encoding not in _EXACT and _encoded(found) != data:
        note = f"written back as {found.encoding} the bytes would differ; convert the file to UTF-8 first"
        return found._replace(certainty="damaged", notes=(note,))
    return found


def _fits(name: str, codec: str) -> bool:
    """Whether the codec asked for (utf-16) is that of the BOM (utf-16-le), or means either order of bytes."""
    return name == codec or (codec in _WITHOUT_BOM and name.startswith(codec.removesuffix("-sig")))


def _encoded(found: Decoded) -> bytes | None:
    try:
        return found.text.encode(found.encoding)
    except UnicodeError:
        return None


def _lookup(encoding: str) -> str:
    """Python's own name of the codec; UsageError if it has none, or if it is no encoding of documents."""
    try:
        codec = codecs.lookup(encoding).name
        if codec.replace("_", "-") not in _NO_DOCUMENT:
            b" ".decode(codec, "replace")
            return codec
    except (LookupError, ValueError):
        pass
    raise UsageError(f"--encoding {encoding!a} is no text encoding; give one such as utf-8 or windows-1256")
