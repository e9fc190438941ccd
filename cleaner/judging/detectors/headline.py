"""The headline above an article and its standfirst: no verdict of its own, the main region asks what must stay."""

from collections.abc import Container, Iterable

from cleaner.judging.scene import Scene
from cleaner.normalize.fold import fold
from cleaner.pattern import pattern
from cleaner.reading.kinds import SHAPES, STATEMENT_SHAPES, width

LEAST_WORTH = 0.5  # of a headline: four words
SURE_WORTH = 2.0  # of a headline: two words of the article, or a copy above
_REACH = 15  # lines with words in them that nothing takes, above the article, in which its headline may stand
_TITLE = range(10, 161)  # characters of an alphabet (`width`)
_STANDFIRST = range(25, 161)  # characters
_SIGNED_STANDFIRST = 4  # blanks, where the byline stands right below it: names have fewer words
_LONGEST = 70  # characters: a longer line above an article is rather its standfirst
_TWO_LETTERS = pattern(r"[^\W\d_]{2}")
_STEP = pattern(r"[|›>/·•]| » ")  # of a path to the article
_STEM = pattern(r"(\w{3,5})\w*")  # of a word its first five letters
_FIRST_KANA, _LAST_IDEOGRAPH = "ぁ", "鿿"  # Hangul, whose words are parted, comes later
_PAIR = pattern("(?=([㐀-鿿]{2}))")  # ideographs, which no blanks part: two of them are about a word
_LEAD = 250  # characters of each of the first paragraphs in which a headline's words are sought
_PARAGRAPHS = 4
_COPY, _BYLINE_BELOW = 3.0, 1.0  # words of the article that a copy above, or a byline below, of a line is worth
_TAGS, _IN_ARTICLE = 2, 0.6  # lines; the share of them that must have a word of the article
_TAG_SHAPES = frozenset(map(SHAPES.index, ("tiny-open", "label-open", "phrase-open")))
_HEADLINE_BLANKS = 2  # of a headline over a shorter heading, at least
_MANY = 8  # words: a line of fewer is less likely a headline


def opening_stems(scene: Scene, start: int) -> set[str]:
    """The words of the first paragraphs of the article that begins at `start`, without their endings."""
    return stems(fold(" ".join([block.text[:_LEAD] for block in scene.blocks[start : start + _PARAGRAPHS]])))


def headlines(scene: Scene, start: int, stop: int, taken: Container[int]) -> tuple[set[int], float]:
    """The headline among the lines before `stop` that nothing takes, the standfirst beside it, and how likely it is.

    start: where the article begins, see `opening_stems`. A headline whose copy bears the site's name is known; else it
    is the nearest line that shares most words with the article. Its worth is counted in such words.
    """
    own = _worded(scene, stop, taken)
    known = scene.keys.get(scene.headline)
    copies = [] if known is None else [i for i in range(stop) if scene.keys.get(i) == known and i not in taken]
    if copies:
        title = copies[-1]
        found = _with_standfirst(scene, title, {title + 1}, own)
        article = scene.once_of(opening_stems, start)
        if article.isdisjoint(stems(known or "")):  # a blog's motto may stand above all again and again
            below = {i: _worth(scene, i, article) for i in own if i > title}
            found |= {i for i in below if below[i] == max(below.values()) >= SURE_WORTH}
        return found, float("inf")
    own_titles = [i for i in reversed(own) if width(scene.blocks[i].text) in _TITLE]
    if not own_titles:
        return set(), 0.0
    article = scene.once_of(opening_stems, start)
    worths = {i: _worth(scene, i, article) for i in own_titles}
    best = max(worths, key=worths.__getitem__)  # of equals the nearest
    open_ended = {i: worth for i, worth in worths.items() if i < best and scene.shapes[i] not in STATEMENT_SHAPES}
    if scene.shapes[best] in STATEMENT_SHAPES and max(open_ended.values(), default=0.0) >= SURE_WORTH:
        title = max(open_ended, key=open_ended.__getitem__)  # a sentence below it is its standfirst, or a caption
        return _with_standfirst(scene, title, {title + 1}, own) | {best}, worths[best]
    beside = {best - 1 if len(scene.blocks[best].text) > _LONGEST else best + 1}  # the longer one is the standfirst
    is_signed = best + 1 in taken or _is_signed(scene, best)
    if is_signed and worths.get(best - 1, 0.0) >= SURE_WORTH and not _STEP.search(scene.blocks[best - 1].text):
        beside.add(best - 1)  # a standfirst may be as short as its headline
    if own[0] < best and _is_long(scene, own[0]) and own[0] + 1 in scene.bylines:
        beside.add(own[0])  # the first line of all; the nearer one is then the heading of a section
    if best - 1 in own and _heads_heading(scene, best - 1, worths.get(best - 1, 0.0), taken):
        return _with_standfirst(scene, best, beside, own) | {best - 1}, worths[best]
    return _with_standfirst(scene, best, beside, own), worths[best]


def _worded(scene: Scene, stop: int, taken: Container[int]) -> list[int]:
    """The last lines before `stop` with words in them that nothing takes and that are no paragraphs."""
    keys, is_prose = scene.keys, scene.is_prose
    found: list[int] = []
    for i in range(stop - 1, -1, -1):
        if i in taken or is_prose[i] or i not in keys:
            continue
        if keys[i][:2].isalpha() or _TWO_LETTERS.search(keys[i]):
            found.append(i)
            if len(found) == _REACH:
                break
    return found[::-1]


def _heads_heading(scene: Scene, i: int, worth: float, taken: Container[int]) -> bool:
    """Whether a line with a word of the article, furniture alone above it, is the headline over a heading of a word or
    two.
    """
    blanks, below = scene.bares[i].count(" "), scene.bares[i + 1].count(" ")
    return worth > 1 and blanks >= _HEADLINE_BLANKS > below and all(j in taken for j in range(i))


def are_tags(scene: Scene, low: int, high: int) -> bool:
    """Whether the lines low ≤ i < high, right below an article, are its tags: sections, and words that stand in it."""
    names = [scene.keys.get(i, "") for i in range(low, high)]
    if len(names) < _TAGS or any(scene.shapes[i] not in _TAG_SHAPES for i in range(low, high)):
        return False
    article = stems(fold(" ".join(block.text[:_LEAD] for block in scene.blocks[max(0, low - _REACH) : low])))
    known = [low + n in scene.marks or not article.isdisjoint(stems(name)) for n, name in enumerate(names)]
    return sum(known) >= _IN_ARTICLE * len(names)


def _with_standfirst(scene: Scene, title: int, beside: set[int], own: Iterable[int]) -> set[int]:
    found = {i for i in own if i in beside and len(scene.blocks[i].text) in _STANDFIRST}
    below = title + 1
    if below + 1 in scene.bylines and below in own and below in beside and _is_long(scene, below):
        found.add(below)
    return found | {title}


def _worth(scene: Scene, i: int, article: set[str]) -> float:
    """How much a line reads like the headline: words that the article begins with, length, a copy, a byline below."""
    own, bare = stems(scene.keys[i]), scene.bares[i]
    is_copy = len(own) > 2 and i in scene.repeated and any(scene.bares[j] == bare for j in scene.repeated if j < i)
    return len(own & article) + min(len(own), _MANY) / _MANY + _COPY * is_copy + _BYLINE_BELOW * _is_signed(scene, i)


def _is_signed(scene: Scene, i: int) -> bool:
    """Whether a byline stands right below a line, or below the next."""
    return i + 1 in scene.bylines or i + 2 in scene.bylines


def _is_long(scene: Scene, i: int) -> bool:
    """Whether a line has more words than a name."""
    return scene.blocks[i].text.count(" ") >= _SIGNED_STANDFIRST


def stems(text: str) -> set[str]:
    """The words of a folded text without their endings; of one in ideographs, pairs of them."""
    in_ideographs = _FIRST_KANA <= text[len(text) >> 1 :][:1] <= _LAST_IDEOGRAPH
    return set((_PAIR if in_ideographs else _STEM).findall(text))
