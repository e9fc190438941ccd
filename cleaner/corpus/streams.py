"""Bytes of a file, unpacked by its suffix, chunk by chunk: memory does not grow, whatever a packed file opens to."""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any, BinaryIO

from cleaner.corpus.extras import needed
from cleaner.corpus.places import open_to_read
from cleaner.errors import CleanerError

CHUNK = 2**18  # bytes; measured: smaller blocks cost more between processes, larger ones gain nothing
PACKINGS = {".gz": "gz", ".zst": "zst"}
_GZIP_TAIL = 8  # bytes: checksum and size
_GZIP_MAGIC = b"\x1f\x8b"


class Broken(CleanerError):
    """A stream that cannot be read on. What came before it is good."""


class Reading:
    """The bytes of files as they are read: how many, and their digest, which a marker remembers.

    names: of the files in the output; they are part of the digest.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.size = 0
        self._digest = blake2b("\0".join(names).encode("utf-8", "surrogateescape"), digest_size=16)

    @property
    def digest(self) -> str:
        return self._digest.hexdigest()

    def raw(self, path: str) -> Iterator[bytes]:
        """The bytes as they lie. Raises OSError where the file cannot be opened, Broken where it cannot be read on."""
        with open_to_read(path) as file:
            while data := _next(file):
                self.size += len(data)
                self._digest.update(data)
                yield data

    def unpacked(self, path: str, most: int = sys.maxsize) -> Iterator[bytes]:
        """The bytes as the suffix says they are packed. A file that breaks off, or that opens to more than `most`
        bytes, is read to its end all the same, so that the digest is that of the file.
        """
        raw, size = self.raw(path), 0
        try:
            for data in _unpack(raw, packing_of(path)):
                yield data
                size += len(data)
                if size > most:
                    break
        except Broken:
            _drain(raw)
            raise
        _drain(raw)


def _drain(raw: Iterator[bytes]) -> None:
    for _ in raw:
        pass


def _next(file: BinaryIO) -> bytes:
    try:
        return file.read(CHUNK)
    except OSError as error:
        raise Broken(f"the file cannot be read on from here ({error.strerror}); check the disk") from None


def packing_of(path: str) -> str:
    """How a file is packed, by its suffix.

    >>> packing_of("a/b.jsonl.GZ"), packing_of("b.jsonl")
    ('gz', '')
    """
    return next((packing for suffix, packing in PACKINGS.items() if path.lower().endswith(suffix)), "")


def pack(data: bytes, packing: str) -> bytes:
    """Bytes packed by themselves; such pieces one after the other are a packed file. The same bytes at any time."""
    if not data or not packing:
        return data
    if packing == "gz":
        return gzip.compress(data, mtime=0)
    packed: bytes = zstd().compress(data)
    return packed


def _unpack(raw: Iterator[bytes], packing: str) -> Iterator[bytes]:
    if not packing:
        return raw
    return _gunzip(raw) if packing == "gz" else _unzstd(raw)


def _gunzip(raw: Iterator[bytes]) -> Iterator[bytes]:
    """Members one after the other; a file without gzip's first bytes is taken as it is."""
    first = next(raw, b"")
    if not first.startswith(_GZIP_MAGIC):
        yield first
        yield from raw
        return
    engine = zlib.decompressobj(31)
    try:
        for data in _tail_apart(first, raw):
            while data:
                if engine.eof and not (data := data.lstrip(b"\0")):  # padding between members
                    break
                if engine.eof:
                    engine = zlib.decompressobj(31)
                if out := engine.decompress(data, CHUNK):
                    yield out
                data = engine.unused_data if engine.eof else engine.unconsumed_tail
    except zlib.error as error:
        raise Broken(f"the gzip stream is damaged from here on ({error}); fetch the file again") from None
    if not engine.eof:
        raise Broken("the gzip stream is cut short here; fetch the file again")


def _tail_apart(first: bytes, raw: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes with the last ones apart: a checksum that does not fit must not cost the data before it."""
    held = first
    for data in raw:
        yield held
        held = data
    yield held[:-_GZIP_TAIL]
    yield held[-_GZIP_TAIL:]


def _unzstd(raw: Iterator[bytes]) -> Iterator[bytes]:
    """Frames one after the other."""
    module = zstd()
    engine = module.ZstdDecompressor()
    started = False
    try:
        for data in raw:
            while data or not (engine.needs_input or engine.eof):
                if engine.eof:
                    engine = module.ZstdDecompressor()
                started = True
                if out := engine.decompress(data, CHUNK):
                    yield out
                data = engine.unused_data if engine.eof else b""
    except module.ZstdError as error:
        raise Broken(f"the zstd stream is damaged from here on ({error}); fetch the file again") from None
    if started and not engine.eof:
        raise Broken("the zstd stream is cut short here; fetch the file again")


def zstd() -> Any:
    """The module that packs and unpacks zstd, part of Python from 3.14 on."""
    return needed("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd", "backports.zstd")
