"""Tickers above the article that nothing announces: headlines side by side in one line, or one below the other.

drop | ميناء الشمال يستقبل أول سفينة قمح الأرصاد: أمطار متفرقة مساء الخميس وزيرة الثقافة تفتتح معرض الخزف ...

In one line nothing is left to part them, so it is told by what headlines lack: full stops, commas, and the small words
that hold sentences together, of which a paragraph of that length has several. Arabic alone: its headlines do without.
A stack of headlines is told by what they have, numbers and quoted speakers, and by saying nothing of the article.
"""

from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Verdict
from cleaner.judging.detectors.headline import opening_stems, stems
from cleaner.judging.scene import Scene
from cleaner.pattern import pattern
from cleaner.reading.kinds import SENTENCE_SHAPES, SHAPES

WHY = "A ticker that lost what parted its headlines: a long line above the article without stops and small words."
STACK = "A ticker above the article: headlines one below the other that say nothing of the article."
_SHAPES = frozenset(map(SHAPES.index, ("long-open", "long-trails-off")))
_LEAST = 300  # characters of a row
_ARTICLE = " ال"
_ARTICLES = 60  # characters for each definite article, at most: Arabic has one in fifteen to thirty
_SMALL = 250  # characters for each small word, at least; a paragraph has one in thirty to ninety
_STOPS = 400  # for each full stop, for a headline or two may end in one
_COMMAS = 120  # for each comma
_AND = pattern("و(?!زار|زير|فا[ةه]|فد |لي |كال|اشنطن|الي |صول)")  # begins a paragraph that goes on, if no such word
_BELOW = ("شريط الأخبار ", "آخر الأخبار ", "أحدث الأخبار ")  # only with its name a row is told below the article
_SMALL_WORD = pattern(
    r"\b[وفبلك]?(?:[أإا]ن(?:ه|ها|هم)?|التي|التى|الذي|الذى|الذين|حيث|كما|قد|كان|كانت|لم|لن|هذا|هذه|ذلك|تلك"
    r"|[إا]ذا?|لكن|عندما|بينما|هو|هي|قال|قالت|[أا]ضاف)\b"
)
_JOINT = pattern(r"[ةى؟!»”][^\W\d_]|[^\Wولبفكسأ]إ")  # of headlines without a blank between them: no word is spelt so
_JOINTS, _SMALL_JOINED = 3, 120  # of a row told by them, which may have more small words
_FULL_STOP = pattern(r"(?<![\d.])\.(?![\d.])|؛")
_STACK = range(8, 31)  # lines
_MARKED_STACK = range(5, 31)  # the same where rules know lines among them
_LEAST_STACK, _MOST_ABOVE = 6, 60  # lines above the article, those among them that rules know included
_STEP = 2  # from one to the next: at most one that rules know lies between
_SHORTEST, _MEAN = 18, range(35, 91)  # characters of a headline in it, but of one at most, and in the mean
_NO_FACTS = 55  # characters in the mean
_SIGNS = 3  # headlines with digits and with a colon, some of both; verse has neither
_NUMBERED = 0.25  # share of them with digits, where no colon stands in any
_MOST_SPEAKERS = 0.5  # share of them: a table of facts has more
_AKIN = 2  # words of the article that make a headline the article's
_LEAST_AKIN, _MOST_AKIN = 2, 0.25  # such headlines that may always stand there, and the share of them at most
_NUMBER = pattern(r"\d")
_QUESTION = SHAPES.index("sentence-asks")
_SENTENCES = SENTENCE_SHAPES - {_QUESTION}


def find(scene: Scene) -> Iterator[Verdict]:
    """A verdict for a row above the article and one for a row below it."""
    if len(scene.prose) < 2:
        return
    first, last = scene.prose[0], scene.prose[-1]
    if scene.shapes[first] in _SHAPES and _is_row(scene.blocks[first].text):
        yield Verdict("headline-row", "chrome", WHY, first, first + 1)
    text = scene.blocks[last].text
    if scene.shapes[last] in _SHAPES and text.startswith(_BELOW) and _is_row(text):
        yield Verdict("headline-row", "chrome", WHY, last, last + 1)


def find_stack(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each headline of a stack that begins the document, but for those of the article itself."""
    first, marks = scene.first_prose, scene.marks
    if not _LEAST_STACK <= first <= _MOST_ABOVE or len(scene.prose) < 2:
        return
    own = [i for i in range(first) if i not in marks]
    if any(b - a > _STEP for a, b in pairwise(own)) or len(own) not in (_STACK if len(own) == first else _MARKED_STACK):
        return
    texts = [scene.blocks[i].text for i in own]
    sizes = sorted(map(len, texts))
    mean = sum(sizes) // len(own)
    if sizes[1] < _SHORTEST or mean not in _MEAN:
        return
    if any(scene.shapes[i] in _SENTENCES for i in own) or texts[-1].endswith(":"):
        return
    speakers, numbers = sum(":" in text for text in texts), sum(map(_has_number, texts))
    if not _are_news(len(own), speakers, numbers, are_long=mean >= _NO_FACTS):
        return
    article = scene.once_of(opening_stems, first)
    shared = {i: len(stems(scene.keys[i]) & article) for i in own}
    akin = {i for i in own if shared[i] >= _AKIN} or {i for i in own[-1:] if shared[i]}
    if len(akin) <= max(_LEAST_AKIN, _MOST_AKIN * len(own)):
        yield from (Verdict("headline-stack", "related", STACK, i, i + 1) for i in own if i not in akin)


def _are_news(lines: int, speakers: int, numbers: int, *, are_long: bool) -> bool:
    """Whether enough headlines have numbers, or some numbers and some speakers before a colon; verse has neither, and
    a table of facts more colons, but shorter lines.
    """
    if speakers > _MOST_SPEAKERS * lines and not are_long:
        return False
    return numbers >= max(_SIGNS, _NUMBERED * lines) or (min(numbers, speakers) > 0 and speakers + numbers >= _SIGNS)


def _has_number(text: str) -> bool:
    return _NUMBER.search(text) is not None


def _is_row(text: str) -> bool:
    size = len(text)
    if size < _LEAST or _AND.match(text) or text.count(_ARTICLE) * _ARTICLES < size:
        return False
    if (text.count("،") + text.count(",")) * _COMMAS > size or len(_FULL_STOP.findall(text)) * _STOPS > size:
        return False
    small = len(_SMALL_WORD.findall(text))
    return small * _SMALL <= size or (small * _SMALL_JOINED <= size and len(_JOINT.findall(text)) >= _JOINTS)
