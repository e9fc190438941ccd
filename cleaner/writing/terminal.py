"""The report of writing/explain.py for a terminal: texts in reading direction, what was dropped dim, with its rule.

The rule stands where a line of text ends: to the right of left-to-right text, to the left of right-to-left text, which
begins at the right edge. Every piece of text is isolated, so that a terminal which reorders Arabic leaves the columns
alone, and one which does not shows the letters in the order in which they are read.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.outcome import GUARD, CleanDocument
from cleaner.writing.explain import Mend, Row, by_reason, count, kept_and_dropped, mends, rows
from cleaner.writing.printable import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_MARGIN = 7  # cells: line number, mark, and the spaces between
_LEAST = 20  # cells: narrower text would break in every word
_FIGURES = 34  # cells of a line of the summary beside its rule and its reason
_MOST = 120  # cells: longer lines are hard to read
_LRI, _RLI = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{RIGHT-TO-LEFT ISOLATE}"
_PDI = "\N{POP DIRECTIONAL ISOLATE}"


def coloured(clean: CleanDocument, width: int) -> str:
    """The report, with the escape sequences of the terminal that the environment describes (NO_COLOR is respected)."""
    from rich.console import Console
    from rich.text import Text

    shown = io.StringIO()
    width = min(max(width, _MARGIN + _LEAST), _MOST)
    console = Console(file=shown, force_terminal=True, width=width, highlight=False, markup=False, emoji=False)
    console.rule(Text(printable(clean.document.source.name)), style="dim")
    mended = mends(clean)
    to_left = _reads_to_left(" ".join(block.text for block in clean.document.blocks))
    for row in rows(clean):
        for line in (*_row(console, row, to_left), *_mends(console, mended.get(row.line, []))):
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
    console.rule(style="dim")
    for line in _summary(console, clean):
        console.print(line, no_wrap=True, overflow="ignore", crop=False)
    return shown.getvalue()


def _row(console: "Console", row: Row, document_to_left: bool) -> Iterator["Text"]:
    """The screen lines of one line of the document: its text, and below it the reason where that is new.

    A line without letters reads as its document does.
    """
    from rich.text import Text

    text = Text(row.text, style="dim" if row.verdict else "bold" if row.is_title else "")
    label = row.verdict.rule if row.verdict else "title" if row.is_title else ""
    name = Text(label, style="red" if row.verdict else "green")
    start = Text.assemble((f"{row.line:>4} ", "dim"), ("✗ " if row.verdict else "  ", "red"))
    room = space = console.width - _MARGIN
    if label and space - len(label) - 2 >= _LEAST:
        space -= len(label) + 2
    elif label:
        yield start + name
        start, name = Text(" " * _MARGIN), Text()
    to_left = _reads_to_left(row.text) if any(map(str.isalpha, row.text)) else document_to_left
    for piece in text.wrap(console, space):
        yield start + _placed(piece, name, room, to_left=to_left)
        start, name = Text(" " * _MARGIN), Text()
    if row.verdict and row.first:
        for piece in Text(printable(row.verdict.reason), style="dim italic").wrap(console, room - 2):
            yield start + Text("  ") + _placed(piece, name, room, to_left=False)


def _mends(console: "Console", found: list[Mend]) -> Iterator["Text"]:
    """What orthography changed in a line, the changes of each step in a paragraph of their own."""
    from rich.text import Text

    room = console.width - _MARGIN - 2
    for step in dict.fromkeys(mend.step for mend in found):
        to_left = any(_reads_to_left(mend.after) for mend in found if mend.step == step)
        arrow = " ← " if to_left else " → "
        words = ", ".join(f"{mend.before}{arrow}{mend.after}" for mend in found if mend.step == step)
        for piece in Text(words, style="cyan").wrap(console, room - len(step) - 2):
            yield Text(" " * (_MARGIN + 2)) + _placed(piece, Text(step, style="dim cyan"), room, to_left=to_left)


def _placed(piece: "Text", name: "Text", room: int, *, to_left: bool) -> "Text":
    """A piece of text and the rule's name at the two edges, the text at the one where its reader begins."""
    from rich.text import Text

    piece.rstrip()
    gap = " " * max(room - piece.cell_len - name.cell_len, 0)
    if to_left:
        return Text.assemble(name, gap, _RLI, piece, _PDI)
    return Text.assemble(_LRI, piece, _PDI, gap, name) if name else Text.assemble(_LRI, piece, _PDI)


def _reads_to_left(text: str) -> bool:
    """Whether most letters are of a script written from right to left.

    >>> _reads_to_left("قالت BBC"), _reads_to_left("BBC"), _reads_to_left("12:30")
    (True, False, False)
    """
    from unicodedata import bidirectional

    kinds = [bidirectional(letter) for letter in text]
    return kinds.count("R") + kinds.count("AL") > kinds.count("L")


def _summary(console: "Console", clean: CleanDocument) -> Iterator["Text"]:
    """How much was kept and dropped, then what each rule took, and why."""
    from rich.text import Text

    if clean.guarded:
        yield Text(f"{GUARD}, so all was kept", style="yellow")
    for word, share in zip(("kept", "dropped"), kept_and_dropped(clean), strict=True):
        yield Text(f"{word} {count(share.lines, 'line')}, {count(share.chars, 'character')}", style="bold")
    for repair in clean.repairs:
        yield Text(f"{count(repair.count, 'word')} mended by {repair.step}", style="cyan")
    shares = by_reason(clean)
    width = max((len(verdict.rule) for _, verdict in shares), default=0)
    room = console.width - _FIGURES - width
    reasons = {verdict: Text(printable(verdict.reason), style="dim italic") for _, verdict in shares}
    if shares:
        heading = "reason" if any(room >= min(_LEAST, why.cell_len) for why in reasons.values()) else ""
        yield Text(f"{'lines':>7} {'characters':>10}  {'rule':<{width}}  {'kind':<10}  {heading}".rstrip(), style="dim")
    for share, verdict in shares:
        line = Text(f"{share.lines:>7} {share.chars:>10}  ")
        line.append(f"{verdict.rule:<{width}}", "red").append(f"  {verdict.kind:<10}")
        why = reasons[verdict]  # stands whole below the first line that it took
        if why.cell_len <= room or room >= _LEAST:
            why.truncate(room, overflow="ellipsis")
            line.append("  ").append_text(_placed(why, Text(), 0, to_left=False))
        yield line
