"""What stands beside the paragraphs and has the sizes of furniture, but is the article's own: verse, programs."""

from cleaner.judging.code import is_code, is_field
from cleaner.judging.evidence import Evidence
from cleaner.judging.verse import is_verse
from cleaner.reading.kinds import SHAPES

_GOES_ON = bytes(name.endswith("goes-on") for name in SHAPES).ljust(256)
_MANY_COMMAS = 5  # of so many lines one, at least
_LEAST_VERSES, _VERSE_SHARE = 5, 0.75  # lines; their share
_BLANKS = range(2, 8)  # in a verse
_LONGEST_VERSE = 60  # characters


def is_own(evidence: Evidence, low: int, high: int) -> bool:
    """Whether a side that reads like furniture is verse or a program."""
    return _is_verse(evidence, low, high) or _is_program(evidence, low, high)


def _is_program(evidence: Evidence, low: int, high: int) -> bool:
    """Whether a side is lines of a program or of data, of which many end in a comma."""
    size = high - low
    if _MANY_COMMAS * evidence.shapes[low:high].translate(_GOES_ON).count(1) < size:
        return False  # nearly always, told without a look at the lines
    texts = [block.text for block in evidence.scene.blocks[low:high]]
    return 2 * sum(is_code(text) or is_field(text) for text in texts) > size


def _is_verse(evidence: Evidence, low: int, high: int) -> bool:
    """Whether a side is verse, and of more characters than the prose of the document."""
    blocks, prose = evidence.scene.blocks, evidence.prose[-1]
    if blocks[high - 1].stop - blocks[low].start <= prose:
        return False  # nearly always, told without a look at the lines
    own = [blocks[i].text for i in range(low, high) if i not in evidence.marked]
    return sum(map(len, own)) > prose and (is_verse(own) or _is_verse_without_case(own))


def _is_verse_without_case(texts: list[str]) -> bool:
    """Whether most lines are verse of a script without capitals: some words each and no figures, where a menu has one
    or two, a headline more, a table figures.
    """
    verses = [text for text in texts if text[:1].lower() == text[:1].upper() and text.count(" ") in _BLANKS]
    verses = [text for text in verses if not any(map(str.isdigit, text))]
    return len(verses) >= max(_LEAST_VERSES, _VERSE_SHARE * len(texts)) and max(map(len, texts)) <= _LONGEST_VERSE
