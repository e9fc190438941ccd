"""The links that a heading announces go with it.

drop | Read also
drop | <li><a>The ferry that runs at night</a>
drop | <li><a>Who owns the quay?</a><p>Three offices say that another one does.
keep | The council meets again in May.
"""

from collections.abc import Container, Mapping, Sequence

from cleaner.judging.page.blocks import is_heading, is_link
from cleaner.judging.page.rules import RELATED, PageRule
from cleaner.reading.hints import bits
from cleaner.reading.page import WHOLE, Columns
from cleaner.rules.rule import Rule

_RELATED = bits("related")
_SUMMARY = 300  # characters
_MAYBE_OWN = "maybe-own-list"  # ends the ids of rules for words that writers use too, «Further reading»
_LINKED = 0.6  # of the characters below a heading


def announced(
    page: Columns, kept: Sequence[int], marked: Mapping[int, Rule], chain: Container[int]
) -> dict[int, Rule | PageRule]:
    """The kept blocks of links right below a line, itself no link, that leads elsewhere by a rule or by its name.

    The summary of one goes with it, and below the article so do titles in a list that are no links. chain: the
    containers that hold the whole article.
    """
    last = next((k for k in reversed(kept) if page.tags[k] != "li" and not is_heading(page, k)), 0)
    found: dict[int, Rule | PageRule] = {}
    heading: Rule | PageRule | None = None
    label = 0
    for k in kept:
        if k in marked:
            if _leads_elsewhere(page, k, marked[k]):
                heading, label = (None if page.links[k] else marked[k]), k
        elif is_link(page, k) if heading is None and _is_named(page, k - 1) else heading and _is_mostly_link(page, k):
            label = label if heading else k - 1
            found[k] = heading = heading or RELATED
        elif heading is not None and (
            (k - 1 in found and _is_summary(page, k, label, chain))
            or (k > last and page.tags[k] == "li" and _takes_list(heading))
        ):
            found[k] = heading
        else:
            heading = None
    return found


def _takes_list(heading: Rule | PageRule) -> bool:
    """Whether a heading is that of other articles for sure."""
    return isinstance(heading, Rule) and heading.drops == "region" and not heading.id.endswith(_MAYBE_OWN)


def _is_mostly_link(page: Columns, k: int) -> bool:
    """Whether a block is a link, beside which its date or a word may stand."""
    return page.links[k] >= _LINKED * len(page.texts[k])


def _is_summary(page: Columns, k: int, label: int, chain: Container[int]) -> bool:
    """Whether a block shares with the link above it a container in which the heading of both does not stand."""
    card, own = page.holders[k - 1], page.holders[k]
    if card in chain or len(page.texts[k]) > _SUMMARY or card not in (own, page.parents[own]):
        return False
    above = page.holders[label]
    while above > card:
        above = page.parents[above]
    return above != card


def _leads_elsewhere(page: Columns, k: int, rule: Rule) -> bool:
    """Whether a line that goes by a rule heads links: by the rule, or as a heading («Read more») right above a list."""
    return rule.kind == "related" or (is_heading(page, k) and page.tags[k + 1 : k + 2] == ["li"])


def _is_named(page: Columns, k: int) -> bool:
    """Whether a block is all of a short container that is named after related articles."""
    return k >= 0 and page.tags[k] == WHOLE and page.bits[page.holders[k]] & _RELATED != 0
