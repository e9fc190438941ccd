"""Words that only their neighbours decide: bare ان with its endings (أن or إن), علي and لدي (or على, لدى), الا.

The neighbours are known by their skeletons (see slips.py), so that no decision depends on what else was mended.
"""

from cleaner.normalize.colloquial import is_own_of_dialects
from cleaner.normalize.conjunctions import BARE, EXCEPTIONS, an_or_in, illa_or_alla
from cleaner.normalize.final_letters import (
    FEMININE_SWAY,
    IDIOM_SWAY,
    IDIOMATIC,
    VERB_SWAY,
    feminine_odds,
    idiom_odds,
    keeps_alef,
    may_be_feminine,
    may_keep_alef,
)
from cleaner.normalize.first_person import (
    FIRST_PERSON_SWAY,
    NO_COMMAND_SWAY,
    NOT_SELF_SWAY,
    PRAYER_SWAY,
    SELF_SWAY,
    first_person_odds,
    may_be_first_person,
    may_be_self,
    self_odds,
)
from cleaner.normalize.homographs import ASKED, HOMOGRAPHS, I_THAT, RELATIVES
from cleaner.normalize.lexicon import shipped
from cleaner.normalize.phrases import PHRASE_SWAY, PHRASED, in_phrase
from cleaner.normalize.prepositions import (
    FIXED_SWAY,
    OBJECT_SWAY,
    PREPOSITIONS,
    TO_ME,
    is_to_me,
    joins_two_prepositions,
    preposition_odds,
    to_odds,
)
from cleaner.normalize.rates import SURE
from cleaner.normalize.surroundings import Surroundings, skeletons
from cleaner.normalize.twins import TWIN_SWAY, may_be_twin, twin, with_hamza
from cleaner.pattern import pattern

REACH = 150  # letters that one looks back for a form of قال: a title and a long name
_THEN_TO, _VERB_STARTS = "فأن", ("ي", "ت", "ن")  # أما حلمها فأن ترى البحر
_AFTER_VAN = skeletons("دايك غوخ جوخ دام دير دي ديك در دن غال بيرسي باستن")
_SAID_SO = frozenset((ASKED, "بقى"))
RARE_NAME = -12.0  # weight in the lexicon, below which a word may be a foreign name
_DIALECT_SEAT = pattern("[^ا]اي[^ا]")  # دايم, رايحة: ئ in the common language


def is_dutch(where: Surroundings) -> bool:
    """Whether فان is a part of a name there, and no فإن: before a rare word, in the middle of a clause.

    >>> is_dutch(Surroundings(["لوحات"], False, "غوخ")), is_dutch(Surroundings(["لوحات"], False, "الرسام"))
    (True, False)
    """
    if where.after in _AFTER_VAN:
        return True
    if where.opens or where.apart or not where.after:
        return False
    known = shipped().spellings(where.after)
    return not known or known[0].weight < RARE_NAME


def is_contextual(word: str) -> bool:
    """Whether a word is judged where it stands alone, whatever its writer's habits: a bare ان is never right.

    >>> is_contextual("وانها"), is_contextual("كان")
    (True, False)
    """
    return word in BARE or word in I_THAT


def depends_on_context(word: str, odds: float) -> bool:
    """Whether `in_context` may decide otherwise than the word alone would, at these odds."""
    return (
        word in BARE
        or word == _THEN_TO
        or word in EXCEPTIONS
        or word in PREPOSITIONS
        or word in TO_ME
        or word in HOMOGRAPHS
        or word.startswith(("با", "لا"))
        or word in IDIOMATIC
        or word in PHRASED
        or is_own_of_dialects(word)
        or may_keep_alef(word)
        or may_be_twin(word)
        or _DIALECT_SEAT.search(word) is not None
        or odds < SURE
        or (odds + PRAYER_SWAY < SURE and may_be_first_person(word))
        or (odds + NOT_SELF_SWAY < SURE and may_be_self(word))
        or (odds + VERB_SWAY < SURE and may_be_feminine(word))
    )


def depends_on_dialect(word: str) -> bool:
    """Whether it matters to a word if its document is in a dialect: those have الي for الذي, رايح for رائح, or إمي."""
    return word in RELATIVES or word in _SAID_SO or is_own_of_dialects(word) or _DIALECT_SEAT.search(word) is not None


def sway(word: str) -> float:
    """How much its neighbours can add to the odds (natural logarithm) that a word was meant to be another."""
    if word in PREPOSITIONS:
        return FIXED_SWAY
    if word in TO_ME:
        return OBJECT_SWAY
    if word in IDIOMATIC:
        return IDIOM_SWAY
    if word in PHRASED or word == ASKED:
        return PHRASE_SWAY
    if may_be_twin(word):
        return TWIN_SWAY
    if word.startswith(("وا", "فا")):
        return -NO_COMMAND_SWAY
    if may_be_first_person(word):
        return FIRST_PERSON_SWAY
    return SELF_SWAY if may_be_self(word) else (FEMININE_SWAY if may_be_feminine(word) else 0.0)


def in_context(word: str, better: str, odds: float, where: Surroundings) -> str:
    """What a word stands for here; `better` is what it was meant to be, at these odds, as far as the word alone tells.

    >>> in_context("علي", "على", 0.0, Surroundings(["الرجل"], False, "الجبل"))
    'على'
    >>> in_context("علي", "على", 0.0, Surroundings(["الشيخ"], False, "الطنطاوي"))
    'علي'
    """
    if (word == "فان" and is_dutch(where)) or (word == _THEN_TO and where.after.startswith(_VERB_STARTS)):
        return word
    if where.colloquial and _is_said_so(word, better):
        return word
    if word in PHRASED and (phrased := in_phrase(word, where)):
        return phrased
    if word in HOMOGRAPHS:
        found = HOMOGRAPHS[word](word, better, where)
        if found != better or is_contextual(word) or (word == ASKED and where.colloquial):
            return found
    if is_contextual(word):
        return an_or_in(word, where)
    if word in EXCEPTIONS:
        return illa_or_alla(word, where)
    if word in TO_ME and is_to_me(where):
        return word
    if odds < SURE + TWIN_SWAY and may_be_twin(word) and (hamza := twin(word, where)):
        return with_hamza(word, hamza)
    if keeps_alef(word, where) or odds + _neighbour_odds(word, better, where) < SURE:
        return word
    if joins_two_prepositions(word, better, where):
        return word
    return better


def _is_said_so(word: str, better: str) -> bool:
    return is_own_of_dialects(word) or (_DIALECT_SEAT.search(word) is not None and better.count("ئ") > word.count("ئ"))


def _neighbour_odds(word: str, better: str, where: Surroundings) -> float:
    """What the neighbours add to the odds (natural logarithm) that a word was meant to be the better one."""
    if word in PREPOSITIONS:
        return preposition_odds(word, where)
    if word in TO_ME:
        return to_odds(where)
    if word in IDIOMATIC:
        return idiom_odds(word, where)
    odds = first_person_odds(better, where) if may_be_first_person(word) else 0.0
    if may_be_self(word):
        odds += self_odds(better, where)
    return odds + (feminine_odds(better, where) if may_be_feminine(word) else 0.0)
