"""The pages of a corpus for learning: each with its site and its lines, mended as cleaning mends them."""

from collections.abc import Iterator, Sequence

from cleaner.corpus.desk import Article, Desk, Record
from cleaner.corpus.inputs import shards_of
from cleaner.corpus.parts import Block, Lost, Shard, Unreadable
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import Reading
from cleaner.corpus.work import kind_of
from cleaner.errors import UsageError
from cleaner.files import read_bytes, read_string
from cleaner.reading.address import host_of, page_address
from cleaner.reading.page import Page
from cleaner.rules.site import is_host

_WEB = "www."


class _Ear(Desk):
    """Takes records in as a desk does, and only listens: each page's host and its lines."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.heard: list[tuple[str, str]] = []

    def clean(self, record: Record) -> Article:
        self.heard.append(site_and_text(record))
        return Article(record.source if isinstance(record.source, str) else "")


def blocks_of(names: Sequence[str]) -> Iterator[Block]:
    """The files, those below folders and those that globs match, in parts. What cannot be read teaches nothing.

    Raises UsageError for inputs that do not exist or cannot be opened.
    """
    for shard in shards_of(names):
        yield from _blocks(shard)


def _blocks(shard: Shard) -> Iterator[Block]:
    try:
        for part in kind_of(shard.kind).blocks(shard, Reading(), Plan()):
            if not isinstance(part, Lost):
                yield part
    except OSError as error:
        raise UsageError(f"{shard.name}: cannot be read ({error.strerror}); mend it or leave it out") from None
    except Unreadable as error:
        raise UsageError(f"{shard.name}: {error}, or leave it out") from None


def pages_of(shard: Shard, field: str) -> Iterator[tuple[str, str]]:
    """Each page's host and its lines, of a whole shard."""
    for block in _blocks(shard):
        yield from pages_in(block, field)


def pages_in(block: Block, field: str) -> list[tuple[str, str]]:
    """Each page's host and its lines. A record that cannot be read is passed over; `corpus clean` says why."""
    ear = _Ear(Plan(field=field))
    kind_of(block.kind).clean(block, ear)
    return ear.heard


def site_and_text(record: Record) -> tuple[str, str]:
    """The site of a page, "" where nothing tells it, and its text, a line for each block of a page of HTML.

    A page that cannot be read, for whatever reason, has neither.
    """
    try:
        return _site_and_text(record)
    except Exception:  # `corpus clean` tells it; it must not cost what the others teach
        return "", ""


def _site_and_text(record: Record) -> tuple[str, str]:
    if isinstance(record.source, bytes):
        document = read_bytes(record.source, record.name, record.format).document
    else:
        document = read_string(record.source, record.name, record.format)
    if isinstance(document, Page):
        from cleaner.reading.html_page import parse

        url = record.url or page_address(parse(document.html))
        return _site(url), "\n".join(block.replace("\n", " ") for block in document.columns.texts)
    return _site(record.url), document.source.text


def _site(url: str) -> str:
    """The site of an address, "" for one that no rule can name."""
    host = host_of(url).removeprefix(_WEB)
    return host if is_host(host) else ""
