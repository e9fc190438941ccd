"""The pages of a corpus for learning: each with its site and its lines, mended as cleaning mends them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.errors import UsageError
from cleaner.files import Format, read_string
from cleaner.reading.address import host_of, page_address
from cleaner.reading.decode import decode
from cleaner.reading.page import Page
from cleaner.rules.site import is_host

_CHUNK = 2**20
_WEB = "www."
_FIELDS = ("text", "html")


class Part(NamedTuple):
    """Some whole records. kind: "jsonl" or "document"; field: of a JSON record, "" for text, else html."""

    kind: str
    data: bytes
    field: str = ""


def parts_of(names: Iterable[str], field: str = "") -> Iterator[Part]:
    """The files, or those below folders, in parts of about a megabyte. Raises UsageError for what cannot be read."""
    for path in map(Path, names):
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder; check the name")
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            try:
                yield from _parts_of_file(file, field)
            except OSError as error:
                raise UsageError(f"{file}: cannot be read ({error.strerror}); mend it or leave it out") from None


def _parts_of_file(file: Path, field: str) -> Iterator[Part]:
    if file.suffix == ".jsonl":
        with file.open("rb") as lines:
            while data := b"".join(lines.readlines(_CHUNK)):
                yield Part("jsonl", data, field)
    elif file.suffix in (".txt", ".html", ".htm"):
        yield Part("document", file.read_bytes())


def pages_in(part: Part) -> Iterator[tuple[str, str]]:
    """Each page's host and its lines. A record that cannot be read teaches nothing; `corpus clean` says why."""
    if part.kind == "document":
        yield site_and_text(decode(part.data).text, "", "auto")
        return
    fields = (part.field,) if part.field else _FIELDS
    for record in map(_record, part.data.split(b"\n")):
        field = next((field for field in fields if isinstance(record.get(field), str)), None)
        if field:
            url = record.get("url")
            format: Format = "html" if field == "html" else "auto"
            yield site_and_text(record[field], url if isinstance(url, str) else "", format)


def site_and_text(text: str, url: str, format: Format) -> tuple[str, str]:
    """The site of a page, "" where nothing tells it, and its text, a line for each block of a page of HTML."""
    document = read_string(text, "", format)
    if isinstance(document, Page):
        from cleaner.reading.html_limits import tame
        from cleaner.reading.html_page import parse

        url = url or page_address(parse(tame(document.html).text))
        return _site(url), "\n".join(block.replace("\n", " ") for block in document.columns.texts)
    return _site(url), document.source.text


def _site(url: str) -> str:
    """The site of an address, "" for one that no rule can name."""
    host = host_of(url).removeprefix(_WEB)
    return host if is_host(host) else ""


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}
