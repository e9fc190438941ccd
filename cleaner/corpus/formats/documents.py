"""Plain texts and pages, each a document in a file of its own; its article is a file of its own too."""

from collections.abc import Iterator

from cleaner.corpus.desk import Desk, Record
from cleaner.corpus.formats.lines import too_large
from cleaner.corpus.inputs import is_page
from cleaner.corpus.parts import Block, Cleaned, Lost, Shard
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import CHUNK, Broken, Reading, pack, packing_of
from cleaner.errors import CleanerError
from cleaner.files import Format
from cleaner.writing.jsonl import dumps


def blocks(shard: Shard, reading: Reading, plan: Plan) -> Iterator[Block | Lost]:
    """Whole files, as many as make a block. data: of each its number, its path in the output, its bytes."""
    held: list[tuple[int, str, bytes]] = []
    for number, (path, name) in enumerate(shard.files, 1):
        data, reason = _read(path, reading, plan.limits.bytes)
        if reason:
            yield Lost(number, f"{name}: {reason}", data)
        else:
            held.append((number, name, data))
        if sum(len(data) for _, _, data in held) >= CHUNK:
            yield Block(shard.name, "documents", "", held[0][0], held)
            held = []
    if held:
        yield Block(shard.name, "documents", "", held[0][0], held)


def _read(path: str, reading: Reading, most: int) -> tuple[bytes, str]:
    """The bytes of a file, and why they are not all of it, if they are not."""
    parts, size = [], 0
    try:
        for data in reading.unpacked(path, most):
            parts.append(data)
            size += len(data)
    except Broken as broken:
        return b"".join(parts), str(broken)
    except OSError as error:
        return b"", f"it cannot be read ({error.strerror}); check its permissions"
    return (b"", too_large(most)) if size > most else (b"".join(parts), "")


def clean(block: Block, desk: Desk) -> Cleaned:
    """Clean some files. data: for each the path in the output and its bytes; of `jsonl`, lines."""
    plan, found = desk.plan, []
    for number, name, data in block.data:
        desk.tally.values["bytes_in"] += len(data)
        try:
            form: Format = "html" if is_page(name) else "auto"
            article = desk.clean(Record(data, dumps(name), name, format=form, encoding=plan.encoding))
        except CleanerError as error:
            desk.lose(number, error, name.encode("utf-8", "backslashreplace"))
            continue
        text = article.text
        if plan.form == "jsonl":
            text = dumps({"id": name, **article.about, "text": text}) + "\n"
        found.append((name, text.encode()))
        desk.tally.values["bytes_out"] += len(found[-1][1])
    if plan.form == "jsonl":
        return desk.done(b"".join(data for _, data in found))
    return desk.done([(name, pack(data, packing_of(name))) for name, data in found])
