"""Why a block of a page went: its heaviest evidence, put into a verdict."""

from collections.abc import Sequence

from cleaner.document import Verdict
from cleaner.judging.page import rules
from cleaner.judging.page.families import BIAS, NAMES, weights
from cleaner.judging.page.rules import PageRule
from cleaner.reading.hints import bits

_SHOWN = 3  # pieces of evidence


def _in(*kinds: str) -> tuple[str, ...]:
    return tuple(f"{where}: {kind}" for kind in kinds for where in ("in", "right in"))


# The rule that evidence belongs to, by how its name begins.
_TOPICS: tuple[tuple[PageRule, tuple[str, ...]], ...] = (
    (rules.COMMENTS, _in("comment")),
    (rules.RELATED, (*_in("related", "more", "teaser"), "piece with a linked heading", "label, colon, link")),
    (rules.BYLINE, (*_in("byline", "biography", "date", "meta"), "date")),
    (rules.CAPTION, (*_in("caption", "credit", "<figcaption>", "<figure>", "media"), "after a picture")),
    (rules.SHARE, _in("share")),
    (rules.NEWSLETTER, _in("newsletter")),
    (rules.ADVERTISEMENT, _in("advertisement")),
    (rules.HIDDEN, _in("hidden", "hidden by attribute")),
    (rules.REPETITION, ("repeated", "same as the h1")),
    (rules.LINKS, ("link", "capitals", "links of its piece")),
)
# The rule for a block that is a whole container, by what that is called: the first that fits.
_WHOLES = (
    (rules.COMMENTS, bits("comment")),
    (rules.RELATED, bits("related")),
    (rules.BYLINE, bits("byline", "biography", "tags")),
    (rules.CAPTION, bits("credit")),
    (rules.SHARE, bits("share")),
    (rules.NEWSLETTER, bits("newsletter")),
    (rules.ADVERTISEMENT, bits("advertisement")),
    (rules.HIDDEN, bits("hidden by attribute")),
    (rules.FOOTER, bits("footer", "<footer>")),
)


def verdict_on(k: int, numbers: Sequence[int]) -> Verdict:
    """The verdict on one dropped block, by the evidence that speaks most against it."""
    table = weights()
    told = [number for number in numbers if number != BIAS]
    against = [name for _, name in sorted((table[number], NAMES[number]) for number in told if table[number] < 0)]
    rule = next((rule for name in against for rule, starts in _TOPICS if name.startswith(starts)), rules.FURNITURE)
    said = "; ".join(against[:_SHOWN]) or "the blocks around it"
    return rule.on(k, f"Against it: {said}.")


def verdict_on_whole(k: int, says: int) -> Verdict:
    """The verdict on a block that is a whole container, whose bits these are."""
    return next((rule for rule, kinds in _WHOLES if says & kinds), rules.MENU).on(k)
