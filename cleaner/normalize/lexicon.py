"""The lexicon: which spellings Arabic words have, and how common each is. One memory-mapped file, looked up in place.

Words are grouped by skeleton (see slips.py). The file holds no letters: a skeleton is known by its checksum, and a
spelling by a number that says which of the swappable letters stands at each place. Built by build_lexicon.py from
word frequencies; see lexicon.LICENSE for their sources.

    header      MAGIC, then BUCKETS + 1 offsets of four bytes
    a bucket    number of skeletons, their two-byte marks, then for each skeleton its spellings
    a spelling  one byte: level of frequency, LAST added on the last one; then its number, seven bits a byte
"""

import math
import mmap
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

PATH = Path(__file__).with_name("lexicon.bin")
MAGIC = b"CLX1"
BUCKETS = 1 << 17
LAST = 0x80  # flag of a skeleton's last spelling; the other seven bits are its level
MORE = 0x80  # flag of a number that goes on
LEVELS = LAST
LEVEL_STEP = 0.064 * math.log(10)  # one level less is this much less in the natural logarithm of the frequency

_INSIDE = {"ا": "اأإآ", "و": "وؤ", "ي": "يئ"}
_AT_END = _INSIDE | {"ي": "يىئ", "ه": "هة"}
_OFFSETS = struct.Struct("<II")
_MARK = struct.Struct("<H")


class Spelling(NamedTuple):
    """A word as the lexicon has it, and the natural logarithm of its frequency in running text."""

    word: str
    weight: float


class Lexicon:
    """Reads a built file; nothing is loaded."""

    def __init__(self, path: Path = PATH) -> None:
        """Raises OSError when the file cannot be read, ValueError when it is no lexicon."""
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._data[: len(MAGIC)] != MAGIC:
            raise ValueError(
                f"{path} is no lexicon of this version; build it with python -m {__package__}.build_lexicon"
            )

    def spellings(self, skeleton: str) -> tuple[Spelling, ...]:
        """The known spellings of a skeleton, commonest first; none when it is unknown.

        >>> [spelling.word for spelling in Lexicon().spellings("رييس")]
        ['رئيس']
        """
        bucket, mark = place_of(skeleton)
        data = self._data
        start, stop = _OFFSETS.unpack_from(data, len(MAGIC) + 4 * bucket)
        if start == stop:
            return ()
        first = start + 1
        marks_end = first + 2 * data[start]
        found = data.find(mark, first, marks_end)
        while found >= 0 and (found - first) % 2:  # a match across two marks is none
            found = data.find(mark, found + 1, marks_end)
        if found < 0:
            return ()
        at = _skipped(data, marks_end, (found - first) // 2)
        if data[at] >= LAST and not data[at + 1]:  # one spelling, the skeleton itself: every other word is so
            return (Spelling(skeleton, -LEVEL_STEP * (data[at] & ~LAST)),)
        return tuple(_decoded(skeleton, data, at))


def place_of(skeleton: str) -> tuple[int, bytes]:
    """The bucket of a skeleton, and the mark that tells it from others there (one in 20,000 strangers has it too)."""
    checksum = crc32(skeleton.encode())
    return checksum % BUCKETS, _MARK.pack(checksum >> 17 | (len(skeleton) & 1) << 15)


def number_of(word: str, skeleton: str) -> int | None:
    """The number that stands for a spelling; None where a letter is not among those its place may have.

    >>> number_of("احمد", "احمد"), number_of("أحمد", "احمد"), number_of("مسؤول", "مسوول")
    (0, 1, 1)
    """
    number, unit = 0, 1
    for place, letters in _choices(skeleton):
        choice = letters.find(word[place])
        if choice < 0:
            return None
        number += choice * unit
        unit *= len(letters)
    levelled = word_of(number, skeleton)
    return number if levelled == word else None


def word_of(number: int, skeleton: str) -> str:
    """The spelling that a number stands for."""
    if not number:
        return skeleton
    word = list(skeleton)
    for place, letters in _choices(skeleton):
        number, choice = divmod(number, len(letters))
        word[place] = letters[choice]
        if not number:
            break
    return "".join(word)


@cache
def shipped() -> Lexicon:
    """The lexicon of the package, opened once."""
    return Lexicon()


def _choices(skeleton: str) -> Iterator[tuple[int, str]]:
    """The places that have a choice, the last letter first, and the letters to choose from."""
    last = len(skeleton) - 1
    if skeleton[last] in _AT_END:
        yield last, _AT_END[skeleton[last]]
    for place in range(last):
        letter = skeleton[place]
        if letter in _INSIDE:
            yield place, _INSIDE[letter]


def _skipped(data: mmap.mmap, at: int, skeletons: int) -> int:
    """The place after the spellings of so many skeletons."""
    while skeletons:
        skeletons -= data[at] >= LAST
        while data[at + 1] & MORE:
            at += 1
        at += 2
    return at


def _decoded(skeleton: str, data: mmap.mmap, at: int) -> Iterator[Spelling]:
    """The spellings of the skeleton whose record begins here."""
    level = 0
    while level < LAST:
        level, byte, at = data[at], data[at + 1], at + 2
        number, shift = byte & ~MORE, 7
        while byte & MORE:
            byte, at = data[at], at + 1
            number |= (byte & ~MORE) << shift
            shift += 7
        yield Spelling(word_of(number, skeleton), -LEVEL_STEP * (level & ~LAST))
