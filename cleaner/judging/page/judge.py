"""Which blocks of a page are the article: the layout, two passes of evidence, and a threshold."""

from typing import Literal, get_args

from cleaner.judging.page import families, second
from cleaner.judging.page.first import FirstPass
from cleaner.judging.page.layout import lay_out
from cleaner.judging.page.second import SecondPass
from cleaner.judging.page.table import weights
from cleaner.normalize.fold import fold
from cleaner.reading.page import Columns
from cleaner.rules.choose import languages_of, rulebook
from cleaner.rules.rule import LONGEST, Rule

Mode = Literal["precision", "balanced", "recall"]
THRESHOLDS = {"precision": 0.62, "balanced": 0.45, "recall": 0.25}  # chances from which a block is kept
_SAMPLE = 60  # characters of a block that tells the language


def look_at(page: Columns) -> FirstPass:
    """The page with its layout and the marks of the rules on its short lines."""
    layout = lay_out(page)
    return FirstPass(page, layout, _marks(page, range(layout.first, layout.last)))


def _marks(page: Columns, blocks: range) -> dict[int, tuple[Rule, ...]]:
    short = [k for k in blocks if len(page.texts[k]) <= LONGEST]
    sample = "\n".join([page.texts[k] for k in blocks if len(page.texts[k]) > _SAMPLE])
    keys = fold("\n".join([page.texts[k].replace("\n", " ") for k in short])).split("\n")
    found = rulebook(languages_of(sample)).matches(dict.fromkeys(keys))
    return {k: found[key] for k, key in zip(short, keys, strict=False) if key in found}


def chances(first: FirstPass) -> list[float]:
    """How likely each of `first.blocks` is article."""
    own = weights("first", families.NAMES)
    log_odds = [sum([own[number] for number in numbers]) for numbers in first.evidence()]
    again = weights("second", second.NAMES)
    return [
        second.probability(sum([again[number] for number in numbers]))
        for numbers in SecondPass(first, log_odds).evidence()
    ]
