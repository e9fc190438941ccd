"""Plain texts and pages, each a document in a file of its own; its article is a file of its own too."""

from collections.abc import Iterator

from cleaner.corpus.desk import Desk, Record
from cleaner.corpus.formats.lines import too_large
from cleaner.corpus.inputs import is_page
from cleaner.corpus.parts import Block, Cleaned, Lost, Shard
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import CHUNK, Reading, pack, packing_of
from cleaner.errors import CleanerError
from cleaner.writing.jsonl import dumps


def blocks(shard: Shard, reading: Reading, plan: Plan) -> Iterator[Block | Lost]:
    """Whole files, as many as make a block. data: of each its number, its path in the output, its bytes."""
    held: list[tuple[int, str, bytes]] = []
    for number, (path, name) in enumerate(shard.files, 1):
        try:
            held.append((number, name, _whole(path, reading, plan.limits.bytes)))
        except (CleanerError, OSError) as error:
            reason = f"it cannot be read ({error.strerror})" if isinstance(error, OSError) else str(error)
            yield Lost(number, f"{name}: {reason}")
        if sum(len(data) for _, _, data in held) >= CHUNK:
            yield Block(shard.name, "documents", "", held[0][0], held)
            held = []
    if held:
        yield Block(shard.name, "documents", "", held[0][0], held)


def _whole(path: str, reading: Reading, most: int) -> bytes:
    data = b"".join(reading.unpacked(path, most))
    if len(data) > most:
        raise CleanerError(too_large(most))
    return data


def clean(block: Block, desk: Desk) -> Cleaned:
    """Clean some files. data: for each the path in the output and its bytes; of `jsonl`, lines."""
    plan, found = desk.plan, []
    for number, name, data in block.data:
        desk.tally.values["bytes_in"] += len(data)
        document = dumps(name)
        try:
            article = desk.clean(Record(data, document, name, format="html" if is_page(name) else "auto"))
        except CleanerError as error:
            desk.lose(number, error, name.encode("utf-8", "backslashreplace"))
            continue
        if plan.form == "jsonl":
            article = f'{{"id": {document}, "text": {dumps(article)}}}\n'
        desk.tally.values["bytes_out"] += len(article.encode())
        found.append((name, article.encode()))
    if plan.form == "jsonl":
        return desk.done(b"".join(data for _, data in found))
    return desk.done([(name, pack(data, packing_of(name))) for name, data in found])
