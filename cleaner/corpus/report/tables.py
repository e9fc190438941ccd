"""A report as tables: in colour for a terminal, in plain columns for a pipe, where a heading begins with #."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from cleaner.corpus.report.numbers import (
    Longest,
    Row,
    key_numbers,
    language_name,
    most,
    ranked,
    share,
    site_name,
)
from cleaner.corpus.report.report import Report
from cleaner.writing.printable import printable

if TYPE_CHECKING:
    from rich.console import Console

_FSI, _PDI = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_NARROWEST, _WIDEST = 60, 120  # cells
_GAP = 3  # cells between two columns, at most
PIPE = 80  # cells


class Part(NamedTuple):
    """A table. columns: their headings, with # before those of numbers; rows: of cells, as text."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def tables(report: Report, top: int, width: int | None) -> str:
    """All tables. top: rows of each that is long; width: cells of the terminal, None for a pipe."""
    from rich.console import Console

    shown = io.StringIO()
    is_pipe = width is None
    cells = PIPE if width is None else min(max(width, _NARROWEST), _WIDEST)
    colours: Literal["auto"] | None = None if is_pipe else "auto"
    quiet = {"highlight": False, "markup": False, "emoji": False}
    console = Console(file=shown, force_terminal=not is_pipe, width=cells, color_system=colours, **quiet)  # type: ignore[arg-type]
    for part in _parts(report, top):
        if part.rows:
            _print(console, part, is_pipe=is_pipe)
    return "\n".join(line.rstrip() for line in shown.getvalue().split("\n"))


def _parts(report: Report, top: int) -> Iterator[Part]:
    total = report.stats.total
    yield Part("Corpus", ("What", "#How many", "#Of all"), [tuple(number) for number in key_numbers(total)])
    rules = most(total["rules"], "chars", top)
    yield Part("Rules", ("Rule", "Kind", "#Lines", "#Documents", "#Characters"), list(_rule_rows(rules)))
    examples = [(name, text) for name, _ in rules.shown if name in report.rules for text in report.rules[name].examples]
    yield Part("Removed, for example", ("Rule", "Text"), examples)
    for title, key, named in (("Sites", "sites", site_name), ("Languages", "languages", language_name)):
        columns = (title[:-1], "#Documents", "#Characters", "#Kept", "#Lines removed")
        yield Part(title, columns, list(_group_rows(most(total[key], "chars_in", top), named)))
    yield Part("Encodings", ("Encoding", "#Documents"), list(_count_rows(total["encodings"])))
    yield Part("Words mended", ("Step", "#Words"), list(_count_rows(total["repairs"])))
    failed = [(f"{each.records:,}", each.places[0], each.reason) for each in report.failures]
    yield Part("Failures", ("#Records", "First", "Reason"), failed)


def _rule_rows(rules: Longest) -> Iterator[tuple[str, ...]]:
    for name, row in _with_rest(rules, str):
        yield name, str(row.get("kind", "")), f"{row['lines']:,}", f"{row['documents']:,}", f"{row['chars']:,}"


def _group_rows(groups: Longest, named: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    for name, row in _with_rest(groups, named):
        kept = share(row["chars_out"], row["chars_in"])
        yield name, f"{row['documents']:,}", f"{row['chars_in']:,}", kept, f"{row['lines_removed']:,}"


def _count_rows(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for name, count in ranked(counts):
        yield name, f"{count:,}"


def _with_rest(longest: Longest, named: Callable[[str], str]) -> Iterator[tuple[str, Row]]:
    yield from ((named(name), row) for name, row in longest.shown)
    if longest.others:
        yield f"({longest.others:,} more)", longest.rest


def _print(console: "Console", part: Part, *, is_pipe: bool) -> None:
    """One table. The last column is cut where it is a text, folded where it is a reason; the others stay whole."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console.print(Text(f"# {part.title}" if is_pipe else part.title, style="bold"))
    table = Table(box=None if is_pipe else box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    for column in part.columns:
        side: Literal["left", "right"] = "right" if column.startswith("#") else "left"
        table.add_column(column.removeprefix("#"), justify=side, no_wrap=column != "Reason", overflow="fold")
    room = console.width - max(len(row[0]) for row in part.rows) - _GAP
    for row in part.rows:
        cells = [Text(printable(cell.replace("\t", " "))) for cell in row]
        if part.columns[-1] == "Text":
            cells[-1].truncate(room, overflow="ellipsis")
            cells[-1] = cells[-1] if is_pipe else Text.assemble(_FSI, cells[-1], _PDI)
        table.add_row(*cells)
    console.print(table)
    console.print()
