"""The plan: what is mended in a text, step by step and in this order. Read `PLAN` to know what happens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from cleaner.errors import UsageError
from cleaner.limits import check_time
from cleaner.normalize.digits import DIGITS, Digits, unify_digits
from cleaner.normalize.glance import doubtful_lines
from cleaner.normalize.invisible import drop_invisible
from cleaner.normalize.letters import shorten_letters, use_arabic_letters
from cleaner.normalize.marks import drop_odd_marks, drop_tatweel
from cleaner.normalize.mask import holds_arabic, shield, unshield
from cleaner.normalize.presentation import compose_hamzas, join_forms
from cleaner.normalize.punctuation import close_up, open_up, use_arabic_punctuation
from cleaner.normalize.quotes import turn_quotes
from cleaner.normalize.spaces import even_spaces

if TYPE_CHECKING:
    from cleaner.normalize.report import Repair

Spelling = Literal["auto", "always", "never"]
SPELLINGS: tuple[Spelling, ...] = get_args(Spelling)


@dataclass(frozen=True)
class Orthography:
    """What is wanted. words: spellings that are right whatever the lexicon says; skip: names of steps to leave out."""

    spelling: Spelling = "auto"
    digits: Digits = "keep"
    words: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for value, known in ((self.spelling, SPELLINGS), (self.digits, DIGITS), *((name, STEPS) for name in self.skip)):
            if value not in known:
                raise UsageError(f"there is no {value!r} here; choose among {', '.join(known)}")


AS_USUAL = Orthography()


class Step(NamedTuple):
    """One step. apply: the text → the text, mended; None where reading a text does it already (`cleaner.reading`).

    module: where it is written. mechanical: it has nothing to do where glance.py sees nothing.
    """

    name: str
    why: str
    module: str
    apply: Callable[[str, Orthography], str] | None = None
    mechanical: bool = True


class Stage(NamedTuple):
    """What one step did to some lines of the text: their numbers from 1, the lines before and after it."""

    step: str
    lines: Sequence[int]
    before: str
    after: str


@dataclass(frozen=True)
class Repaired:
    """A mended text, and the steps that changed something.

    masked: the texts of the masked spans, which `stages` hold as one character each (see mask.py).
    """

    text: str
    stages: tuple[Stage, ...] = field(default=(), repr=False)
    masked: tuple[str, ...] = field(default=(), repr=False)

    @cached_property
    def repairs(self) -> "tuple[Repair, ...]":
        """What each step did, worked out only when somebody asks."""
        from cleaner.normalize.report import compare

        whole = partial(unshield, masked=self.masked)  # a line with a masked span is in every stage
        return tuple(compare(name, lines, whole(old), whole(new)) for name, lines, old, new in self.stages)


def repair(text: str, wanted: Orthography = AS_USUAL) -> Repaired:
    """Mend one document. Line ends stay, so there is one line out for each line in; a second run changes nothing.

    Mechanical steps get only the lines at which a glance does not suffice: a document has few of them.

    >>> repair("قـــال ، الوزير\\n").text
    'قال، الوزير\\n'
    """
    if wanted.skip.issuperset(_STEPS_OF_REPAIR) or not holds_arabic(text):
        return Repaired(text)
    now = text
    masked: tuple[str, ...] = ()
    doubtful = doubtful_lines(text)
    if doubtful:
        now, masked = shield(text, _lines(text.split("\n"), doubtful))
        doubtful = doubtful_lines(now) if masked else doubtful
    stages: list[Stage] = []
    for mechanical, group in _GROUPS:
        if mechanical and not doubtful:
            continue
        steps = [step for step in group if step.name not in wanted.skip]
        if not mechanical:
            now, done = _run(steps, now, range(1, now.count("\n") + 2), wanted)
            stages += done
        elif steps:
            lines = now.split("\n")
            some, done = _run(steps, _lines(lines, doubtful), doubtful, wanted)
            for number, line in zip(doubtful, some.split("\n"), strict=True):
                lines[number - 1] = line
            now = "\n".join(lines)
            stages += done
    return Repaired(unshield(now, masked), tuple(stages), masked) if stages else Repaired(text)


def _lines(lines: list[str], numbers: list[int]) -> str:
    return "\n".join([lines[number - 1] for number in numbers])


def _run(steps: list[Step], text: str, lines: Sequence[int], wanted: Orthography) -> tuple[str, list[Stage]]:
    """The text after some steps, and what those did that changed it."""
    stages = []
    for step in steps:
        check_time()
        before, text = text, step.apply(text, wanted) if step.apply else text
        if text != before:
            stages.append(Stage(step.name, lines, before, text))
    return text, stages


def _mechanical(name: str, mend: Callable[[str], str], why: str) -> Step:
    return Step(name, why, mend.__module__, lambda text, _: mend(text))


def _spelling(text: str, wanted: Orthography) -> str:
    if wanted.spelling == "never":
        return text
    from cleaner.normalize.spelling import mend_spelling

    return mend_spelling(text, mode=wanted.spelling, words=wanted.words)


def _digits(text: str, wanted: Orthography) -> str:
    return unify_digits(text, wanted.digits)


PLAN = (
    Step(
        "controls",
        "Control characters and terminal sequences, which no reader was meant to see.",
        "cleaner.reading.mend",
    ),
    Step("mojibake", "Lines read in the wrong encoding and saved so (Ø§Ù„, ط§ظ„, ÇáÓ).", "cleaner.reading.mojibake"),
    _mechanical("presentation-forms", join_forms, "Letters stored as the shapes they take (ﻣﺮﺣﺒﺎ)."),
    _mechanical("invisible", drop_invisible, "Zero-width and bidi characters, which hide words from search."),
    _mechanical("tatweel", drop_tatweel, "Tatweel between letters (مـــرحبا)."),
    _mechanical("spaces", even_spaces, "Two or three spaces between words, and no-break spaces."),
    _mechanical("marks", drop_odd_marks, "Vowel marks given twice, or without a letter to stand on."),
    _mechanical("persian-letters", use_arabic_letters, "The Persian shapes of yeh, kaf and heh in Arabic words."),
    _mechanical("split-hamza", compose_hamzas, "Hamza or madda typed apart from its letter."),
    _mechanical("stretched-letters", shorten_letters, "Letters held down for emphasis (جداااا)."),
    _mechanical("quotes", turn_quotes, "Quotation marks turned the wrong way (”كذا“)."),
    _mechanical("space-before", close_up, "A space before a mark (القائمة ، كما)."),
    _mechanical("punctuation", use_arabic_punctuation, "The marks , ; ? between Arabic words."),
    _mechanical("space-after", open_up, "No space after a mark (واشنطن.من, اليوم..إن)."),
    Step(  # after the marks: a writer is judged by words and sentences as they will stand
        "spelling",
        "Hamza, yeh and teh marbuta that writers leave out or swap (الى, فى, المدينه).",
        "cleaner.normalize.spelling",
        _spelling,
        mechanical=False,
    ),
    Step(
        "digits", "Digits in one script, where that is asked for.", unify_digits.__module__, _digits, mechanical=False
    ),
)
STEPS = tuple(step.name for step in PLAN)
_STEPS_OF_REPAIR = frozenset(step.name for step in PLAN if step.apply is not None)
AS_IT_IS = Orthography(skip=frozenset(STEPS) - {"controls", "mojibake"})  # nothing but what scraping broke
_GROUPS = [
    (mechanical, [step for step in group if step.apply])
    for mechanical, group in groupby(PLAN, attrgetter("mechanical"))
]
