"""`cleaner normalize`: Arabic orthography mended, line for line."""

from typing import TYPE_CHECKING

import click

from cleaner.cli.options import ENCODING, takes_limits, takes_orthography
from cleaner.cli.streams import emit, say

if TYPE_CHECKING:
    from cleaner.limits import Limits
    from cleaner.normalize.repair import Orthography


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@takes_orthography
@ENCODING
@takes_limits("size", "marks", "seconds")
def normalize(files: tuple[str, ...], wanted: "Orthography", encoding: str | None, limits: "Limits") -> int:
    """Mend the Arabic orthography of each FILE.

    No FILE, or -, is standard input. Exactly one line comes out for each line that goes in, as UTF-8. Addresses, tags,
    code, verses of the Qur'an and other languages stay as they are; `cleaner rules list` names the steps.
    """
    from cleaner.cli.each import each_file
    from cleaner.files import STDIN, read
    from cleaner.limits import within
    from cleaner.normalizing import normalize_text
    from cleaner.reading.decode import decode

    ended = True

    def work(name: str) -> int:
        nonlocal ended
        data = read(name, limits.bytes)
        with within(limits):
            decoded = decode(data, encoding)
            repaired, notes = normalize_text(decoded.text, wanted)
        if repaired.text:
            emit(repaired.text if ended else f"\n{repaired.text}")
            ended = repaired.text.endswith("\n")
        for note in (*decoded.notes, *notes):
            say(note, "<stdin>" if name == STDIN else name)
        return 0

    return each_file(files or (STDIN,), work)
