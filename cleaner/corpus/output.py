"""What a shard leaves in OUT: its output, and beside it what was removed, failed, noted; whole, or not at all."""

from contextlib import ExitStack, closing
from typing import Any, BinaryIO

from cleaner.corpus import places
from cleaner.corpus.desk import failed_row
from cleaner.corpus.inputs import output_of, outputs_of
from cleaner.corpus.parts import Cleaned, Lost, Shard
from cleaner.corpus.tally import Tally


class _Late:
    """A file that comes to be with its first byte; without one, the old file of that name goes."""

    def __init__(self, path: str, stack: ExitStack) -> None:
        self.path, self._stack = path, stack
        self._file: BinaryIO | None = None

    def write(self, data: bytes) -> None:
        if data and self._file is None:
            self._file = self._stack.enter_context(places.writing(self.path))
        if data and self._file is not None:
            self._file.write(data)

    def close(self) -> None:
        if self._file is None:
            places.remove(self.path)


class ShardOutput:
    """The files of one shard while it is done. Nothing but documents of a group has its name before `finish`."""

    def __init__(self, shard: Shard, out: str, form: str) -> None:
        self.shard, self.tally, self._out, self._form = shard, Tally(), out, form
        self._stack = ExitStack()
        self._removed, self._failed, self._noted = self._beside = [
            _Late(places.join(out, f"{folder}/{shard.name}.jsonl"), self._stack)
            for folder in ("removed", "failed", "noted")
        ]
        self._many = shard.kind == "documents" and form != "jsonl"
        self._absent = set(outputs_of(shard, form)) if self._many else set()
        self._output = places.join(out, outputs_of(shard, form)[0])
        self._file: Any = None
        if not self._many:
            self._file = self._stack.enter_context(places.writing(self._output))
            if shard.kind == "parquet" and form == "same":
                self._file = self._stack.enter_context(closing(_parquet(self._file)))

    def add(self, cleaned: Cleaned) -> None:
        """Write what came of a block."""
        if self._file is not None:
            self._file.write(cleaned.data)
        else:
            for name, data in cleaned.data:
                self._write_document(output_of(self.shard, name, self._form), data)
        self._removed.write(cleaned.removed)
        self._failed.write(cleaned.failed)
        self._noted.write(cleaned.noted)
        self.tally.add(cleaned.tally.values)

    def lose(self, lost: Lost) -> None:
        """Keep a record that could not be read."""
        self._failed.write(failed_row(lost.number, lost.reason, lost.raw))
        self.tally.values["failed"] += 1

    def finish(self) -> None:
        """Give every file its name, on the disk too. A document that failed leaves none, not even an older one."""
        with self._stack:
            for late in self._beside:
                late.close()
        for name in self._absent:
            places.remove(places.join(self._out, name))
        if self._many:
            places.sync_all(self._out)
        else:
            places.sync_folders([self._output, *(late.path for late in self._beside)])

    def drop(self, error: BaseException) -> None:
        """Leave no trace."""
        self._stack.__exit__(type(error), error, error.__traceback__)

    def _write_document(self, name: str, data: bytes) -> None:
        # No marker tells of it before all is on the disk, so that thousands need not be synced one by one.
        with places.writing(places.join(self._out, name), sync=False) as file:
            file.write(data)
        self._absent.discard(name)


def _parquet(file: BinaryIO) -> Any:
    """What writes rows into a parquet file."""
    from cleaner.corpus.formats.parquet import Writer

    return Writer(file)
