"""Verbs that lost the hamza of the first person: اعرف is an imperative, or أعرف where none can stand; انتبه is a past,
or أنتبه after لم.

The neighbours are known by their skeletons (see slips.py), so that no decision depends on what else was mended.
"""

import math
from collections.abc import Collection
from functools import lru_cache

from cleaner.normalize.lexicon import shipped
from cleaner.normalize.slips import skeleton
from cleaner.normalize.surroundings import Surroundings, last_word, skeletons, without_and
from cleaner.normalize.verbs import WANTING, is_past, is_present
from cleaner.normalize.wasl import is_derived, looks_imperative

FIRST_PERSON_SWAY = 5.5  # natural logarithm: what company in which no imperative can stand adds to the odds of أعرف
NO_COMMAND_SWAY = -1.5  # and a document in which nobody is spoken to, to those of اعرف
SELF_SWAY, NOT_SELF_SWAY = 4.2, -2.5  # what company in which no past can stand, or one may, adds to the odds of أنتبه
NEAR = 2.7  # weight by which the past, which looks like the first person, may be commoner than that: انتبه, not انتقد
SHORT_EIGHTH = 4  # letters of اتفق: longer ones, as اتمنى, are no past in ات
_YOU_WORDS = (
    "أنت أنتم أنتي وأنت لك لكم لكي عليك عليكم إليك عندك عندكم يمكنك بك معك منك لديك كنت يا أخي عزيزي عزيزتي أيها كن تنس"
    " تنسى اللهم رب ربنا"
)
ORDERED = 4.0  # and in one that gives orders, to those of ارفض
_ORDERS = (
    *("انقر", "وانقر", "اضغط", "واضغط", "اختر", "واختر", "احذف", "واحذف", "انسخ", "وانسخ", "اخلط", "واخلط", "اغسل"),
    *("انقري", "اضغطي", "واضغطي", "اختاري", "اخلطي", "واخلطي", "اغسلي", "واغسلي", "اتركي", "واتركي", "اتركيه"),
)
_SPOKEN_TO = frozenset(form for word in _YOU_WORDS.split() for form in (word, skeleton(word)))  # with hamzas or without
_SPOKEN_TO_ALONE = _SPOKEN_TO - {"كنت"}
_I = frozenset(
    ("أنا", "انا", "وأنا", "وانا", "لي", "عندي", "نفسي", "أنني", "انني", "لأنني", "لكنني", "قلت", "بيتي", "معي")
)
PRAYER_SWAY, _PRAYED_TO = -4.5, "اللهم"  # and what is asked of God: اللهم اجبر
COMMAND_SWAY = -2.0  # and the start of a sentence, where one rather stands
# Pasts of the seventh form whose last letter is doubled: shaped as an imperative is, and none.
_DOUBLED = frozenset(("انضم", "انفض", "انشق", "انحل", "انصب", "انكب", "انقض", "انسل", "انسد", "انجر", "انهد", "انحط"))
_YOU = frozenset(("انتي", "انتم", "انتن", "انتو", "انتوا"))  # shaped as an imperative is
_BEFORE_FIRST_PERSON = skeletons(
    "أن لن لم كي لكي سوف كنت لا ليتني لعلي كأني أنا ما كم هل لازم ممكن راح رح بدي عايز عايزة جئت رحت قمت"
    " في من إلى عن مع كل بدون دون بعد منذ حيث إذ عندما حينما بعدما لما كما كلما لو إذا كيف متى أين لماذا ماذا ليه"
    " حتى قد الذي التي الذين اللي هذا هذه ذلك تلك هو هي هم وهو وهي وهم كان كانت يكون تكون ليس ليست مش عارف عارفة"
    " عاوز عاوزة حابب حابة بحب نفسي قاعد قاعدة اقدر صرت ظللت كدت أكاد أحاول حاولت قررت بقيت"
    " لكني لكنني أنني إنني لأنني لأني بأنني بأني كأنني حين اللذين اللتين أيضا دائما غالبا أم"
)
# Before these no past can stand, so that a verb of the shape of one is a first person.
_SELF_ONLY = skeletons(
    "لم لن سوف كي لكي كنت لا أنا فأنا لكني لكنني أنني إنني لأنني لأني بأنني كأنني صرت ظللت كدت أكاد أحاول بقيت بدأت رحت"
    " ألا وألا أريد أود أحب أم"
)
_THAT = frozenset(("ان", "بان"))
_OBLIGED = skeletons("يجب ينبغي يمكن يمكنني علي عليه أستطيع الأفضل قبل أوصتني")


@lru_cache(maxsize=1 << 12)
def may_be_first_person(word: str) -> bool:
    """Whether a word is written as an imperative is, and may be a first person that lost its hamza.

    >>> may_be_first_person("اعرف"), may_be_first_person("استخدم"), may_be_first_person("دخل")
    (True, False, False)
    """
    return word[:1] == "ا" and word not in _YOU and word not in _DOUBLED and looks_imperative(skeleton(word))


@lru_cache(maxsize=1 << 12)
def may_be_self(word: str) -> bool:
    """Whether a word is written as a past of a derived form is, and may as well be a first person.

    >>> may_be_self("انتبه"), may_be_self("انتقد"), may_be_self("اعرف")
    (True, False, False)
    """
    if word[:1] != "ا" or word[1:2] == "ل" or (word[1:2] == "ت" and len(word) > SHORT_EIGHTH):
        return False
    group = skeleton(word)
    if not is_derived(group) and word not in _DOUBLED:
        return False
    weights = {spelling.word: spelling.weight for spelling in shipped().spellings(group)}
    return abs(weights.get(word, -math.inf) - weights.get(f"أ{word[1:]}", math.inf)) < NEAR


def self_odds(better: str, where: Surroundings) -> float:
    """What the neighbours add to the odds (natural logarithm) that such a word has أ: there is no past after لم.

    >>> self_odds("أنتبه", Surroundings(["لم"], False, "له")), self_odds("أنفض", Surroundings(["حتى"], False, "عنه"))
    (4.2, -2.5)
    """
    last = last_word(where)
    bare = without_and(last)
    if last in _THAT and not _is_to(where.before[1:2]):
        return NOT_SELF_SWAY
    return SELF_SWAY if better.startswith("أ") and (bare in _SELF_ONLY or last in _THAT) else NOT_SELF_SWAY


def _is_to(before: Collection[str]) -> bool:
    """Whether أن stands after a verb that asks for something to be done, so that no past follows."""
    return any(
        word in WANTING or word in _OBLIGED or word.endswith("ني") or (word.endswith("ت") and is_past(word))
        for word in before
    )


def command_odds(word: str, tokens: Collection[str]) -> float:
    """What is added to the odds (natural logarithm) that such a word, with و too, stays, where nobody is spoken to.

    `tokens`: all unlike ones of the document.

    >>> command_odds("وارجع", {"البيان", "الوزير"}), command_odds("وارجع", {"لك", "الوزير"})
    (-1.5, 0.0)
    >>> command_odds("ارفض", {"اضغط", "الزر"})
    4.0
    """
    if not _may_be_command(word):
        return 0.0
    if any(order in tokens for order in _ORDERS):
        return ORDERED if is_present(f"ي{skeleton(word.lstrip('وف'))[1:]}") else 0.0  # no اخرى
    if not _I.isdisjoint(tokens):  # كنت is of the first person there
        return NO_COMMAND_SWAY if not _SPOKEN_TO_ALONE.intersection(tokens) else 0.0
    return NO_COMMAND_SWAY if _SPOKEN_TO.isdisjoint(tokens) else 0.0


@lru_cache(maxsize=1 << 12)
def _may_be_command(word: str) -> bool:
    return may_be_first_person(word[1:] if word[:1] in ("و", "ف") else word)


def first_person_odds(better: str, where: Surroundings) -> float:
    """What the neighbours add to the odds (natural logarithm) that such a word has أ: there is no imperative after لم.

    >>> first_person_odds("أعرف", Surroundings(["ان"], False, "الطريق"))
    5.5
    """
    if not better.startswith("أ"):
        return 0.0
    last = without_and(last_word(where))
    if last == _PRAYED_TO:
        return PRAYER_SWAY
    if last in _BEFORE_FIRST_PERSON or last in WANTING:
        return FIRST_PERSON_SWAY
    return COMMAND_SWAY if where.opens and not where.after.startswith("ال") else 0.0
