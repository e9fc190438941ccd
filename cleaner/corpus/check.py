"""Which records of a JSON Lines file `cleaner corpus clean` would change. The checking hook for corpora asks this."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cleaner.cleaning import clean_document
from cleaner.errors import CleanerError
from cleaner.files import MEGABYTE, Format, read_string
from cleaner.judging.page.mode import Mode
from cleaner.normalize.repair import Orthography
from cleaner.outcome import CleanDocument
from cleaner.rules.choice import Choice
from cleaner.writing.explain import count

_FIELDS = ("text", "html")  # the first of these that a record has is cleaned
_SURROGATE = re.compile("[\ud800-\udfff]")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# Numbers are not made, for they need not fit into any.
_DECODER = json.JSONDecoder(parse_int=len, parse_float=len)


class Plan(NamedTuple):
    """What decides of a record. field: the one that holds the text, "" for `text`, else `html`; most: bytes of one."""

    choice: Choice
    wanted: Orthography
    mode: Mode
    format: Format
    field: str
    most: int


class Finding(NamedTuple):
    """A record that is not clean. number: of its line, from 1; change: what cleaning would do to it; error: why it
    cannot be cleaned. One of the two is "".
    """

    number: int
    change: str
    error: str


def findings(path: str, plan: Plan) -> Iterator[Finding]:
    """The records of a file that are not clean, as they are met; memory holds one. Raises CleanerError."""
    try:
        if not Path(path).exists():
            raise CleanerError("there is no such file; check the name and the folder")
        if not Path(path).is_file():
            raise CleanerError("this is no file; name the JSON Lines themselves")
        with Path(path).open("rb") as file:
            for number, line in _lines(file, plan.most):
                try:
                    change, error = _change(line, f"{path}:{number}", plan), ""
                except CleanerError as failure:
                    change, error = "", str(failure)
                except Exception as failure:  # it costs this record, as it does in `corpus clean`
                    kind = type(failure).__name__
                    change, error = "", f"cleaning it failed ({kind}: {failure}); please report this record"
                if change or error:
                    yield Finding(number, change, error)
    except OSError as error:
        raise CleanerError(f"cannot be read ({error.strerror}); check its permissions") from None


def _lines(file: BinaryIO, most: int) -> Iterator[tuple[int, bytes]]:
    """Lines that hold anything, each with its number; one of more than `most` bytes is cut, and so found too long."""
    number = 0
    while line := file.readline(most + 2):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(MEGABYTE)
        if line.strip():
            yield number, line.removesuffix(b"\n")


def _change(line: bytes, name: str, plan: Plan) -> str:
    """What cleaning would do to a record, "" where nothing."""
    if len(line) > plan.most:
        raise CleanerError(f"it is larger than {plan.most / MEGABYTE:g} MB; raise the limit with --max-size")
    record = _record(line)
    field, text = _text(record, plan.field)
    url = record.get("url")
    choice = plan.choice._replace(url=url) if isinstance(url, str) and url else plan.choice
    form = "html" if plan.format == "auto" and field == "html" else plan.format
    clean = clean_document(read_string(text, name, form, None, plan.wanted.skip), choice, plan.wanted, plan.mode)
    return "" if clean.text == text or not text.strip() else _told(clean)


def _told(clean: CleanDocument) -> str:
    rules = Counter(verdict.rule for verdict in clean.dropped.values())
    words = sum(repair.count for repair in clean.repaired.repairs)
    told = [f"{count(rules.total(), 'line')} to remove ({', '.join(sorted(rules))})"] if rules else []
    told += [f"{count(words, 'word')} to mend"] if words else []
    return ", ".join(told or clean.document.source.notes or ["its article to be taken out of the page"])


def _text(record: dict[str, object], wanted: str) -> tuple[str, str]:
    """The field to clean and what it holds."""
    fields = [wanted] if wanted else _FIELDS
    for field in fields:
        text = record.get(field)
        if isinstance(text, str):
            if _SURROGATE.search(text):
                half = "half of a surrogate pair, which is no character"
                raise CleanerError(f"its {field!r} holds {half}; mend the record")
            return field, text
    there = next((field for field in fields if field in record), "")
    fault = f"its {there!r} is no string" if there else f"it has no field {' or '.join(map(repr, fields))}"
    raise CleanerError(f"{fault}; name the field of the text with --field")


def _record(line: bytes) -> dict[str, object]:
    try:
        text = line.decode().removeprefix(_BOM)
        record = _DECODER.decode(text)
    except UnicodeDecodeError as error:
        raise CleanerError(f"it is not UTF-8 (at byte {error.start + 1}); convert the file") from None
    except json.JSONDecodeError as error:
        raise CleanerError(f"it is no valid JSON ({error.msg} at character {error.pos + 1}); mend the record") from None
    except RecursionError:
        raise CleanerError("it is nested too deep to be read; flatten the record") from None
    if not isinstance(record, dict):
        raise CleanerError("it is no JSON object; put the text into a field of one")
    return record
