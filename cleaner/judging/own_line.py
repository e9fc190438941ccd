"""Lines that rules know and that are the article's own all the same: its headings, its questions, its fields.

keep | The village, says the mayor, has no use for a paper of its own, and so nobody has ever printed one here.
keep | Social media
keep | Whoever wants to know what the neighbours think asks in the shop, where the radio has been broken for years.
"""

from collections.abc import Sequence
from functools import cache

from cleaner.document import Block
from cleaner.judging.match import Marks
from cleaner.pattern import pattern
from cleaner.reading.kinds import LABEL_SHAPES, SENTENCE_SHAPES, SHAPES
from cleaner.rules.rule import Rule

FEW_MARKS = 3  # in a document that is no page
LABELS = LABEL_SHAPES | frozenset(map(SHAPES.index, ("tiny-asks", "label-asks")))
_ASKING = frozenset(code for code, name in enumerate(SHAPES) if name.endswith("asks"))
_CLOSED = SENTENCE_SHAPES | _ASKING
_SET_IN = pattern("advert|read-more|listen|photo|image|goes-on")  # in ids of rules
_REFERENCES = ("media-reference-below", "tail-reference")  # end the ids of rules for «VIDEO: TITLE»
_AGENCY = "agency-alone"  # of bylines only these are words; names and dates head no paragraph
_STEM = 5  # letters
_LEAST_STEP = 12  # characters


def is_own_line(blocks: Sequence[Block], i: int, rule: Rule, marks: Marks) -> bool:
    """Whether the article's own line only looks like what a rule knows."""
    if rule.kind == "chrome":
        if i + 2 >= len(blocks):
            return False
        below = blocks[i + 1]
        is_asked = below.shape in _ASKING and _heads_question(blocks, i, marks)
        return is_asked or (below.text[0] == "1" and _heads_steps(blocks, i, rule))
    return rule.id.endswith(_REFERENCES) and _begins_small(blocks[i].text)


def is_own_heading(blocks: Sequence[Block], i: int, rule: Rule, marks: Marks) -> bool:
    """Whether a word stands right between two paragraphs and may be their heading: what a rule knows of a thread, for
    that has names beside it, and any word but what sites set between paragraphs. But for threads, to be asked where
    next to nothing else is furniture.
    """
    if not parts_paragraphs(blocks, i, marks):
        return False
    if rule.kind == "comment":
        return True
    is_word = rule.drops != "region" and (rule.kind == "chrome" or rule.id.endswith(_AGENCY))
    return (is_word and not any(map(is_set_in, marks[i]))) or _is_taken_up(blocks, i)


@cache
def is_set_in(rule: Rule) -> bool:
    """Whether a rule knows what sites set between two paragraphs: advertisements, links, credits of pictures."""
    return _SET_IN.search(rule.id) is not None


def parts_paragraphs(blocks: Sequence[Block], i: int, marks: Marks) -> bool:
    """Whether a label stands right between two paragraphs."""
    if blocks[i].shape not in LABELS or i - 1 in marks or i + 1 in marks or not 0 < i < len(blocks) - 1:
        return False
    return blocks[i - 1].shape in _CLOSED and blocks[i + 1].shape in SENTENCE_SHAPES


def _is_taken_up(blocks: Sequence[Block], i: int) -> bool:
    """Whether the paragraph below says a longer word of a line again, if need be with another ending."""
    stems = [word[: max(_STEM, len(word) - 1)] for word in blocks[i].text.lower().split() if len(word) >= _STEM]
    below = blocks[i + 1].text.lower()
    return any(stem in below for stem in stems)


def _begins_small(text: str) -> bool:
    """Whether what a colon announces begins with a small letter, as no title of another article does."""
    return text.partition(":")[2].lstrip()[:1].islower()


def _heads_steps(blocks: Sequence[Block], i: int, rule: Rule) -> bool:
    """Whether the first of some numbered steps stands right below a label: «Change your password», «1. Open …»."""
    first = blocks[i + 1].text
    is_step = first.startswith(("1. ", "1- ", "1) ")) and len(first) > _LEAST_STEP
    return is_step and blocks[i + 2].text[0] == "2" and rule.drops == "line"


def _heads_question(blocks: Sequence[Block], i: int, marks: Marks) -> bool:
    """Whether a question and its answer stand below a label, as below «Frequently asked»; a poll has no answer."""
    return (
        blocks[i].shape in LABELS
        and i + 1 not in marks
        and i + 2 not in marks
        and blocks[i + 2].shape in SENTENCE_SHAPES
    )
