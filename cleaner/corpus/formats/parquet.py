"""Parquet: one column is cleaned; all others, the schema and the codec stay. Row groups are streamed."""

import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby, islice
from typing import Any, BinaryIO, NamedTuple

from cleaner.corpus import places
from cleaner.corpus.desk import Desk, Record
from cleaner.corpus.extras import needed
from cleaner.corpus.formats.fields import source_of, target, wanted
from cleaner.corpus.parts import Block, Cleaned, Lost, Shard, Unreadable
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import CHUNK, Broken, Reading
from cleaner.errors import CleanerError
from cleaner.writing.jsonl import dumps

pa: Any = needed("pyarrow", "pyarrow")
pq: Any = needed("pyarrow.parquet", "pyarrow")

_MOST_HELD = 2**25  # bytes of rows that are held before they are written as a row group
_MOST_ROWS = 1000


class Rows(NamedTuple):
    """Some rows as an Arrow stream. codec: of the file; last: whether a row group ends with them."""

    stream: bytes
    codec: str
    last: bool


def blocks(shard: Shard, reading: Reading, plan: Plan) -> Iterator[Block | Lost]:  # noqa: ARG001 - as all kinds
    """Cut a file into rows. What is damaged costs the rows of its row group from there on, for pyarrow cannot jump over
    a page. Raises Unreadable where the file as a whole cannot be made out, OSError.
    """
    path, _ = shard.files[0]
    try:
        for _ in reading.raw(path):
            pass
    except Broken as error:
        raise Unreadable(str(error)) from None
    with places.open_to_read(path) as stream, _opened(stream) as file:
        number = 1
        for group in range(file.metadata.num_row_groups):
            yield from _group(file, group, shard.name, number)
            number += file.metadata.row_group(group).num_rows
        yield Block(shard.name, "parquet", "", number, _end(file))


def _opened(stream: BinaryIO) -> Any:
    """A file whose footer makes sense."""
    try:
        file = pq.ParquetFile(stream, page_checksum_verification=True)
        _end(file)
        meta = file.metadata
        if meta.num_rows != sum(meta.row_group(group).num_rows for group in range(meta.num_row_groups)):
            raise pa.ArrowInvalid("its footer contradicts itself")
    except (OSError, pa.ArrowException, UnicodeDecodeError) as error:
        if not _is_damage(error):
            raise
        raise Unreadable(f"it is no whole parquet file ({_first_line(error)}); fetch it again") from None
    return file


def _end(file: Any) -> Rows:
    """No rows, but the schema, and the end of what was before it."""
    return Rows(_stream(pa.Table.from_batches([], file.schema_arrow)), "NONE", last=True)


def _group(file: Any, group: int, shard: str, number: int) -> Iterator[Block | Lost]:
    """The rows of a row group, and those that cannot be read. number: of its first row."""
    about = file.metadata.row_group(group)
    each = max(1, min(_MOST_ROWS, about.num_rows * CHUNK // max(1, about.total_byte_size)))
    end, damage = number + about.num_rows, "its row group has fewer rows than it should"
    try:
        for batch in _batches(file, group, each):
            last = number + batch.num_rows == end
            codec = _codec(about)
            yield Block(shard, "parquet", "", number, Rows(_stream(pa.Table.from_batches([batch])), codec, last))
            number += batch.num_rows
    except (OSError, pa.ArrowException) as error:
        if not _is_damage(error):
            raise
        damage = _first_line(error)
    reason = f"the file is damaged from here to the end of its row group ({damage}); fetch it again"
    yield from (Lost(row, reason) for row in range(number, end))


def _codec(about: Any) -> str:
    """How a row group is packed. Only for one that can be read: pyarrow ends the process over an unknown codec."""
    codec: str = about.column(0).compression if about.num_columns else "NONE"
    return codec.replace("UNCOMPRESSED", "NONE")


def _batches(file: Any, group: int, each: int) -> Iterator[Any]:
    """The rows of a row group, some at a time; before what is damaged one by one, so that no more is lost with it."""
    read = 0
    try:
        for batch in file.iter_batches(each, row_groups=[group]):
            yield batch
            read += batch.num_rows
    except (OSError, pa.ArrowException) as error:
        if not _is_damage(error):
            raise
        yield from islice(file.iter_batches(1, row_groups=[group]), read, None)


def _is_damage(error: Exception) -> bool:
    """Whether the file itself is damaged, and not the disk or store at fault: pyarrow tells it by a bare OSError."""
    return not isinstance(error, OSError) or (type(error) is OSError and error.errno is None)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def clean(block: Block, desk: Desk) -> Cleaned:
    """Clean a column of some rows; a row that fails goes to the failures."""
    rows: Rows = block.data
    plan, table = desk.plan, pa.ipc.open_stream(rows.stream).read_all()
    desk.tally.values["bytes_in"] += table.nbytes
    kept, articles = [], []
    is_whole = _is_whole(table)
    for row in range(table.num_rows):
        try:
            if not (is_whole or _readable(table, row).keys() >= {*table.column_names}):
                raise CleanerError("it is damaged, for a text in it is not UTF-8; fetch the file again")
            articles.append(_article(table, row, f"{block.shard}:{block.first + row}", desk))
            kept.append(row)
        except CleanerError as error:
            desk.lose(block.first + row, error, _as_json(table, row))
    table = _with_articles(_some(table, kept), target(plan), articles)
    desk.tally.values["bytes_out"] += table.nbytes
    if plan.form == "jsonl":
        return desk.done(b"".join(_as_json(table, row) + b"\n" for row in range(table.num_rows)))
    return desk.done(rows._replace(stream=_stream(table)))


def _is_whole(table: Any) -> bool:
    """Whether all strings are UTF-8, which pyarrow does not ask when it reads."""
    try:
        table.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _article(table: Any, row: int, name: str, desk: Desk) -> str:
    values = {field: _cell(table, row, field) for field in wanted(desk.plan) if field in table.column_names}
    text, form = source_of(values, desk.plan)
    own, url = _cell(table, row, "id"), _cell(table, row, "url")
    document = dumps(own if isinstance(own, int) else name if own is None else str(own))
    return desk.clean(Record(text, document, name, url if isinstance(url, str) else "", form)).text


def _cell(table: Any, row: int, name: str) -> Any:
    """A value; None where there is no column of this name, or several are."""
    return table[name][row].as_py() if table.column_names.count(name) == 1 else None


def _some(table: Any, rows: list[int]) -> Any:
    """These rows of a table, in stretches: pyarrow can take single ones only of some types."""
    stretches = [[row for _, row in run] for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])]
    return pa.concat_tables([table.slice(0, 0), *(table.slice(run[0], len(run)) for run in stretches)])


def _with_articles(table: Any, into: str, articles: list[str]) -> Any:
    place = table.column_names.index(into) if into in table.column_names else -1
    column = pa.array(articles, pa.string())
    if place < 0:
        return table.append_column(into, column)
    field = table.schema.field(place)
    if _holds_text(field.type):
        return table.set_column(place, field, column.cast(field.type))
    return table.set_column(place, into, column)


def _holds_text(kind: Any) -> bool:
    types = pa.types
    inner = kind.value_type if types.is_dictionary(kind) else kind
    return any(is_kind(inner) for is_kind in (types.is_string, types.is_large_string, types.is_string_view))


def _as_json(table: Any, row: int) -> bytes:
    """A row as a line of JSON; what JSON cannot hold, as Python shows it; what is damaged is left out."""
    plain = json.loads(json.dumps(_readable(table, row), default=str))
    return dumps(plain).encode()


def _readable(table: Any, row: int) -> dict[str, Any]:
    """The values of a row, but for those in which a string is not UTF-8."""
    values = {}
    for name, column in zip(table.column_names, table.columns, strict=True):
        with suppress(UnicodeDecodeError):
            values[name] = column[row].as_py()
    return values


def _stream(table: Any) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    data: bytes = sink.getvalue().to_pybytes()
    return data


class Writer:
    """Writes rows as they come into a parquet file, row group by row group."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._writer = file, None
        self._held: list[Any] = []

    def write(self, rows: Rows) -> None:
        table = pa.ipc.open_stream(rows.stream).read_all()
        if self._writer is None:
            self._writer = pq.ParquetWriter(self._file, table.schema, compression=rows.codec)
        self._held.append(table)
        if rows.last or sum(held.nbytes for held in self._held) >= _MOST_HELD:
            self._flush(self._writer)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()

    def _flush(self, writer: Any) -> None:
        whole = pa.concat_tables(self._held)
        if whole.num_rows:
            writer.write_table(whole)
        self._held = []
