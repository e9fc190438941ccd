"""The note about the author below an article: a name alone on its line, and a paragraph that begins with that name.

drop | Ines Calloway
drop | Harbour correspondent               a line for what the author is may stand between
drop | Ines Calloway is the paper's harbour correspondent and the author of two books on tides.
keep | Share                               a rule knows a line beside the note

No words of any language: the name is written with capitals, and the paragraph repeats it. An article about people has
such names as headings too, but not once at its end alone, with furniture beside it.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import SHAPES

WHY = "A note about the author: a name alone on its line, and a paragraph that says who that is."
_SHORT = frozenset(SHAPES.index(f"{size}-open") for size in ("tiny", "label", "phrase"))
_WORDS = range(2, 5)  # of a name
_LEAST = 3  # paragraphs of the document
_TAIL = 0.6  # share of the paragraphs that stand above the note
_REST = 0.2  # share of the prose that may stand below it
_MOST = 2  # notes: more names are the article's own subject
_REACH = 2  # lines from the name to the paragraph, and from the note to a line that rules know
_OPENING = 100  # characters in which the name stands below «About» and the name
_MORE = 4  # more paragraphs of a note
_LONGEST = 800  # characters of a line below the note: a longer one is the article's
_HEAD = 10_000  # characters above the article in which a byline may stand


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each note, at most two."""
    if len(scene.marks) < _LEAST or len(scene.prose) < _LEAST:
        return
    low = int(_TAIL * len(scene.prose))
    notes = list(_notes(scene, scene.prose[low:]))
    if not notes or len(notes) > _MOST or any(_notes(scene, scene.prose[1:low])):
        return
    if _article_resumes(scene, notes[-1][1]):
        return
    for name, i in notes:
        stop = _end(scene, name, i)
        if _has_mark(scene, name - _REACH, name) or _has_mark(scene, stop, stop + _REACH + 1):
            yield Verdict("author-note", "byline", WHY, name, stop)


def _notes(scene: Scene, prose: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The lines that are a name and the paragraphs that begin with it."""
    for i in [i for i in prose if scene.shapes[i - 1] in _SHORT]:
        name = _name_above(scene, i)
        if name is not None:
            yield name, i


def _article_resumes(scene: Scene, last: int) -> bool:
    """Whether too much stands below the note for it to be the end."""
    prose = scene.unmarked
    sizes = [len(scene.blocks[i].text) for i in prose]
    longest = max([len(block.text) for block in scene.blocks[last + 1 :]], default=0)
    return longest > _LONGEST or sum(sizes[bisect(prose, last) :]) > _REST * sum(sizes)


def _name_above(scene: Scene, i: int) -> int | None:
    """The line above a paragraph that is the name with which the paragraph begins."""
    text = scene.blocks[i].text
    for j in range(i - 1, i - _REACH - 1, -1):
        if scene.shapes[j] not in _SHORT:
            return None
        words = scene.blocks[j].text.split()
        if _is_name(words) and (text.startswith(" ".join(words)) or _is_told_above(scene, words, text)):
            return j
        if _is_name(words[1:]) and " ".join(words[1:]) in text[:_OPENING]:
            return j
    return None


def _is_name(words: Sequence[str]) -> bool:
    return len(words) in _WORDS and all(
        word[0].isupper() and word.strip(".").replace("-", "").replace("'", "").replace("’", "").isalpha()
        for word in words
    )


def _is_told_above(scene: Scene, words: Sequence[str], text: str) -> bool:
    """Whether the paragraph begins with the first name and the whole name stands above the article, in a byline."""
    name = " ".join(words).casefold()
    if not text.startswith(words[0] + " ") or text[: len(name)].casefold() == name:
        return False  # the name in small letters is the subject of a paragraph below its heading
    return name in scene.once(_above)


def _above(scene: Scene) -> str:
    """The lines above the article, of very many the last."""
    return "\n".join([bare for i, bare in scene.bares.items() if i < scene.first_prose])[-_HEAD:]


def _end(scene: Scene, name: int, i: int) -> int:
    """The line after the note: more paragraphs that begin with a word of the name belong to it."""
    words = tuple(f"{word} " for word in scene.blocks[name].text.split())
    stop = i + 1
    while stop < min(len(scene.blocks), i + _MORE) and scene.blocks[stop].text.startswith(words):
        stop += 1
    return stop


def _has_mark(scene: Scene, low: int, high: int) -> bool:
    return any(i in scene.marks for i in range(low, high))
