"""What travels between the parent, which reads and writes, and its workers, which clean. All of it can be pickled."""

from typing import Any, NamedTuple

from cleaner.corpus.tally import Tally
from cleaner.errors import CleanerError


class Unreadable(CleanerError):
    """A shard of which nothing can be read."""


class Shard(NamedTuple):
    """A unit of work that is done as a whole or anew: one file of many records, or some documents of one folder.

    name: its path in the output folder without what tells the format of a group; kind: the module of `formats`;
    files: of each file where it is and its path in the output folder.
    """

    name: str
    kind: str
    files: tuple[tuple[str, str], ...]


class Block(NamedTuple):
    """Some whole records as they were read. kind: the module of `formats` that cleans them; first: number of the first
    record in the shard, from 1; packing: how the cleaned bytes are packed ("", "gz", "zst").
    """

    shard: str
    kind: str
    packing: str
    first: int
    data: Any

    @property
    def name(self) -> str:
        """As messages call it."""
        return f"the block of record {self.first} of {self.shard}"


class Cleaned(NamedTuple):
    """What came of a block. data: for the output; removed, failed, noted: lines of JSON for the files beside it."""

    data: Any
    removed: bytes
    failed: bytes
    noted: bytes
    tally: Tally


class Lost(NamedTuple):
    """A record that cannot be read, with its bytes where they are at hand."""

    number: int
    reason: str
    raw: bytes = b""
