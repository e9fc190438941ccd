"""Where on the page the article is: a mass for every block, added up its containers, and the descent into the heaviest.

Containers come in document order, parents first, so all that lies within one is a range of numbers. Three regions
follow from one descent with three tolerances: `wide` is what may hold article at all, `middle` and `tight` are
evidence. A body that is split over siblings stays whole, as the descent stops above them.
"""

import re
from collections import Counter
from dataclasses import dataclass

from cleaner.judging.page.containers import above, bits_around, end_of, spread
from cleaner.judging.page.posts import posts_in
from cleaner.reading.hints import bits
from cleaner.reading.kinds import width
from cleaner.reading.kinds import widths as widths_of
from cleaner.reading.page import WHOLE, Columns

# The end of a sentence within or at the end of a text, or a comma; one class first, for the search leaps to it.
_SENTENCE = re.compile(r"[.!?。！？؟۔।,،、，;؛](?:(?<=[,،、，;؛၊])|[\s\"'”’»“‘«)\]]|$)")
_CLAUSE = re.compile("[ก-๙ກ-ໝ] [ก-๙ກ-ໝ]")  # Thai and Lao have a space between clauses, and no stop
_TAG_FACTOR = {
    **dict.fromkeys(("li", "td", "th", "tr", "dd", "dt", "figcaption", "caption"), 0.4),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), 0.2),
}
_SHORT = 40  # characters: shorter blocks weigh nothing, unless they are paragraphs
_STRAIGHT = 100  # characters from which text straight in a container weighs as prose
_LONGEST = 800  # characters of a block that count
_FURNITURE = bits(
    *(
        "comment",
        "related",
        "footer",
        "menu",
        "sidebar",
        "dialog",
        "newsletter",
        "share",
        "teaser",
        "caption",
        "credit",
    ),
    *("advertisement", "byline", "biography", "hidden by attribute"),
    *("<footer>", "<nav>", "<aside>", "<form>", "<figcaption>", "<button>"),
)
_COMMENT, _RELATED = bits("comment"), bits("related")
_WIDGET, _STORY = bits("sidebar"), bits("body of an article")  # page builders call each part a widget
_GOOD = bits("body of an article", "body", "<article>", "<main>")
_TRIES = 4  # threads within each other that are looked into, for each costs a look at all blocks
_THREAD = 0.95  # of the page's mass: neither a thread nor teasers hold more
_CARD = (6, 700)  # most blocks, most characters
_HEADLINE = 25  # characters of a link that a card may begin with, be it called a heading or not
_WIDE, _MIDDLE, _TIGHT = 0.03, 0.10, 0.25  # share of the mass that a step down may leave behind
_LENIENCE = 2.5  # times that, into a container with a good name


@dataclass(slots=True)
class Layout:
    """first, last: the blocks of the wide region, half-open; region: its containers; masses and widths of blocks; own:
    bits of each container; chain: those that hold the whole article. Of each container of the wide region around: its
    bits and those of the ones around it that are not in the chain; tight: whether it lies in the tight region. middle:
    that region.
    """

    first: int
    last: int
    region: range
    masses: list[float]
    widths: list[int]
    own: list[int]
    around: list[int]
    chain: set[int]
    middle: range
    tight: list[bool]


def lay_out(page: Columns) -> Layout:
    """Find the regions. Linear in blocks and containers."""
    parents, holders = page.parents, page.holders
    widths = widths_of(page.texts)
    for k in [k for k, tag in enumerate(page.tags) if tag == "pre"] if "pre" in page.tags else ():
        widths[k] = width(" ".join(page.texts[k].split()))  # its indentation says nothing
    masses = _masses(page, widths)
    own = page.bits.copy()
    for i in [i for i, tag in enumerate(page.container_tags[:3]) if i and tag in ("html", "body")]:
        own[i] = 0  # they are named after the site's templates
    heaviest, mass, blocks = _heaviest(page, masses, own)
    wide, middle, tight = (_descend(heaviest, mass, blocks, own, share) for share in (_WIDE, _MIDDLE, _TIGHT))
    chain = above(parents, tight)
    region, inner = range(wide, end_of(parents, wide)), range(middle, end_of(parents, middle))
    twins = _twins(page, tight, inner) if _may_be_part(page, tight) else {tight}
    chain |= twins - {0}
    inside = [k for k, holder in enumerate(holders) if holder in region]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    around, is_tight = bits_around(parents, own, chain, region), spread(parents, twins, region)
    return Layout(first, last, region, masses, widths, own, around, chain, inner, is_tight)


def _masses(page: Columns, widths: list[int]) -> list[float]:
    """How much each block weighs as prose: its length without links, by element and sentences."""
    masses = []
    has_sentence, has_clause = _SENTENCE.search, _CLAUSE.search
    for text, tag, links, size in zip(page.texts, page.tags, page.links, widths, strict=True):
        if (size < _SHORT and tag != "p") or tag == WHOLE or (links and links / len(text) > 0.5):
            masses.append(0.0)
            continue
        mass = float(size if size < _LONGEST else _LONGEST)
        if links:
            mass *= (1 - links / len(text)) ** 2
        if tag == "div":
            mass *= 0.6 if size >= _STRAIGHT else 0.2
        elif tag in _TAG_FACTOR:
            mass *= _TAG_FACTOR[tag]
        masses.append(mass if has_sentence(text) or (not text.isascii() and has_clause(text)) else mass / 4)
    return masses


def _heaviest(page: Columns, masses: list[float], own: list[int]) -> tuple[list[int], list[float], list[int]]:
    """Each container's heaviest child (0: none), mass and number of blocks.

    Teaser cards, and furniture by name, weigh a fraction; all comments weigh as much as one. What holds half of the
    page's mass is no furniture, whatever it is called, but for a thread or teasers below something shorter.
    """
    raw, blocks, chars, heads = _sums(page, masses)
    count = len(raw)
    mass_of = raw.copy()
    comments = sum([own[i] & _COMMENT != 0 for i, mass in enumerate(raw) if mass])
    parents, half = page.parents, (total := sum(masses)) / 2
    heaviest, tries = [0] * count, _TRIES
    most_blocks, most_chars = _CARD
    for i in range(count - 1, 0, -1):
        if not blocks[i]:
            continue
        up = parents[i]
        blocks[up] += blocks[i]
        chars[up] += chars[i]
        if heads[i]:
            heads[up] += heads[i]
        if not (mass := mass_of[i]):
            continue
        raw[up] += raw[i]
        if heads[i] == 1 and blocks[i] <= most_blocks and chars[i] < most_chars:
            mass *= 1 if heads[heaviest[i]] == 1 else 0.15  # a card within a card is the same one
        elif own[i] & _FURNITURE and raw[i] < half and (own[i] & _FURNITURE != _WIDGET or not own[i] & _STORY):
            mass *= 0.25 / comments if own[i] & _COMMENT and comments else 0.25
        elif own[i] & _COMMENT and raw[i] < _THREAD * total and tries:
            tries -= 1
            posts = posts_in(page, masses, i)
            mass *= 0.25 / len(posts) if posts else 1
        elif own[i] & _RELATED and 1 < heads[i] >= _massive(page, masses, i) and raw[i] < _THREAD * total:
            mass *= 0.25 / heads[i]
        mass_of[i] = mass
        mass_of[up] += mass
        if not heaviest[up] or mass >= mass_of[heaviest[up]]:
            heaviest[up] = i
    return heaviest, mass_of, blocks


def _massive(page: Columns, masses: list[float], container: int) -> int:
    """How many blocks in a container weigh something."""
    inside = range(container, end_of(page.parents, container))
    return sum([mass > 0 and holder in inside for mass, holder in zip(masses, page.holders, strict=True)])


def _sums(page: Columns, masses: list[float]) -> tuple[list[float], list[int], list[int], list[int]]:
    """Of each container by itself the mass, the blocks, the characters, and the headlines that are links."""
    count = len(page.parents)
    raw, blocks, chars, heads = [0.0] * count, [0] * count, [0] * count, [0] * count
    linked: list[int] = []  # that begin with a link, which may be a headline
    for text, tag, links, holder, mass in zip(page.texts, page.tags, page.links, page.holders, masses, strict=True):
        if links > 0.6 * len(text):
            if tag[0] == "h":
                heads[holder] += 1
            elif links >= _HEADLINE and not blocks[holder]:
                linked.append(holder)
        blocks[holder] += 1
        chars[holder] += len(text)
        if mass:
            raw[holder] += mass
    if linked:
        _count_headlines(page, linked, heads)
    return raw, blocks, chars, heads


def _count_headlines(page: Columns, linked: list[int], heads: list[int]) -> None:
    """Count the links that several containers of one name begin with as headings."""
    names = [page.hints[i] for i in linked]
    counts = Counter(names)
    for i, name in zip(linked, names, strict=True):
        heads[i] += name != "" and counts[name] > 1


def _descend(heaviest: list[int], mass: list[float], blocks: list[int], own: list[int], left_behind: float) -> int:
    """The innermost container that steps into the heaviest child lead to, each leaving little of the mass behind.

    A single block leaves all its company behind, however little that weighs.
    """
    here = 0
    while child := heaviest[here]:
        tolerance = left_behind * _LENIENCE if own[child] & _GOOD else left_behind
        if mass[child] < (1 - tolerance) * mass[here] or blocks[child] == 1 < blocks[here]:
            break
        here = child
    return here


def _may_be_part(page: Columns, container: int) -> bool:
    """Whether a body may be parted over containers like this one; several <article> are several stories."""
    return page.hints[container] != "" and page.container_tags[container] != "article"


def _twins(page: Columns, container: int, among: range) -> set[int]:
    """Containers of the same element, hints and kind of parent: parts of one body."""

    def kind(i: int) -> tuple[str, str, str]:
        return page.container_tags[i], page.hints[i], page.container_tags[page.parents[i]]

    own = kind(container)
    return {i for i in among if i and page.hints[i] == own[1] and kind(i) == own}
