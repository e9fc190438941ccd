"""What happened to every line of a document, as plain columns for a pipe; writing/terminal.py shows the same in colour.

Each record is one line: line number, `keep`, `drop`, `why` or `mend`, the rule, a bar, the text. So `grep ' drop '`
finds the cuts, `awk '$2 == "drop" {print $3}' | sort | uniq -c` counts the rules, `grep -v '^#'` leaves out the
summary. A `why` record stands before the first line that a rule takes for a reason, a `mend` record after a line that
is kept, for each word that orthography changes in it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.document import Verdict
from cleaner.outcome import GUARD, CleanDocument
from cleaner.writing.printable import printable


class Row(NamedTuple):
    """One line of the document. verdict: what took it, None where it stays; first: no row before had this reason."""

    line: int
    text: str
    verdict: Verdict | None
    is_title: bool
    first: bool


class Share(NamedTuple):
    """What a rule took for one reason, or what was kept or dropped in all."""

    lines: int
    chars: int


class Mend(NamedTuple):
    """A change of orthography: the step, the word before and after it."""

    step: str
    before: str
    after: str


def mends(clean: CleanDocument) -> dict[int, list[Mend]]:
    """The changes of orthography in each line, by its number."""
    found: dict[int, list[Mend]] = {}
    for repair in clean.repairs:
        for line, before, after in repair.changes:
            found.setdefault(line, []).append(Mend(repair.step, printable(before), printable(after)))
    return found


def rows(clean: CleanDocument) -> Iterator[Row]:
    """Every line that holds anything, in order."""
    said = set()
    for i, block in enumerate(clean.document.blocks):
        verdict = clean.dropped.get(i)
        first = verdict is not None and (verdict.rule, verdict.reason) not in said
        if verdict is not None:
            said.add((verdict.rule, verdict.reason))
        yield Row(block.line, printable(_in_one_line(block.text)), verdict, i == clean.title_index, first)


def _in_one_line(text: str) -> str:
    """A block of a page may hold line breaks, shown as the sign of the key that makes one."""
    return text.replace("\t", " ").replace("\n", " ↵ ")


def kept_and_dropped(clean: CleanDocument) -> tuple[Share, Share]:
    """How much stayed and how much went; white space around lines counts for neither."""
    sizes = [len(block.text) for block in clean.document.blocks]
    gone = sum(sizes[i] for i in clean.dropped)
    return Share(len(sizes) - len(clean.dropped), sum(sizes) - gone), Share(len(clean.dropped), gone)


def by_reason(clean: CleanDocument) -> list[tuple[Share, Verdict]]:
    """What each rule took for each of its reasons, most lines first."""
    taken: dict[tuple[str, str], list[int]] = {}
    for i, verdict in clean.dropped.items():
        taken.setdefault((verdict.rule, verdict.reason), []).append(i)
    blocks = clean.document.blocks
    shares = [
        (Share(len(indexes), sum(len(blocks[i].text) for i in indexes)), clean.dropped[indexes[0]])
        for indexes in taken.values()
    ]
    return sorted(shares, key=lambda share: (-share[0].lines, share[1].rule))


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "line"), count(2, "line")
    ('1 line', '2 lines')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def plain(clean: CleanDocument) -> str:
    """The report for a pipe: one record a line, then the summary in lines that begin with #.

    >>> from cleaner.cleaning import clean_text
    >>> print(plain(clean_text("One line.", "a.txt")), end="")
    # a.txt
       1 keep -       | One line.
    # kept 1 line, 9 characters
    # dropped 0 lines, 0 characters
    """
    mended = mends(clean)
    names = [verdict.rule for verdict in clean.dropped.values()] + [repair.step for repair in clean.repairs]
    width = max(map(len, names), default=len("(title)"))
    lines = [f"# {printable(clean.document.source.name)}"]
    for row in rows(clean):
        name = row.verdict.rule if row.verdict else "(title)" if row.is_title else "-"
        if row.verdict and row.first:
            lines.append(f"{row.line:>4} why  {name:<{width}} | {printable(row.verdict.reason)}")
        lines.append(f"{row.line:>4} {'drop' if row.verdict else 'keep'} {name:<{width}} | {row.text}")
        for mend in mended.get(row.line, ()):
            lines.append(f"{row.line:>4} mend {mend.step:<{width}} | {mend.before} → {mend.after}")
    lines += _summary(clean)
    return "\n".join(lines) + "\n"


def _summary(clean: CleanDocument) -> Iterator[str]:
    if clean.guarded:
        yield f"# {GUARD}, so all was kept"
    for word, share in zip(("kept", "dropped"), kept_and_dropped(clean), strict=True):
        yield f"# {word} {count(share.lines, 'line')}, {count(share.chars, 'character')}"
    for share, verdict in by_reason(clean):
        size = f"{count(share.lines, 'line')}, {count(share.chars, 'character')}"
        yield f"#   {verdict.rule} ({verdict.kind}): {size}: {printable(verdict.reason)}"
    if clean.repairs:
        yield f"# mended {count(sum(repair.count for repair in clean.repairs), 'word')}"
    for repair in clean.repairs:
        yield f"#   {repair.step}: {count(repair.count, 'word')}"
