"""The parts of a recipe: amounts and steps read like furniture, where they are few and short; their names tell.

keep | <ul class="ingredients"><li>2 onions
keep | <div class="step">Chop the onions.
drop | <div class="servings">4 persons
"""

import re
from collections.abc import Iterator

from cleaner.judging.page.blocks import is_heading
from cleaner.judging.page.containers import bits_around, spread
from cleaner.judging.page.first import FirstPass
from cleaner.reading.hints import bits
from cleaner.reading.kinds import STATEMENT_SHAPES, shape
from cleaner.reading.page import WHOLE, Columns

RECIPE = bits("recipe")
_PART_NAMES = (
    "instruction instructions direction directions method methods step steps preparation materials zubereitung "
    "hazirlanisi yapilisi elaboracion preparacion preparo preparazione procedimento przygotowanie bereiding "
    "marahel marhale"
)  # beside those that tell a recipe
_SERVED_NAMES = "serving servings portion portions people persons personen personnes yield scale scaling unit units"
_OTHER_NAMES = "rating ratings time times duration number num button buttons btn toggle print"
_PARTS, _SERVED, _OTHERS = (frozenset(names.split()) for names in (_PART_NAMES, _SERVED_NAMES, _OTHER_NAMES))
_BESIDE = frozenset(("notes", "note", "tips", "summary"))  # of what is named after recipes too
_WHOSE = frozenset(("recipe", "recipes"))
_ELSEWHERE = bits(
    *("comment", "related", "footer", "menu", "dialog", "newsletter", "share", "advertisement", "byline"),
    *("biography", "offer", "form", "credit", "caption", "hidden by attribute"),
    *("<footer>", "<nav>", "<aside>", "<form>", "<button>", "<figcaption>"),
)
_TEASER = bits("teaser", "more")
_WORDS = re.compile(r"[A-Z]?[a-z]+").findall
_SEVERAL = 2  # amounts
_LINKED = 0.3  # of the characters of a line


def with_recipe(first: FirstPass, kept: list[int]) -> list[int]:
    """The kept blocks, with what stands in the parts of a recipe and their headings. Linear.

    Steps that weigh next to nothing may lie outside of what holds the article, where no teaser may.
    """
    page, layout = first.page, first.layout
    own = [i for i in layout.region if page.hints[i] and i not in layout.chain]
    free = [k for k in first.blocks if _is_free(page, k) and not layout.around[page.holders[k]] & _ELSEWHERE]
    parts, served = _parts(page, own, free)
    amounts = [k for k in parts if layout.around[page.holders[k]] & RECIPE]
    if not amounts and kept:
        around = bits_around(page.parents, layout.own, layout.chain, range(len(page.parents)))
        below = range(kept[0], len(page.texts))
        free = [k for k in below if _is_free(page, k) and not around[page.holders[k]] & (_ELSEWHERE | _TEASER)]
        own = [i for i, name in enumerate(page.hints) if name and i not in layout.chain]
        parts, served = _parts(page, own, free)
        amounts = [k for k in parts if around[page.holders[k]] & RECIPE]
    if len(amounts) < _SEVERAL:
        return kept
    below_it = [k for k in (*parts, *kept) if k > amounts[-1]]
    steps = [] if below_it else [*_next_steps(first, free, amounts[-1])]
    found = {*parts, *steps}
    found |= {k - 1 for k in found if is_heading(page, k - 1)}.intersection(free)
    return sorted({*kept, *found} - served)


def _parts(page: Columns, own: list[int], free: list[int]) -> tuple[list[int], set[int]]:
    """Of some blocks those in parts of a recipe, and those that tell for how many it is, or a step's number.

    own: containers with names.
    """
    words = {i: {*map(str.lower, _WORDS(page.hints[i]))} for i in own}
    named = {i for i, said in words.items() if page.bits[i] & RECIPE or _is_part(said)}
    in_part, in_served, in_other = (
        spread(page.parents, tops, range(len(page.parents)))
        for tops in (named, *({i for i, said in words.items() if said & names} for names in (_SERVED, _OTHERS)))
    )
    parts = [k for k in free if in_part[page.holders[k]] and not in_other[page.holders[k]]]
    served = {k for k in parts if in_served[page.holders[k]] or page.texts[k].isdigit()}
    return [k for k in parts if k not in served], served


def _is_part(said: set[str]) -> bool:
    """Whether the words of a name are those of a part of a recipe."""
    return not said.isdisjoint(_PARTS) or not (said.isdisjoint(_BESIDE) or said.isdisjoint(_WHOSE))


def _is_free(page: Columns, k: int) -> bool:
    """Whether a block is no link and no furniture that is read as a whole."""
    return page.tags[k] != WHOLE and page.links[k] <= _LINKED * len(page.texts[k])


def _next_steps(first: FirstPass, free: list[int], last: int) -> Iterator[int]:
    """The heading and the sentences of the piece below the last amount, which no name tells of and no link is in."""
    page = first.page
    piece = next((first.piece_of[page.holders[k]] for k in free if k > last and _is_statement(page, k)), 0)
    if piece and not first.in_piece[piece].links:
        own = [k for k in free if k > last and first.piece_of[page.holders[k]] == piece]
        yield from (k for k in own if is_heading(page, k) or _is_statement(page, k))


def _is_statement(page: Columns, k: int) -> bool:
    return shape(page.texts[k]) in STATEMENT_SHAPES
