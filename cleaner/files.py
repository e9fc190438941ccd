"""One file: its bytes → a document, and a cleaned text → the file's bytes again, or one sentence that says why not.

The sentences do not name the file: whoever reports them puts its name before them.
"""

import stat
import sys
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, get_args

from cleaner.document import Document, Source
from cleaner.errors import CleanerError, UsageError
from cleaner.limits import MEGABYTE, USUAL
from cleaner.reading.decode import Decoded, decode, encode
from cleaner.reading.html_encoding import decode_page
from cleaner.reading.mend import mend
from cleaner.reading.sniff import sniff
from cleaner.reading.text import read_text

Format = Literal["auto", "text", "html"]
_FORMATS = get_args(Format)
STDIN = "-"
ALL: frozenset[str] = frozenset()  # no step is skipped
_COLLECTIONS = (".gz", ".zst", ".jsonl", ".ndjson", ".parquet", ".warc", ".wet")
_EMPTY = "there is no text in it; check that it is the right file"
_CORPUS = "this is a packed file or holds many documents; use cleaner corpus clean"
_PIECE = 2**20  # bytes
_KINDS = (
    (stat.S_ISDIR, "this is a folder; name the files in it"),
    (stat.S_ISFIFO, "this is a named pipe, not a file; send its content to standard input"),
    (stat.S_ISSOCK, "this is a socket, not a file; leave it out"),
    (lambda mode: stat.S_ISCHR(mode) or stat.S_ISBLK(mode), "this is a device, not a file; leave it out"),
)


class Original(NamedTuple):
    """A file as it was found: the document in it, how its bytes were read, and the bytes."""

    document: Document
    decoded: Decoded
    data: bytes


def read(name: str, most: int = USUAL.bytes) -> bytes:
    """The bytes of one file, or of standard input where the name is -. most: bytes that are taken, more are refused."""
    data = _read_stdin(most) if name == STDIN else _read_file(name, most)
    if len(data) > most:
        raise too_large(most)
    return data


def read_bytes(
    data: bytes, name: str, format: Format = "auto", encoding: str | None = None, skip: frozenset[str] = ALL
) -> Original:
    """Decode, mend, and cut into blocks; what had to be mended is told in the notes of the source.

    >>> read_bytes("سطر واحد".encode("utf-16"), "a.txt").document.source
    Source(text='سطر واحد', name='a.txt', format='text', encoding='utf-16-le', notes=())
    """
    decoded = decode(data, encoding) if format == "text" else decode_page(data, encoding)
    return Original(read_string(decoded.text, name, format, decoded, skip), decoded, data)


def read_string(
    text: str, name: str, format: Format = "auto", decoded: Decoded | None = None, skip: frozenset[str] = ALL
) -> Document:
    """The document in a text. decoded: how the text came out of bytes, where it did; skip: see `mend`."""
    if format not in _FORMATS:
        raise UsageError(f"there is no format {format!r}; the formats are {', '.join(_FORMATS)}")
    encoding, notes = (decoded.encoding, decoded.notes) if decoded else ("utf-8", ())
    if format == "html":
        return _page(text, Source("", name, "html", encoding, notes))
    mended = mend(text, skip)
    if format == "auto" and sniff(mended.text) == "html":
        return _page(text, Source("", name, "html", encoding, notes))
    document = read_text(Source(mended.text, name, "text", encoding, (*notes, *mended.notes)))
    if document.blocks:
        return document
    return read_text(Source(mended.text, name, "text", encoding, (*notes, *mended.notes, _EMPTY)))


def _page(html: str, source: Source) -> Document:
    from cleaner.reading.html_page import read_page

    return read_page(html, source)


def too_large(most: int) -> CleanerError:
    """What is said of a document of more bytes than are taken."""
    return CleanerError(
        f"it is larger than {most / MEGABYTE:g} MB; raise the limit with --max-size, or, if it holds many documents, "
        "use cleaner corpus clean"
    )


def _read_stdin(most: int) -> bytes:
    if sys.stdin is None:
        raise CleanerError("standard input is closed; name a file or send it a text")
    try:
        return _some_of(sys.stdin.buffer, most + 1)
    except OSError as error:
        raise CleanerError(f"cannot be read ({error.strerror}); name a file or send it a text") from None


def _some_of(file: BinaryIO, most: int) -> bytes:
    """The bytes of a file up to so many; in pieces, for `read` asks for room for all of them at once."""
    parts = list[bytes]()
    while most and (part := file.read(min(most, _PIECE))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _read_file(name: str, most: int) -> bytes:
    """The bytes of a regular file, none of one that is too large. A pipe that the shell made is as good as a file."""
    try:
        status = Path(name).stat()
        if not (stat.S_ISFIFO(status.st_mode) and name.startswith("/dev/")):
            for is_kind, sentence in _KINDS:
                if is_kind(status.st_mode):
                    raise CleanerError(sentence)
        if name.lower().endswith(_COLLECTIONS):
            raise CleanerError(_CORPUS)
        if status.st_size > most:
            raise too_large(most)
        with Path(name).open("rb") as file:
            return _some_of(file, most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise CleanerError("there is no such file; check the name and the folder") from None
    except OSError as error:
        raise CleanerError(f"cannot be read ({error.strerror}); check its permissions") from None


def rewritten(original: Original, text: str) -> bytes:
    """The bytes of the file with this text in it, in the same encoding and with the same BOM.

    Raises CleanerError where the encoding was guessed or bytes are damaged: what was not read for sure is not written.
    """
    decoded = original.decoded
    if decoded.certainty == "damaged":
        raise CleanerError(f"left as it is, for {decoded.notes[0]}")
    if decoded.certainty == "guessed":
        name = decoded.encoding
        raise CleanerError(f"left as it is, for its encoding is only guessed; if it is {name}, say --encoding {name}")
    return original.data if text == decoded.text else encode(text, decoded.encoding, decoded.bom)
