"""The standfirst: a sentence or two right below the headline, which many sites set apart from the article they open.

The region of an article begins at its first paragraphs, so what stands with the headline in the header of the page,
above picture and names, is looked at here. Only what its site calls by such a name is taken for one: without a name it
may as well be a teaser, a disclosure or the description for search engines.
"""

from cleaner.judging.page.blocks import is_heading
from cleaner.normalize.fold import fold
from cleaner.reading.head import descriptions_in
from cleaner.reading.hints import bits
from cleaner.reading.kinds import PROSE_SHAPES, STATEMENT_SHAPES, shape, width
from cleaner.reading.page import WHOLE, Columns

_REACH = 6  # blocks below the headline
_LEAST, _FULL, _LONGEST = 40, 90, 600  # characters of a sentence, of what does not end as one, of any
_LINKED = 0.3  # share of its characters
_ASKED = "question"  # in the name of what holds headline and text of one, above its answers
_TOLD = 60  # characters of the page's description
_LEAD, _QUESTION = bits("lead"), bits("question")
_ELSEWHERE = bits("related", "more", "teaser", "newsletter", "sidebar", "comment", "<aside>")
_PICTURE = bits("caption", "credit", "media", "<figure>", "<figcaption>")  # what a lead picture is called as well


def standfirst(page: Columns, title: int, start: int) -> list[int]:
    """The blocks of the standfirst between the headline and the first paragraph that is kept."""
    near = [k for k in range(title + 1, min(title + 1 + _REACH, start)) if _may_be_one(page, k)]
    if not near:
        return []
    said = tuple({fold(each)[:_TOLD] for each in descriptions_in(page.head) if len(each) >= _LEAST})
    above = _around(page, page.holders[title])
    own = [k for k in near if _is_marked(page, k, above) or fold(page.texts[k]).startswith(said)]
    items = [k for k in own if page.tags[k] == "li"]
    own = [k for k in own if k not in items] if len(items) == 1 else own  # one alone is who wrote it, and when
    return [k for k, place in zip(own, range(own[0], own[-1] + 1), strict=False) if k == place] if own else []


def _may_be_one(page: Columns, k: int) -> bool:
    text = page.texts[k]
    return page.tags[k] != WHOLE and _LEAST <= width(text) <= _LONGEST and page.links[k] <= _LINKED * len(text)


def _around(page: Columns, holder: int) -> set[int]:
    """A container and those that it is in."""
    found = {holder}
    while holder := page.parents[holder]:
        found.add(holder)
    return found | {0}


def _is_marked(page: Columns, k: int, above: set[int]) -> bool:
    """Whether a whole sentence, or an item of a list, stands in what is called a standfirst, or is a heading itself.

    above: the containers of the headline.
    """
    text = page.texts[k]
    is_sentence = shape(text) in STATEMENT_SHAPES
    if not is_sentence and width(text) < _FULL and page.tags[k] != "li":
        return False
    says, around = page.bits[page.holders[k]], _around(page, page.holders[k])
    for i in around - above:
        says |= page.bits[i]
    if says & _PICTURE:
        return False
    is_heading_alone = is_sentence and is_heading(page, k) and not says & _ELSEWHERE
    may_ask = shape(text) in PROSE_SHAPES and not says & _ELSEWHERE
    asks = may_ask and any(page.bits[i] & _QUESTION and _ASKED in page.hints[i].lower() for i in around)
    return is_heading_alone or asks or says & _LEAD != 0
