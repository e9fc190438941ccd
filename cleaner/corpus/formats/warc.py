"""WARC and WET: pages and texts are cleaned, every other record passes through byte for byte.

The article of a page, or of a text that a server sent, is a `conversion` record, as in WET files, that refers to it;
that of another text keeps its headers but for length and digests.
"""

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from cleaner.corpus.desk import Desk, Record
from cleaner.corpus.extras import needed
from cleaner.corpus.formats.lines import too_large
from cleaner.corpus.parts import Block, Cleaned, Lost, Shard
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import CHUNK, Broken, Reading, pack, packing_of
from cleaner.errors import CleanerError
from cleaner.files import Format
from cleaner.reading.decode import label
from cleaner.writing.jsonl import dumps

needed("fastwarc", "fastwarc")  # told when this module is loaded: before anything is written

_LENGTH = re.compile(rb"^content-length:[ \t]{0,9}(\d{1,15})[ \t]{0,9}\r?$", re.I | re.M)
_CHARSET = re.compile(r"\bcharset\s*=\s*\"?([^\s;\"]+)", re.I)
_CHANGED = ("content-length", "warc-block-digest", "warc-payload-digest")
_END = b"\r\n\r\n"
_MOST_HEADERS = 2**20  # bytes
_PAGES = ("text/html", "application/xhtml+xml")
_TEXT = "text/plain"


def blocks(shard: Shard, reading: Reading, plan: Plan) -> Iterator[Block | Lost]:
    """Cut a file at the ends of records. data: the records as they are written."""
    path, name = shard.files[0]
    held: list[bytes] = []
    number = 0
    feed = _Feed(reading.unpacked(path))

    def block() -> Block:
        return Block(shard.name, "warc", packing_of(name), number - len(held) + 1, list(held))

    while True:
        try:
            record = feed.record(plan.limits.bytes)
        except CleanerError as error:
            if held:
                yield block()
                held = []
            number += 1
            yield Lost(number, str(error))
            if isinstance(error, Broken):
                return
            continue
        if record is None:
            break
        held.append(record)
        number += 1
        if sum(map(len, held)) >= CHUNK:
            yield block()
            held = []
    if held:
        yield block()


class _Feed:
    """Records out of a stream of chunks."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks, self._data = iter(chunks), bytearray()

    def record(self, most: int) -> bytes | None:
        """The next record with its headers; None at the end. Raises CleanerError; what comes next is a record again."""
        line = self._line()
        while line is not None and not line.strip():
            line = self._line()
        if line is None:
            return None
        head = bytearray(line)
        while line and line.strip() and len(head) < _MOST_HEADERS:
            line = self._line()
            head += line or b""
        length = _LENGTH.search(head)
        if not head.startswith(b"WARC/") or length is None:
            self._skip_to_record()
            raise CleanerError("it does not begin as a WARC record does; fetch the file again")
        size = int(length[1])
        body = self._take(size, keep=size <= most)
        if size > most:
            raise CleanerError(too_large(most))
        return bytes(head) + body + _END

    def _line(self) -> bytes | None:
        start = 0
        while (end := self._data.find(b"\n", start)) < 0:
            start = len(self._data)
            chunk = next(self._chunks, None) if start <= _MOST_HEADERS else None  # a longer line comes in pieces
            if chunk is None:
                end = start - 1
                break
            self._data += chunk
        line = bytes(self._data[: end + 1])
        del self._data[: end + 1]
        return line or None

    def _take(self, size: int, *, keep: bool) -> bytes:
        parts, left = [bytes(self._data[:size])], size - len(self._data[:size])
        del self._data[:size]
        while left:
            chunk = next(self._chunks, None)
            if chunk is None:
                raise Broken("the file ends within this record; fetch it again")
            if keep:
                parts.append(chunk[:left])
            self._data += chunk[left:]
            left -= min(left, len(chunk))
        return b"".join(parts)

    def _skip_to_record(self) -> None:
        while (line := self._line()) is not None:
            if line.startswith(b"WARC/"):
                self._data[:0] = line
                return


class _Found(NamedTuple):
    """What a record holds that can be cleaned. encoding: by which the payload was read, where the server told it."""

    payload: bytes | str
    is_page: bool
    encoding: str | None = None


def clean(block: Block, desk: Desk) -> Cleaned:
    """Clean some records."""
    out = []
    for number, raw in enumerate(block.data, block.first):
        desk.tally.values["bytes_in"] += len(raw)
        try:
            record = _cleaned(raw, f"{block.shard}:{number}", desk)
        except CleanerError as error:
            desk.lose(number, error, raw)
            continue
        desk.tally.values["bytes_out"] += len(record)
        out.append(pack(record, block.packing))  # each by itself, so that readers can jump to one
    return desk.done(b"".join(out))


def _cleaned(raw: bytes, name: str, desk: Desk) -> bytes:
    head, _, body = raw.partition(_END)
    headers = _headers(head)
    found = _payload(raw, headers, body[: -len(_END)])
    if found is None:
        return b"" if desk.plan.form == "jsonl" else raw
    own, url = headers.get("warc-record-id", name), headers.get("warc-target-uri", "")
    form: Format = "html" if found.is_page else "text"
    article, about = desk.clean(Record(found.payload, dumps(own), name, url, form, found.encoding))
    if desk.plan.form == "jsonl":
        return (dumps({"id": own, "url": url, **about, "text": article}) + "\n").encode()
    data = article.encode()
    if not found.is_page and (article if isinstance(found.payload, str) else data) == found.payload:
        return raw
    is_kept = not found.is_page and headers["warc-type"] != "response"  # what was sent has HTTP headers of its own
    return _same_headers(head, data) if is_kept else _conversion(headers, own, data)


def _headers(head: bytes) -> dict[str, str]:
    lines = head.decode("utf-8", "replace").split("\r\n")[1:]
    return {key.strip().lower(): value.strip() for key, sign, value in (line.partition(":") for line in lines) if sign}


def _payload(raw: bytes, headers: dict[str, str], body: bytes) -> _Found | None:
    """A page or text, its transfer and content encodings undone; None for what is neither."""
    kind = headers.get("warc-type", "")
    content = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in ("conversion", "resource") and content == _TEXT:
        return _declared(_Found(body, is_page=False), _charset(headers)) if body.strip() else None
    if kind == "resource" and content in _PAGES:
        return _declared(_Found(body, is_page=True), _charset(headers))
    if kind != "response" or content != "application/http":
        return None
    return _of_response(raw)


def _charset(headers: dict[str, str]) -> str | None:
    told = _CHARSET.search(headers.get("content-type", ""))
    return told[1] if told else None


def _of_response(raw: bytes) -> _Found | None:
    from fastwarc.warc import ArchiveIterator

    try:
        for record in ArchiveIterator(io.BytesIO(raw), auto_decode="all", fsspec_args=False, stream_detect=False):
            content = (record.http_content_type or "").lower()
            if content in (*_PAGES, _TEXT) and (payload := record.reader.read()).strip():
                return _declared(_Found(payload, content in _PAGES), record.http_charset)
    except OSError as error:
        raise CleanerError(f"what the server sent cannot be unpacked ({error}); fetch the page again") from None
    return None


def _declared(found: _Found, charset: str | None) -> _Found:
    """A payload read by the encoding that its server tells, if it is so encoded."""
    if charset is None or isinstance(found.payload, str):
        return found
    try:
        encoding = label(codecs.lookup(charset).name)
        return found._replace(payload=found.payload.decode(charset), encoding=encoding)
    except (LookupError, ValueError):  # some servers name one that does not exist, or "undefined", which does
        return found


def _conversion(headers: dict[str, str], own: str, data: bytes) -> bytes:
    lines = [
        "WARC/1.0",
        "WARC-Type: conversion",
        *([f"WARC-Target-URI: {headers['warc-target-uri']}"] if "warc-target-uri" in headers else []),
        *([f"WARC-Date: {headers['warc-date']}"] if "warc-date" in headers else []),
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, own)}>",  # the same in every run
        f"WARC-Refers-To: {own}",
        "Content-Type: text/plain; charset=utf-8",
        f"Content-Length: {len(data)}",
    ]
    return "\r\n".join(lines).encode() + _END + data + _END


def _same_headers(head: bytes, data: bytes) -> bytes:
    lines = ((line.partition(b":")[0].decode("latin-1").lower(), line) for line in head.split(b"\r\n"))
    kept = [_in_utf8(line) if name == "content-type" else line for name, line in lines if name not in _CHANGED]
    return b"\r\n".join([*kept, b"Content-Length: %d" % len(data)]) + _END + data + _END


def _in_utf8(content_type: bytes) -> bytes:
    """The header of a text that is UTF-8 now, whatever it was before."""
    return _CHARSET.sub("charset=utf-8", content_type.decode("latin-1")).encode("latin-1")
