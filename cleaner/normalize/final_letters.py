"""What the neighbours of a word tell of its last letter: ة or the pronoun ه, the ى of a verb or the ي of a noun."""

from collections.abc import Sequence

from cleaner.normalize.lexicon import shipped
from cleaner.normalize.surroundings import Surroundings, skeletons, without_and
from cleaner.pattern import pattern

FEMININE_SWAY = 2.5  # natural logarithm: what a neighbour that agrees with a noun in ة adds to the odds of ة
VAGUE_SWAY = 1.5  # of one that may belong elsewhere
VERB_SWAY = -4.0  # of one after which a verb stands, whose ه is a pronoun: لما كلمه
IDIOM_SWAY = 8.0  # of the rest of a phrase
COMMONER = 1.0  # weight of a word without ل beside the same with it, from which on ل is a preposition
DEED = 7  # letters of التعليم
SHORTEST = 4  # letters of a neighbour that may be an adjective

# After these stands one thing counted or pointed at: ثلاثون سنة, كم مرة, أول مرة, هذه قصة. No pronoun follows it.
_BEFORE_ONE = skeletons(
    "عشر عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين"
    " مئة مائة مئتا ألف كم أول أي أية هذه تلك هذي يا"
)
_AGREEING = skeletons("التي اللتي جزاء")  # ضربة جزاء
_GOD = skeletons("الله قال قوله لقوله بقوله سبحانه تبارك ربنا ربه يقول")
_EXALTED = "تعالي"
_PLAIN = "وغنى"
_NAMED, _WHAT = ("يسمي", "تسمي"), ("ما", "بما", "فيما", "عما", "مما", "لما")
IDIOMATIC = frozenset((_EXALTED, _PLAIN, *_NAMED, "ورحمه"))
_WITHOUT = skeletons("لا فلا بلا بغير")  # فلا كفارة, بلا فائدة
_GREETING = ("عليكم", "وعليكم", "عليك", "وعليك")
# Words after which a verb in the past stands, and no noun in ي without an article.
_BEFORE_VERB = skeletons("قد لقد فقد وقد الذي حين حينما عندما بعدما كما كلما كيف لما إذا لو ما ثم ومن")
_TILL, _BEFORE_TILL = "ان", skeletons("بعد منذ إلى وما فما")  # بعد أن نادى, and no أن باقي
_BEFORE_PAST = skeletons(  # and no noun at all
    "قد لقد فقد وقد لما فلما ولما حينما عندما وعندما بعدما كلما الذي التي الذين"
)
_BUT, _WHOM, _GOD_HIMSELF = "الا", "من", "الله"  # إلا من رحمه الله
_REFUSING, _AFTER_REFUSING = frozenset(("أبى", "وأبى", "فأبى")), skeletons("أن إلا")
_TURNING = frozenset(("ولى", "وولى", "ألفى", "وعى", "بنى"))
_THIRD_FORM = pattern("[وف]?.ا.ى")
_KEPT_WORD = "وفى"
_WHO = skeletons("من فمن ومن الذي لما فلما قد")
_KEPT = pattern("ب(?:ه|ها|هم|هما|ما|ذلك|هذا|هذه|كل|وعد.*|وعود.*|عهد.*|عهود.*|التزام.*|تعهد.*|شرط.*|شروط.*|غرض.*)")


def may_be_feminine(word: str) -> bool:
    """Whether a word ends in what may be ة without its dots.

    >>> may_be_feminine("المدينه"), may_be_feminine("فيه"), may_be_feminine("كتابة")
    (True, False, False)
    """
    return word.endswith("ه") and len(word) >= SHORTEST - 1 and word[-2:-1] != "ي"


def feminine_odds(better: str, where: Surroundings) -> float:
    """What the neighbours add to the odds (natural logarithm) of a word in ة that is written with ه.

    >>> feminine_odds("سنة", Surroundings(["عشرون"], False, "في"))
    2.5
    >>> feminine_odds("كلمة", Surroundings(["لما"], False, "الطبيب"))
    -4.0
    >>> feminine_odds("مشكلة", Surroundings([], True, "كبيره")), feminine_odds("كتابة", Surroundings([], True, "في"))
    (1.5, 0.0)
    """
    if not better.endswith("ة"):
        return 0.0
    after = where.after
    if where.before and where.before[0] in _BEFORE_PAST:
        return VERB_SWAY
    if after == _GOD_HIMSELF and list(where.before[:2]) == [_WHOM, _BUT]:
        return VERB_SWAY
    if (where.before and where.before[0] in _BEFORE_ONE) or after in _AGREEING:
        return FEMININE_SWAY
    if where.closes:
        return 0.0
    denied = bool(where.before) and where.before[0] in _WITHOUT
    return VAGUE_SWAY if denied or ends_in_marbuta(after) or _names_deed(after) else 0.0


def _names_deed(word: str) -> bool:
    """Whether a word is shaped as التعليم is, a noun and no adjective: وزارة التعليم."""
    return len(word) == DEED and word.startswith("الت") and word[-2] == "ي"


def ends_in_marbuta(group: str) -> bool:
    """Whether a skeleton is mostly written with ة, and may be an adjective.

    >>> ends_in_marbuta("كبيره"), ends_in_marbuta("بلاده"), ends_in_marbuta("له")
    (True, False, False)
    """
    if len(group) < SHORTEST or not group.endswith("ه"):
        return False
    known = shipped().spellings(group)
    return bool(known) and known[0].word.endswith("ة")


def may_keep_alef(word: str) -> bool:
    """Whether a word is one of those of which `keeps_alef` can tell something."""
    if not word.endswith("ى"):
        return False
    return word == _KEPT_WORD or word in _REFUSING or word in _TURNING or _THIRD_FORM.fullmatch(word) is not None


def keeps_alef(word: str, where: Surroundings) -> bool:
    """Whether a word in ى is a verb in the past where it stands, though a noun in ي is commoner: راعى, نادى, وفى.

    >>> keeps_alef("راعى", Surroundings(["قد"], False, "المدير")), keeps_alef("راعى", Surroundings([], True, "الغنم"))
    (True, False)
    >>> keeps_alef("أبى", Surroundings(["ابليس"], False, "ان")), keeps_alef("أبى", Surroundings([], True, "مريض"))
    (True, False)
    >>> keeps_alef("وفى", Surroundings(["لما"], False, "به")), keeps_alef("وفى", Surroundings(["جلس"], False, "بيته"))
    (True, False)
    """
    if word == _KEPT_WORD:
        led = bool(where.before) and where.before[0] in _WHO
        return led or _KEPT.fullmatch(where.after) is not None or _begins_with_to(where.after)
    if word in _REFUSING and where.after in _AFTER_REFUSING:
        return True
    return may_keep_alef(word) and _leads_to_verb(where.before)


def _leads_to_verb(before: Sequence[str]) -> bool:
    if not before:
        return False
    return before[0] in _BEFORE_VERB or (before[0] == _TILL and len(before) > 1 and before[1] in _BEFORE_TILL)


def _begins_with_to(after: str) -> bool:
    """Whether a word is joined to ل, so that no other preposition stands before it: لقريته, not لسانه."""
    rest = after[1:]
    if not after.startswith("ل") or len(rest) < SHORTEST:
        return False
    whole, part = shipped().spellings(after), shipped().spellings(rest)
    return bool(part) and (not whole or part[0].weight > whole[0].weight + COMMONER)


def idiom_odds(word: str, where: Surroundings) -> float:
    """What the neighbours add to the odds (natural logarithm) in a phrase: الله تعالى, ما يسمى, وغني عن البيان.

    >>> idiom_odds("تعالي", Surroundings(["الله"], False, "")), idiom_odds("تعالي", Surroundings(["لها"], False, "هنا"))
    (8.0, 0.0)
    """
    last = where.before[0] if where.before else ""
    if word == _EXALTED:
        met = without_and(last) in _GOD
    elif word == _PLAIN:
        met = where.after == "عن"
    elif word in _NAMED:
        met = last in _WHAT
    else:  # ورحمه الله is a wish too
        met = last in _GREETING
        if not met and where.after == "الله":
            return -IDIOM_SWAY
    return IDIOM_SWAY if met else 0.0
