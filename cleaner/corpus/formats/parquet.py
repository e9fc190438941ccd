"""Parquet: one column is cleaned; all others, the schema and the codec stay. Row groups are streamed."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from cleaner.corpus import places
from cleaner.corpus.desk import Desk, Record
from cleaner.corpus.extras import needed
from cleaner.corpus.parts import Block, Cleaned, Lost, Shard, Unreadable
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import CHUNK, Reading
from cleaner.errors import CleanerError
from cleaner.files import Format
from cleaner.writing.jsonl import dumps

pa: Any = needed("pyarrow", "parquet")
pq: Any = needed("pyarrow.parquet", "parquet")

_TEXT, _PAGE = "text", "html"
_MOST_HELD = 2**25  # bytes of rows that are held before they are written as a row group
_MOST_ROWS = 1000


class Rows(NamedTuple):
    """Some rows as an Arrow stream. codec: of the file; last: whether a row group ends with them."""

    stream: bytes
    codec: str
    last: bool


def blocks(shard: Shard, reading: Reading, plan: Plan) -> Iterator[Block | Lost]:  # noqa: ARG001 - as all kinds
    """Cut a file into rows. Raises Unreadable; a file of which a part is damaged cannot be read at all."""
    path, _ = shard.files[0]
    for _ in reading.raw(path):
        pass
    try:
        with places.open_to_read(path) as stream, pq.ParquetFile(stream) as file:
            number = 1
            for rows in _rows(file):
                yield Block(shard.name, "parquet", "", number, rows[0])
                number += rows[1]
    except pa.ArrowException as error:
        raise Unreadable(f"it is no whole parquet file ({str(error).splitlines()[0]}); fetch it again") from None


def _rows(file: Any) -> Iterator[tuple[Rows, int]]:
    meta = file.metadata
    if not meta.num_rows:
        yield Rows(_stream(pa.Table.from_batches([], file.schema_arrow)), "NONE", True), 0
    for group in range(meta.num_row_groups):
        about = meta.row_group(group)
        codec = about.column(0).compression if about.num_columns else "NONE"
        each = max(1, min(_MOST_ROWS, about.num_rows * CHUNK // max(1, about.total_byte_size)))
        left = about.num_rows
        for batch in file.iter_batches(each, row_groups=[group]):
            left -= batch.num_rows
            yield Rows(_stream(pa.Table.from_batches([batch])), codec, left == 0), batch.num_rows


def clean(block: Block, desk: Desk) -> Cleaned:
    """Clean a column of some rows; a row that fails goes to the failures."""
    rows: Rows = block.data
    plan, table = desk.plan, pa.ipc.open_stream(rows.stream).read_all()
    desk.tally.values["bytes_in"] += table.nbytes
    field = plan.field or (_TEXT if _TEXT in table.column_names else _PAGE)
    into = _TEXT if field == _PAGE or plan.format == _PAGE else field
    kept, articles = [], []
    for row in range(table.num_rows):
        try:
            articles.append(_article(table, row, field, f"{block.shard}:{block.first + row}", desk))
            kept.append(row)
        except CleanerError as error:
            desk.lose(block.first + row, error, _as_json(table, row))
    table = _with_articles(table.take(pa.array(kept, pa.int64())), into, articles)
    desk.tally.values["bytes_out"] += table.nbytes
    if plan.form == "jsonl":
        return desk.done(b"".join(_as_json(table, row) + b"\n" for row in range(table.num_rows)))
    return desk.done(rows._replace(stream=_stream(table)))


def _article(table: Any, row: int, field: str, name: str, desk: Desk) -> str:
    if field not in table.column_names:
        raise CleanerError(f"it has no column {field!r}; name the column of the text with --field")
    text = table[field][row].as_py()
    if not isinstance(text, str):
        raise CleanerError(f"its {field!r} is no string; name the column of the text with --field")
    told = {key: table[key][row].as_py() for key in ("id", "url") if key in table.column_names}
    own = name if told.get("id") is None else told["id"]
    document = dumps(own if isinstance(own, int) else str(own))
    url = told.get("url")
    form: Format = "html" if field == _PAGE else "auto"
    return desk.clean(Record(text, document, name, url if isinstance(url, str) else "", form)).text


def _with_articles(table: Any, into: str, articles: list[str]) -> Any:
    place = table.column_names.index(into) if into in table.column_names else -1
    if place < 0:
        return table.append_column(into, pa.array(articles, pa.string()))
    column = pa.array(articles, pa.string()).cast(table.schema.field(place).type)
    return table.set_column(place, table.schema.field(place), column)


def _as_json(table: Any, row: int) -> bytes:
    """A row as a line of JSON; what JSON cannot hold, as Python shows it."""
    values = table.slice(row, 1).to_pylist()[0]
    plain = json.loads(json.dumps(values, default=str))
    return dumps(plain).encode()


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
