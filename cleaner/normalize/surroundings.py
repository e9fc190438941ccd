"""Where a word stands: what its neighbours are, known by their skeletons (see slips.py)."""

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.normalize.slips import skeleton


class Surroundings(NamedTuple):
    """Where a word stands: the skeletons before it in its sentence, nearest first, and the one after it or ""."""

    before: Sequence[str]
    opens: bool  # whether the word begins a sentence, or what follows a colon or an opening quote
    after: str
    closes: bool = False  # whether a sign of punctuation or the end of the line follows
    apart: bool = False  # whether a comma stands before it
    colloquial: bool = False  # whether the document is in a dialect
    rest: str = ""  # some of what follows, as it is written


def skeletons(text: str) -> frozenset[str]:
    """The skeletons of some words."""
    return frozenset(skeleton(text).split())


SAYING = skeletons(
    "قال قالت قالوا قالا قلت قلنا يقول تقول نقول أقول يقولون قائل قائلا قائلة قائلين القول بالقول قوله قولها قولهم"
    " قيل يقال تقال سيقول ستقول سنقول سأقول سيقولون ليقول لتقول فقل قولوا قولي القائل القائلة القائلين بقوله بقولها"
    " بيقول بتقول بقول قلي قالي قلتلو قلتله قاللي"
)


def last_word(where: Surroundings) -> str:
    """The skeleton right before a word in its sentence, or ""."""
    return where.before[0] if where.before else ""


def without_and(word: str) -> str:
    """A skeleton without the و or ف before it.

    >>> without_and("وقال"), without_and("وهم")
    ('قال', 'وهم')
    """
    return word[1:] if len(word) > 3 and word[0] in "وف" else word
