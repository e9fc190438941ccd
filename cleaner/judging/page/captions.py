"""Captions in paragraphs, as those of the article are: right after a picture, and set apart from them.

drop | <p><img><br>The crane in March
drop | <p style="text-align: center"><img><p style="text-align: center">The crane was lowered in March.
keep | <p>The council meets again in May.
"""

from collections.abc import Sequence

from cleaner.judging.page.blocks import is_heading
from cleaner.judging.page.families import END_OF, OPEN, SENTENCE
from cleaner.reading.kinds import shape, width
from cleaner.reading.page import Columns

_POINTERS = "▲△↑⇧⬆☝"
_LONGEST = 150  # characters; one with a sign may tell more
_LEAST = 24  # width of a caption that is no sentence; a heading may be centred as well
_MOST = 0.5  # of the characters of the other blocks: captions hold less
_FEW = 0.3  # of the other blocks: where more are centred, that tells nothing


def captions(page: Columns, kept: Sequence[int]) -> list[int]:
    """The kept blocks that are captions. Next to nothing to do where none stands right after a picture."""
    near = [k for k in kept if k in page.pictured]
    centred = near and page.centred
    others = [k for k in kept if k not in page.pictured] if centred else []
    if sum([page.holders[k] in page.centred for k in others]) > _FEW * len(others):
        centred = set()
    middle = [k for k in near if _is_centred(page, k)] if centred else []
    if sum([len(page.texts[k]) for k in middle]) > _MOST * sum([len(page.texts[k]) for k in others]):
        middle = []  # a story told in pictures
    return sorted({*(k for k in near if _is_caption(page, k)), *middle})


def _is_caption(page: Columns, k: int) -> bool:
    """Whether a block right after a picture points at it, or is a label that shares its paragraph with nothing else."""
    text, holder = page.texts[k], page.holders[k]
    if text[0] in _POINTERS:
        return len(text) <= 2 * _LONGEST
    is_label = len(text) <= _LONGEST and END_OF[shape(text) % len(END_OF)] == OPEN
    shares = is_label and page.container_tags[holder] == "p" and holder in page.pictures
    return shares and holder not in (page.holders[k - 1], *page.holders[k + 1 : k + 2])


def _is_centred(page: Columns, k: int) -> bool:
    """Whether a block right after a picture is set in the middle, as the picture is, and reads as no heading."""
    text = page.texts[k]
    if page.holders[k] not in page.centred or len(text) > _LONGEST or is_heading(page, k):
        return False
    return width(text) >= _LEAST or END_OF[shape(text) % len(END_OF)] == SENTENCE
