"""Packed files: what can be read is read, the break is told, and nothing grows beyond its limit."""

import gzip
import random
import sys
import zlib
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.corpus.extras import needed
from cleaner.corpus.formats.lines import whole_lines
from cleaner.corpus.parts import Lost
from cleaner.corpus.streams import CHUNK, Broken, Reading, pack, zstd
from cleaner.errors import UsageError

DATA = random.Random(3).randbytes(3 * CHUNK)


def read(path: Path, most: int = sys.maxsize) -> tuple[bytes, str]:
    """What could be read, and the sentence about the break; the digest is always that of the whole file."""
    reading, parts, said = Reading(), [], ""
    try:
        for part in reading.unpacked(str(path), most):
            assert len(part) <= CHUNK
            parts.append(part)
    except Broken as broken:
        said = str(broken)
    assert (reading.size, reading.digest) == (
        path.stat().st_size,
        blake2b(path.read_bytes(), digest_size=16).hexdigest(),
    )
    return b"".join(parts), said


@pytest.mark.parametrize("packing", ["gz", "zst"])
def test_packed_pieces_are_one_packed_file(packing: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{packing}"
    path.write_bytes(pack(DATA, packing) + pack(b"", packing) + pack(b"more", packing))
    assert read(path) == (DATA + b"more", "")
    assert pack(DATA, packing) == pack(DATA, packing)


def test_others_read_what_is_packed_here() -> None:
    both = pack(DATA, "gz") + pack(b"more", "gz")
    assert gzip.decompress(both) == DATA + b"more"
    assert zstd().decompress(pack(DATA, "zst")) == DATA


@pytest.mark.parametrize("packing", ["gz", "zst"])
def test_a_file_cut_short_gives_what_is_there(packing: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{packing}"
    path.write_bytes(pack(DATA, packing)[: 2 * CHUNK])
    data, said = read(path)
    assert DATA.startswith(data)
    assert len(data) > CHUNK
    assert "cut short" in said


@pytest.mark.parametrize(
    ("content", "expected", "sentence"),
    [
        (pack(b"good", "gz")[:-8] + b"\0" * 8, b"good", "damaged"),
        (pack(b"good", "gz") + b"no gzip", b"good", "damaged"),
        (pack(b"good", "gz") + b"\0" * 600, b"good", ""),
        (b"no gzip at all", b"no gzip at all", ""),
        (b"", b"", ""),
    ],
    ids=["checksum", "rubbish behind", "padding", "only called so", "empty"],
)
def test_gzip_as_it_comes(content: bytes, expected: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(content)
    data, said = read(path)
    assert data == expected
    assert sentence in said
    assert bool(said) == bool(sentence)


def test_a_bomb_is_not_opened_beyond_the_limit(tmp_path: Path) -> None:
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    path = tmp_path / "a.gz"
    path.write_bytes(b"".join(engine.compress(bytes(10**6)) for _ in range(50)) + engine.flush())
    data, said = read(path, most=10**6)
    assert 10**6 < len(data) <= 10**6 + CHUNK
    assert not said


@given(st.binary(), st.lists(st.integers(1, 9), min_size=1))
def test_lines_come_whole_whatever_the_chunks(data: bytes, sizes: list[int]) -> None:
    chunks: list[bytes] = []
    place = 0
    while place < len(data):
        size = sizes[len(chunks) % len(sizes)]
        chunks.append(data[place : place + size])
        place += size
    found = [part for part in whole_lines(chunks, 10**6) if not isinstance(part, Lost)]
    assert b"".join(part for _, part in found) == data
    assert all(part.endswith(b"\n") for _, part in found[:-1])
    count = 1
    for number, part in found:
        assert number == count
        count += part.count(b"\n")


@given(st.lists(st.integers(0, 30), max_size=9), st.integers(1, 9))
def test_lines_that_are_too_long_are_told_by_number_and_never_held(lengths: list[int], size: int) -> None:
    data = b"".join(b"x" * length + b"\n" for length in lengths)
    most = 12
    parts = list(whole_lines((data[i : i + size] for i in range(0, len(data), size)), most))
    lost = [part.number for part in parts if isinstance(part, Lost)]
    assert lost == [number for number, length in enumerate(lengths, 1) if length + 1 > most]
    kept = b"".join(part[1] for part in parts if not isinstance(part, Lost))
    assert kept == b"".join(b"x" * length + b"\n" for length in lengths if length + 1 <= most)


def test_a_library_that_is_missing_is_named_with_the_command_that_brings_it() -> None:
    with pytest.raises(UsageError, match=r"needs what is not installed here; run: pip install a b"):
        needed("nowhere.zstd", "a b")
