"""Which records of a JSON Lines file `cleaner corpus clean` would change. The checking hook for corpora asks this."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.corpus.desk import Desk
from cleaner.corpus.formats.jsonl import blocks, cleaned
from cleaner.corpus.inputs import kind_of
from cleaner.corpus.parts import Lost, Shard
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import Reading
from cleaner.errors import CleanerError
from cleaner.writing.explain import count


class Finding(NamedTuple):
    """A record that is not clean. number: of its line, from 1; change: what cleaning would do to it; error: why it
    cannot be cleaned. One of the two is "".
    """

    number: int
    change: str
    error: str


def findings(path: str, plan: Plan) -> Iterator[Finding]:
    """The records of a file that are not clean, as they are met. Raises CleanerError where it cannot be read."""
    if not Path(path).exists():
        raise CleanerError("there is no such file; check the name and the folder")
    if not Path(path).is_file():
        raise CleanerError("this is no file; name the JSON Lines themselves")
    if kind_of(path) not in ("jsonl", None):
        raise CleanerError("by its name this is no JSON Lines; run cleaner corpus clean, or cleaner check for texts")
    try:
        for part in blocks(Shard(path, "jsonl", ((path, path),)), Reading(), plan):
            if isinstance(part, Lost):
                yield Finding(part.number, "", part.reason)
                continue
            for number, line in enumerate(part.data.split(b"\n"), part.first):
                if line.strip() and (finding := _finding(number, line, f"{path}:{number}", plan)):
                    yield finding
    except OSError as error:
        raise CleanerError(f"cannot be read ({error.strerror}); check its permissions") from None


def _finding(number: int, line: bytes, name: str, plan: Plan) -> Finding | None:
    desk = Desk(plan)
    try:
        return None if cleaned(line, name, desk) == line else Finding(number, _told(desk.tally.values), "")
    except CleanerError as failure:
        return Finding(number, "", str(failure))


def _told(tally: Mapping[str, Any]) -> str:
    """What cleaning a record comes to."""
    rules, words = sorted(tally["rules"]), sum(tally["repairs"].values())
    told = [f"{count(tally['lines_removed'], 'line')} to remove ({', '.join(rules)})"] if rules else []
    told += [f"{count(words, 'word')} to mend"] if words else []
    return ", ".join(told) or "its text to be written anew"
