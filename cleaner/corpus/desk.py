"""One document of a corpus cleaned, and everything about it that is told beside the output."""

import json
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner.cleaning import clean_document, clean_text
from cleaner.corpus.parts import Cleaned
from cleaner.corpus.plan import Plan
from cleaner.corpus.tally import Tally
from cleaner.document import Document, Verdict
from cleaner.errors import CleanerError
from cleaner.files import Format, read_bytes, read_string
from cleaner.limits import within
from cleaner.outcome import CleanDocument
from cleaner.reading.address import host_of
from cleaner.reading.decode import Decoded
from cleaner.reading.page import Page, gaps_between
from cleaner.rules.choose import languages_of
from cleaner.writing.jsonl import dumps, metadata

_NO_LANGUAGE = ("any", "world")  # packs, but no languages
_SHARED = ("ar", "en")  # their packs are also for texts in their letters
_LETTER = re.compile(r"[^\W\d_]")


class Record(NamedTuple):
    """A document to clean. id: as JSON, for the lines beside the output; name: for messages; url: tells the site;
    encoding: of bytes the one to read them by, of a text the one that it was read by; None where it is to be told.
    """

    source: str | bytes
    id: str
    name: str
    url: str = ""
    format: Format = "auto"
    encoding: str | None = None


class Article(NamedTuple):
    """What stays of a document. about: what JSON Lines made of documents tell of it, beside its text."""

    text: str
    about: dict[str, object] = {}  # noqa: RUF012 - never written to


class Desk:
    """Cleans the documents of one block and keeps count."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.tally = Tally()
        self._removed: list[str] = []
        self._failed: list[bytes] = []
        self._noted: list[str] = []

    def clean(self, record: Record) -> Article:
        """The article. Raises CleanerError, also where cleaning itself fails: a bad record costs that record."""
        try:
            with within(self.plan.limits):
                return self._clean(record)
        except CleanerError:
            raise
        except Exception as error:
            kind = type(error).__name__
            raise CleanerError(f"cleaning it failed ({kind}: {error}); please report this record") from error

    def lose(self, number: int, error: CleanerError, raw: bytes) -> None:
        """Count a record that failed, and keep it."""
        self.tally.values["failed"] += 1
        self._failed.append(failed_row(number, str(error), raw))

    def done(self, data: object) -> Cleaned:
        """All that came of the block."""
        removed, noted = "".join(self._removed).encode(), "".join(self._noted).encode()
        return Cleaned(data, removed, b"".join(self._failed), noted, self.tally)

    def _clean(self, record: Record) -> Article:
        plan = self.plan
        source = record.source
        if not source or source.isspace():  # a packed file of a few KB may open to 100 MB of white space
            self._count(record, empty := clean_text(""))
            return Article(source if isinstance(source, str) else source.decode(), _about(empty))
        choice = plan.choice._replace(url=record.url) if plan.choice.sites else plan.choice
        document, is_damaged = self._read(record, source)
        clean = clean_document(document, choice, plan.wanted, plan.mode)
        self._count(record, clean)
        if clean.notes:
            self.tally.values["noted"] += 1
            self.tally.values["damaged"] += is_damaged
            self._noted.append(f'{{"document": {record.id}, "notes": {dumps(clean.notes)}}}\n')
        return Article(clean.text, _about(clean) if plan.form == "jsonl" else {})

    def _read(self, record: Record, source: str | bytes) -> tuple[Document, bool]:
        """The document, and whether it has bytes that are no text."""
        form = record.format if self.plan.format == "auto" else self.plan.format
        skip = self.plan.wanted.skip
        if isinstance(source, str):
            decoded = Decoded(source, record.encoding or "utf-8")
            return read_string(source, record.name, form, decoded, skip), False
        document, decoded, _ = read_bytes(source, record.name, form, record.encoding, skip)
        return document, decoded.certainty != "sure" and "\N{REPLACEMENT CHARACTER}" in decoded.text

    def _count(self, record: Record, clean: CleanDocument) -> None:
        values, text, document = self.tally.values, clean.text, clean.document
        dropped = sorted(clean.dropped.items())
        texts = lines_of(document) if dropped or isinstance(document, Page) else ()
        counts = {
            "documents": 1,
            "guarded": int(clean.guarded),
            "empty": int(not text or text.isspace()),
            "chars_in": chars_of(document, texts),
            "chars_out": len(text),
            "lines": len(texts or document.blocks),
            "lines_removed": len(dropped),
        }
        for name, count in counts.items():
            values[name] += count
        self.tally.count("encodings", document.source.encoding)
        for repair in clean.repaired.repairs:
            self.tally.count("repairs", repair.step, repair.count)
        self.tally.group("sites", site_of(record.url), counts)
        self.tally.group("languages", language_of(document.source.text, clean.languages), counts)
        if dropped:
            self._count_rules(dropped, texts)
        for i, verdict in dropped:
            self._removed.append(_removed_row(record.id, _line(document, i), verdict, texts[i]))

    def _count_rules(self, dropped: Iterable[tuple[int, Verdict]], texts: Sequence[str]) -> None:
        rows: dict[str, dict[str, int | str]] = {}
        table = self.tally.values["rules"]
        for i, verdict in dropped:
            row = table.setdefault(verdict.rule, {"kind": verdict.kind, "lines": 0, "chars": 0, "documents": 0})
            row["lines"] += 1
            row["chars"] += len(texts[i])
            rows[verdict.rule] = row
        for row in rows.values():
            row["documents"] += 1  # type: ignore[operator]


def _about(clean: CleanDocument) -> dict[str, object]:
    """notes: what had to be mended, guessed or left out to read a document, a sentence each; metadata: of a page."""
    return {"notes": clean.notes, "title": clean.title, **metadata(clean)}


def lines_of(document: Document) -> Sequence[str]:
    """The texts of the blocks; a page need not make its blocks for that."""
    return document.columns.texts if isinstance(document, Page) else [block.text for block in document.blocks]


def chars_of(document: Document, texts: Sequence[str]) -> int:
    """The characters of a text, of a page those of its blocks as they would be written if all of them stayed."""
    if not isinstance(document, Page):
        return len(document.source.text)
    return sum(map(len, [*texts, *gaps_between(document.columns, range(len(texts))), "\n"]))


def language_of(text: str, packs: Sequence[str] = ()) -> str:
    """The likeliest language, "?" where there is none to tell. packs: see `languages_of`, which is asked without them.

    >>> language_of("نفى وزير الخارجية الخبر"), language_of("Le ministre a nié hier"), language_of("12:30")
    ('ar', 'fr', '?')
    """
    if _LETTER.search(text) is None:
        return "?"
    found = [language for language in packs or languages_of(text) if language not in _NO_LANGUAGE]
    own = [language for language in found if language not in _SHARED]
    return (own or found or ["?"])[0]


def site_of(url: str) -> str:
    """The host of an address; taken apart once for the many pages of a site.

    >>> site_of("https://News.example:80/a?b"), site_of("")
    ('news.example', '')
    """
    end = url.find("/", len("https://"))
    return _host(url if end < 0 else url[:end])


_host = lru_cache(maxsize=4096)(host_of)


def failed_row(number: int, reason: str, raw: bytes) -> bytes:
    """A line of JSON for a record that failed; its bytes in base64 where they are no UTF-8."""
    from base64 import b64encode

    try:
        record = {"record": raw.decode()}
    except UnicodeDecodeError:
        record = {"record_base64": b64encode(raw).decode()}
    return (dumps({"number": number, "reason": reason, **record}) + "\n").encode()


def first_failure(rows: bytes) -> tuple[int, str]:
    """Number and reason of the first of such lines."""
    row = json.loads(rows.partition(b"\n")[0])
    return row["number"], row["reason"]


def _line(document: Document, i: int) -> int:
    return i + 1 if isinstance(document, Page) else document.blocks[i].line


def _removed_row(record_id: str, line: int, verdict: Verdict, text: str) -> str:
    why = _why(verdict.rule, verdict.kind, verdict.reason)
    return f'{{"document": {record_id}, "line": {line}, {why}, "text": {dumps(text)}}}\n'


@lru_cache(maxsize=1024)
def _why(rule: str, kind: str, reason: str) -> str:
    """What a removed line tells of its rule, as JSON; there are some hundred rules and millions of lines."""
    return dumps({"rule": rule, "kind": kind, "reason": reason})[1:-1]
