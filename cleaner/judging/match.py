"""Rules × blocks → marks: which rules match which line. Short lines are folded in one go; prose is never looked at."""

from collections.abc import Sequence

from cleaner.document import Block
from cleaner.normalize.fold import fold
from cleaner.rules.compile import Rulebook
from cleaner.rules.rule import LONGEST, Rule

Marks = dict[int, tuple[Rule, ...]]


def short_keys(blocks: Sequence[Block]) -> dict[int, str]:
    """The folded text of each block of at most LONGEST characters, by index. One fold call for all of them."""
    short = [i for i, block in enumerate(blocks) if len(block.text) <= LONGEST]
    folded = fold("\n".join([blocks[i].text for i in short])).split("\n")
    return dict(zip(short, folded, strict=False))  # no short line at all folds to one empty string


def find_marks(keys: dict[int, str], rulebook: Rulebook) -> Marks:
    """The rules that match each line, by index; lines without a match have no entry."""
    found = rulebook.matches(dict.fromkeys(keys.values()))
    return {i: found[key] for i, key in keys.items() if key in found}
