"""JSON Lines: one object a line. The cleaned field's value is replaced; every other byte of the line stays."""

import re
from collections.abc import Iterator

from cleaner.corpus.desk import Desk, Record
from cleaner.corpus.formats.fields import source_of, target, wanted
from cleaner.corpus.formats.lines import too_large, whole_lines
from cleaner.corpus.formats.records import Json, read_json
from cleaner.corpus.parts import Block, Cleaned, Lost, Shard
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import Reading, pack, packing_of
from cleaner.errors import CleanerError
from cleaner.writing.jsonl import dumps

_SURROGATE = re.compile("[\ud800-\udfff]")


def blocks(shard: Shard, reading: Reading, plan: Plan) -> Iterator[Block | Lost]:
    """Cut a file at line ends."""
    path, name = shard.files[0]
    for part in whole_lines(reading.unpacked(path), plan.limits.bytes):
        yield part if isinstance(part, Lost) else Block(shard.name, "jsonl", packing_of(name), *part)


def clean(block: Block, desk: Desk) -> Cleaned:
    """Clean some lines. Blank ones stay; one that fails goes to the failures, whole."""
    desk.tally.values["bytes_in"] += len(block.data)
    out = []
    *lines, last = block.data.split(b"\n")
    for number, (line, end) in enumerate([*((line, b"\n") for line in lines), (last, b"")], block.first):
        if not line.strip():
            out += [line, end]
            continue
        try:
            out += [cleaned(line, f"{block.shard}:{number}", desk), end]
        except CleanerError as error:
            desk.lose(number, error, line)
    data = b"".join(out)
    desk.tally.values["bytes_out"] += len(data)
    return desk.done(pack(data, block.packing))


def cleaned(line: bytes, name: str, desk: Desk) -> bytes:
    """One line with its text cleaned. Raises CleanerError where that cannot be."""
    plan = desk.plan
    if len(line) > plan.limits.bytes:
        raise CleanerError(too_large(plan.limits.bytes))
    try:
        record = read_json(line.decode())
    except UnicodeDecodeError as error:
        raise CleanerError(f"it is not UTF-8 (at byte {error.start + 1}); convert the file") from None
    values = {field: record.members[field].value for field in wanted(plan) if field in record.members}
    text, form = source_of(values, plan)
    if b"\\u" in line and _SURROGATE.search(text):  # UTF-8 has none; an escape may
        raise CleanerError("its text holds half of a surrogate pair, which is no character; mend the record")
    article = desk.clean(Record(text, record_id(record, name), name, record.string("url") or "", form)).text
    return record.put(target(plan), article).encode()


def record_id(record: Json, name: str) -> str:
    """A record's own id as it is written, else its shard and line."""
    return record.raw("id") or dumps(name)
