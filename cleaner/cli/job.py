"""What one call that cleans is to do, and what it says and writes of each document."""

from collections.abc import Callable
from typing import NamedTuple

from cleaner.cleaning import clean_document
from cleaner.cli.each import each_file
from cleaner.cli.streams import say
from cleaner.errors import CleanerError
from cleaner.files import STDIN, Format, Original, read, read_bytes, rewritten
from cleaner.judging.page.mode import Mode
from cleaner.limits import USUAL, Limits, within
from cleaner.normalize.repair import Orthography
from cleaner.outcome import GUARD, CleanDocument
from cleaner.rules.choice import Choice


class Job(NamedTuple):
    """Which files to read, by which rules, what is mended in what stays, and how they are read.

    limits: what one document may cost; mode: how sure a block of a page must be to stay.
    """

    names: tuple[str, ...]
    choice: Choice
    wanted: Orthography
    format: Format = "auto"
    encoding: str | None = None
    limits: Limits = USUAL
    mode: Mode = "balanced"

    def each(self, work: Callable[[Original, CleanDocument], int]) -> int:
        """Read and clean each file, hand it to `work`, and return the gravest exit code of all."""

        def clean(name: str) -> int:
            data = read(name, self.limits.bytes)
            shown = "<stdin>" if name == STDIN else name
            with within(self.limits):
                original = read_bytes(data, shown, self.format, self.encoding, self.wanted.skip)
                cleaned = clean_document(original.document, self.choice, self.wanted, self.mode)
                code = work(original, cleaned)
            for note in cleaned.notes:
                say(note, shown)
            return code

        return each_file(self.names, clean)


def warn(clean: CleanDocument) -> None:
    """Say that the guard held the rules back, or that nothing was left to print."""
    name = clean.document.source.name
    if clean.guarded:
        say(f"{GUARD}, so all of it was kept; find the rule at fault and --ignore it", name)
    elif clean.document.blocks and not clean.kept:
        say("nothing was kept; cleaner explain says why", name)


def renewed(original: Original, clean: CleanDocument) -> bytes:
    """The bytes that `fix` leaves in a file: its own ones if there is nothing to do. `check` asks the same."""
    if clean.document.format == "html":
        raise CleanerError("left as it is, for it is a page of HTML; write its article elsewhere with cleaner clean -o")
    if clean.guarded:
        raise CleanerError(f"left as it is, for {GUARD}; find the rule at fault and --ignore it")
    if clean.document.blocks and not clean.kept:
        raise CleanerError("left as it is, for the rules would drop every line; leave it out, or --ignore a rule")
    return rewritten(original, clean.text)
