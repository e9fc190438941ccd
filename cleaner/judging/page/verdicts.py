"""Why a block of a page went: its heaviest evidence, put into a verdict."""

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.document import Verdict
from cleaner.judging.page.families import NAMES, weights
from cleaner.reading.hints import bits

_SHOWN = 3  # pieces of evidence
OUTSIDE = ("page-outside", "chrome", "Outside the part of the page that holds the article.")


class _Topic(NamedTuple):
    """Evidence that begins with one of these belongs to this rule."""

    rule: str
    kind: str
    starts: tuple[str, ...]


def _in(*kinds: str) -> tuple[str, ...]:
    return tuple(f"{where}: {kind}" for kind in kinds for where in ("in", "right in"))


TOPICS = (
    _Topic("page-comments", "comment", _in("comment")),
    _Topic(
        "page-related",
        "related",
        (*_in("related", "more", "teaser"), "piece with a linked heading", "label, colon, link"),
    ),
    _Topic("page-byline", "byline", (*_in("byline", "biography", "date", "meta"), "date")),
    _Topic(
        "page-caption",
        "chrome",
        (*_in("caption", "credit", "<figcaption>", "<figure>", "media"), "after a picture", "credit at its end"),
    ),
    _Topic("page-hidden", "chrome", _in("hidden", "hidden by attribute")),
    _Topic("page-repetition", "repetition", ("repeated", "same as the h1")),
    _Topic("page-links", "chrome", ("link", "capitals", "links of its piece")),
)
_REST = ("page-furniture", "chrome")
# A block that is a whole container, by what that is called: the first that fits.
NEXT_STORY = ("page-next-article", "related", "Another article below the first, with an h1 of its own.")
WHOLES = (
    ("page-comments", "comment", "A box for comments.", bits("comment")),
    ("page-related", "related", "A list of other articles.", bits("related")),
    ("page-byline", "byline", "About the author.", bits("byline", "biography")),
    ("page-caption", "chrome", "The credit of a picture.", bits("credit")),
    ("page-share", "chrome", "A bar for sharing.", bits("share")),
    ("page-newsletter", "chrome", "A form for a newsletter.", bits("newsletter")),
    ("page-advertisement", "chrome", "An advertisement.", bits("advertisement")),
    ("page-hidden", "chrome", "Hidden from the reader.", bits("hidden by attribute")),
    ("page-footer", "chrome", "A footer of the page.", bits("footer", "<footer>")),
)
_MENU = ("page-menu", "chrome", "A menu, button or form of the page.")


def verdict_on(k: int, numbers: Sequence[int]) -> Verdict:
    """The verdict on one dropped block, by the evidence that speaks most against it."""
    table = weights()
    against = [name for _, name in sorted((table[number], NAMES[number]) for number in numbers if table[number] < 0)]
    topic = next((topic for name in against for topic in TOPICS if name.startswith(topic.starts)), None)
    rule, kind = (topic.rule, topic.kind) if topic else _REST
    said = "; ".join(against[:_SHOWN]) or "the blocks around it"
    return Verdict(rule, kind, f"Not of the article, for it has against it: {said}.", k, k + 1)


def verdict_on_whole(k: int, says: int) -> Verdict:
    """The verdict on a block that is a whole container, whose bits these are."""
    rule, kind, why = next((whole[:3] for whole in WHOLES if says & whole[3]), _MENU)
    return Verdict(rule, kind, why, k, k + 1)
