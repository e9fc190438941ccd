"""The last words of an article, too short to be told from furniture by themselves: they stand in its own container,
right below its last paragraph, and lead nowhere.

keep | <div><p>Serve it warm, with a glass of cold milk.<p>Enjoy!</div>
keep | <div><p>Serve it warm, with a glass of cold milk.<h2>You will need</h2><ul><li>Flour<li>Butter</ul></div>
"""

from itertools import takewhile

from cleaner.judging.page.blocks import is_heading
from cleaner.judging.page.first import FirstPass
from cleaner.reading.page import Columns

_MOST = 3  # paragraphs of them
_LONGEST = 60  # characters of one
_LEAST_ITEMS = 2  # of a list below a heading
_NO_WORDS = (":", "：")  # end what announces something else
_RIGHTS = "©"


def with_last_words(first: FirstPass, kept: list[int]) -> list[int]:
    """The kept blocks, with those right below the last one that are its last words, or a heading with its list."""
    if not kept or not (home := _home(first, kept[-1])):
        return kept
    page, below = first.page, kept[-1] + 1
    own = [*takewhile(lambda k: _home(first, k) == home and _leads_nowhere(page, k), range(below, len(page.texts)))]
    words = [*takewhile(lambda k: _is_word(page, k), own[:_MOST])]
    if words or not own or not is_heading(page, below):
        return [*kept, *words]
    items = [*takewhile(lambda k: page.tags[k] == "li", own[1:])]
    return [*kept, below, *items] if len(items) >= _LEAST_ITEMS else kept


def _home(first: FirstPass, k: int) -> int:
    """The container that a block stands straight in, but for an element of its own, if it holds the whole article."""
    holder, chain = first.page.holders[k], first.layout.chain
    around = holder if holder in chain else first.page.parents[holder]
    return around if around in chain else 0


def _leads_nowhere(page: Columns, k: int) -> bool:
    return not page.links[k] and len(page.texts[k]) <= _LONGEST and _RIGHTS not in page.texts[k]


def _is_word(page: Columns, k: int) -> bool:
    text = page.texts[k]
    return page.tags[k] == "p" and any(map(str.isalpha, text)) and text[-1] not in _NO_WORDS
