"""Words that only their neighbours decide: bare ان with its endings (أن or إن), علي and لدي (or على, لدى), الا.

The neighbours are known by their skeletons (see slips.py), so that no decision depends on what else was mended.
"""

from cleaner.normalize.colloquial import is_own_of_dialects
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
from cleaner.normalize.homographs import (
    ASKED,
    COMMAND_SWAY,
    FIRST_PERSON_SWAY,
    HOMOGRAPHS,
    I_THAT,
    NO_COMMAND_SWAY,
    RELATIVES,
    first_person_odds,
    may_be_first_person,
)
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
from cleaner.normalize.surroundings import SAYING, Surroundings, skeletons, without_and
from cleaner.normalize.twins import TWIN_SWAY, may_be_twin, twin, with_hamza
from cleaner.normalize.verbs import WANTING, is_present
from cleaner.pattern import pattern

_BARE = frozenset(
    first + "ان" + end for first in ("", "و", "ف") for end in ("", *skeletons("ه ها هم هما هن ك كم ني نا"))
)
_ALONE = frozenset(("ان", "وان"))
_THEN_TO, _VERB_STARTS = "فأن", ("ي", "ت", "ن")  # أما حلمها فأن ترى البحر
_EXCEPTIONS = frozenset(("الا", "والا"))
SHORT_VERB = 3  # letters: not تلك
_SHORT_VERBS = skeletons("يرى ترى نرى يكن تكن نكن يقل تقل يقع تقع يصل تصل يعد تعد")
_OF_VERBS = ("ي", "ها", "هم", "هما", "ني", "نا", "ك", "كم")  # of تنسي, يمسها

REACH = 110  # letters that one looks back for a form of قال: a title and a long name
_BEFORE_IN = skeletons("حيث إذ بل ثم حتى كلا والله")
_CALLING = skeletons("يا أيها أيتها عباد")  # at the start of a sentence: أيها الناس، إن
_PRAISE = skeletons("سميع هو غفور ولي نعم جواد كريم رؤوف عليم")  # إنه سميع مجيب, after a comma
_BEFORE_AN = skeletons(
    "على إلى من عن في مع بعد قبل منذ دون رغم كما غير إلا سوى لولا يمكن يجب ينبغي سبق يبدو مجرد بمجرد بما بيد"
)
_IF = ("يكن", "يشا", "يك")  # إن يكن
_CONDITION = skeletons(
    "كان كانت كنت كنا كانوا لم شاء شئت شئتم استطاع استطعت أمكن أمكنك أردت أردتم أردنا أحببت أحببتم أعجبك صح صحت سألتني"
)  # «ان كان» is a condition: إن
# Words that open a clause of their own: what was said before them rules no longer.
_CLAUSE = skeletons(
    "لقد قد لم لن الذي التي الذين لكي كي إذا لو بعدما عندما بينما كما مؤكدا مضيفا موضحا مشيرا معتبرا مبينا"
    " مؤكدة مضيفة موضحة مشيرة معتبرة مبينة أكد أضاف أوضح أعلن اعتبر ذكر أشار رأى أكدت أضافت أوضحت أعلنت اعتبرت"
    " ذكرت أشارت رأت يعني يجب يمكن يبدو يؤكد يرى تعني ترى"
)
_AFTER_VAN = skeletons("دايك غوخ جوخ دام دير دي ديك در دن غال بيرسي باستن")
RARE_NAME = -12.0  # weight in the lexicon, below which a word may be a foreign name
_PARTICLES = frozenset("بكل")
_DIALECT_SEAT = pattern("[^ا]اي[^ا]")  # دايم, رايحة: ئ in the common language
_ENDINGS = ("نا", "وا")  # of words of five letters and more: فهمنا, ذكروا


def an_or_in(word: str, where: Surroundings) -> str:
    """What a bare ان with its endings stands for.

    >>> an_or_in("ان", Surroundings(["الوزير", "وقال"], False, "الخطة"))
    'إن'
    >>> an_or_in("انه", Surroundings(["فهمنا"], False, "يريد"))
    'أنه'
    """
    start = word.index("ا")
    letter = "إ" if word.startswith("ف") or _takes_in(word, where) else "أ"
    return word[:start] + letter + word[start + 1 :]


def _takes_in(word: str, where: Surroundings) -> bool:
    if where.opens or not where.before:
        return True
    last = where.before[0]
    if last == "سي" or where.before[:2] == ["ان", "سي"]:
        return True  # سي إن إن
    condition = word in ("ان", "وان") and where.after in _CONDITION
    if last in _BEFORE_AN or (last == "اما" and not condition):
        return False
    if word in _ALONE and (without_and(last) in WANTING or _opens_verb_clause(where.after)):
        return False
    if condition or last.removeprefix("و") in _BEFORE_IN:
        return True
    if where.apart and (where.after in _PRAISE or where.before[-1] in _CALLING):
        return True
    joined = word.startswith("و")
    for place, earlier in enumerate(where.before):
        bare = without_and(earlier)
        if bare in SAYING:
            return True
        if joined and earlier in _BARE and place + 1 < len(where.before) and where.before[place + 1] not in _BEFORE_AN:
            continue  # قال إنه … وإنها
        if bare in _CLAUSE or bare in WANTING or _is_an_or_in(bare) or (len(bare) >= 5 and bare.endswith(_ENDINGS)):
            return False
    return False


def _opens_verb_clause(after: str) -> bool:
    """Whether a verb follows, as after أن and hardly ever after إن."""
    starts = after.startswith("ي") or (after.startswith("ن") and len(after) > SHORT_VERB)
    return starts and after not in _IF and is_present(after)


def _is_an_or_in(word: str) -> bool:
    """Whether the skeleton is that of أن or إن, after a preposition or with a pronoun too."""
    return word in _BARE or (word[:1] in _PARTICLES and word[1:] in _BARE)


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


def illa_or_alla(word: str, where: Surroundings) -> str:
    """What a bare الا stands for: ألا before a verb, else إلا.

    >>> illa_or_alla("الا", Surroundings(["يجب"], False, "يكون"))
    'ألا'
    """
    return word.replace("الا", "ألا" if _is_verb(where.after) else "إلا")


def _is_verb(after: str) -> bool:
    """Whether a word is a verb in the present after أن لا; the endings of persons and pronouns are taken off."""
    if not after.startswith(_VERB_STARTS):
        return False
    if len(after) <= SHORT_VERB:
        return after in _SHORT_VERBS
    if is_present(after):
        return True
    return any(after.endswith(end) and is_present(after.removesuffix(end)) for end in _OF_VERBS)


def is_contextual(word: str) -> bool:
    """Whether a word is judged where it stands alone, whatever its writer's habits: a bare ان is never right.

    >>> is_contextual("وانها"), is_contextual("كان")
    (True, False)
    """
    return word in _BARE or word in I_THAT


def depends_on_context(word: str, odds: float) -> bool:
    """Whether `in_context` may decide otherwise than the word alone would, at these odds."""
    return (
        word in _BARE
        or word == _THEN_TO
        or word in _EXCEPTIONS
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
        or (odds + COMMAND_SWAY < SURE and may_be_first_person(word))
        or (odds + VERB_SWAY < SURE and may_be_feminine(word))
    )


def depends_on_dialect(word: str) -> bool:
    """Whether it matters to a word if its document is in a dialect: those have الي for الذي, رايح for رائح, or إمي."""
    return word in RELATIVES or word == ASKED or is_own_of_dialects(word) or _DIALECT_SEAT.search(word) is not None


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
    return max(FIRST_PERSON_SWAY if may_be_first_person(word) else 0.0, FEMININE_SWAY if may_be_feminine(word) else 0.0)


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
    if word in _EXCEPTIONS:
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
    return odds + (feminine_odds(better, where) if may_be_feminine(word) else 0.0)
