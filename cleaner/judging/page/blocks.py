"""What several stages ask of a single block."""

from cleaner.judging.page.families import H1, HEADING, STRAIGHT, TAG_OF
from cleaner.reading.page import Columns

_LINKED = 0.9  # of the characters of a block that is a link


def is_heading(page: Columns, k: int) -> bool:
    """Whether a block is a heading, of whatever level."""
    return TAG_OF.get(page.tags[k], STRAIGHT) in (H1, HEADING)


def is_link(page: Columns, k: int) -> bool:
    """Whether a block is a link, but for a few characters beside it."""
    return page.links[k] >= _LINKED * len(page.texts[k])
