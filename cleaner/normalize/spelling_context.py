"""Words that only their neighbours decide: bare ان with its endings (أن or إن), علي and لدي (or على, لدى), الا."""

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.normalize.rates import SURE


class Surroundings(NamedTuple):
    """Where a word stands: the words before it in its sentence, nearest last, and the one after it ("" for none)."""

    before: Sequence[str]
    opens: bool  # whether the word begins a sentence, or what follows a colon or an opening quote
    after: str


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BARE = frozenset(first + "ان" + end for first in ("", "و", "ف") for end in ("", *_words("ه ها هم هما هن ك كم ني نا")))
_EXCEPTIONS = _words("الا والا")
_PREPOSITIONS = _words("علي وعلي لدي ولدي")

REACH = 14  # words that one looks back for a form of قال: a title and a long name
_SAYING = _words(
    "قال قالت قالوا قالا قلت قلنا يقول تقول نقول أقول يقولون قائل قائلا قائلة قائلين القول بالقول قوله قولها قولهم"
)
_BEFORE_IN = _words("حيث إذ اذ بل ثم حتى كلا والله")
_BEFORE_AN = _words(
    "على إلى الى من عن في فى مع بعد قبل منذ دون رغم كما غير إلا الا سوى لولا يمكن يجب ينبغي سبق يبدو مجرد بمجرد بما بيد"
    " إما اما"
)
_CONDITION = _words("كان كانت كنت كنا كانوا لم شاء استطاع أمكن")  # «ان كان» is a condition: إن
# Words that open a clause of their own: what was said before them rules no longer.
_CLAUSE = _words(
    "لقد قد لم لن الذي التي الذين لكي كي إذا اذا لو بعدما عندما بينما كما مؤكدا مضيفا موضحا مشيرا معتبرا مبينا"
    " مؤكدة مضيفة موضحة مشيرة معتبرة مبينة أكد أضاف أوضح أعلن اعتبر ذكر أشار رأى اعلن اكد اضاف اوضح اشار أكدت أضافت"
    " أوضحت أعلنت اعتبرت ذكرت أشارت رأت اعلنت اكدت اضافت اوضحت اشارت يعني يجب يمكن يبدو يؤكد يرى تعني ترى"
)
_VERB_ENDINGS = ("نا", "وا")  # of words of five letters and more: فهمنا, ذكروا

NAME_SWAY, OBJECT_SWAY = -4.0, 2.0  # what a name's or an object's neighbourhood adds to the odds, as natural logarithm
_TITLES = _words(
    "محمد أحمد حسن حسين شيخ إمام امام سيد دكتور د رئيس أستاذ مهندس حاج نبي سيدنا بن ابن أبو ابو أبي آل عم ملك أمير"
    " سلطان عقيد لواء عميد وزير قاضي مخرج فنان لاعب كابتن مدرب نائب اسمه مدعو يا"
)
_FAMILY = _words("بن ابن عبد أبو ابو آل حسن حسين محمد أحمد باشا بك رضي كرم عليه صالح ناصر")
_OBJECT = ("ال", "هذ", "تلك", "ذلك", "أن", "ما", "كل", "أي", "جميع", "بعض", "نحو", "عدم", "سبيل", "رغم", "مدى")


def an_or_in(word: str, where: Surroundings) -> str:
    """What a bare ان with its endings stands for.

    >>> an_or_in("ان", Surroundings(["وقال", "الوزير"], False, "الخطة"))
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
    last = where.before[-1]
    if last in _BEFORE_AN:
        return False
    if last.removeprefix("و") in _BEFORE_IN or (word in ("ان", "وان") and where.after in _CONDITION):
        return True
    for earlier in reversed(where.before[-REACH:]):
        bare = _without_and(earlier)
        if bare in _SAYING:
            return True
        if bare in _CLAUSE or (len(bare) >= 5 and bare.endswith(_VERB_ENDINGS)) or _is_an_or_in(bare):
            return False
    return False


def _without_and(word: str) -> str:
    return word[1:] if word[0] in "وف" and len(word) > 3 else word


def _is_an_or_in(word: str) -> bool:
    """Whether the word is أن or إن already, after a preposition or with a pronoun too."""
    return word.lstrip("بلك").replace("أ", "ا", 1).replace("إ", "ا", 1) in _BARE


def illa_or_alla(word: str, where: Surroundings) -> str:
    """What a bare الا stands for: ألا before a verb, else إلا.

    >>> illa_or_alla("الا", Surroundings(["يجب"], False, "يكون"))
    'ألا'
    """
    verb = len(where.after) > 3 and where.after[0] in "يت" and not where.after.endswith("ة")
    return word.replace("الا", "ألا" if verb else "إلا")


def preposition_odds(where: Surroundings) -> float:
    """What the neighbours add to the odds (natural logarithm) that علي is على, and لدي is لدى.

    >>> preposition_odds(Surroundings(["وقف"], False, "الجبل"))
    2.0
    >>> preposition_odds(Surroundings(["الشيخ"], False, ""))
    -4.0
    """
    last = where.before[-1] if where.before else ""
    if last.removeprefix("و").removeprefix("ال") in _TITLES or where.after in _FAMILY:
        return NAME_SWAY
    return OBJECT_SWAY if where.after.startswith(_OBJECT) else 0.0


def is_contextual(word: str) -> bool:
    """Whether a word is judged where it stands alone, whatever its writer's habits: a bare ان is never right.

    >>> is_contextual("وانها"), is_contextual("كان")
    (True, False)
    """
    return word in _BARE


def sway(word: str) -> float:
    """How much its neighbours can add to the odds (natural logarithm) that a word was meant to be another."""
    return OBJECT_SWAY if word in _PREPOSITIONS else 0.0


def in_context(word: str, better: str, odds: float, where: Surroundings) -> str:
    """What a word stands for here; `better` is what it was meant to be, at these odds, as far as the word alone tells.

    >>> in_context("علي", "على", 0.0, Surroundings(["وقف"], False, "الجبل"))
    'على'
    >>> in_context("علي", "على", 0.0, Surroundings(["الشيخ"], False, "الطنطاوي"))
    'علي'
    """
    if is_contextual(word):
        return an_or_in(word, where)
    if word in _EXCEPTIONS:
        return illa_or_alla(word, where)
    if word in _PREPOSITIONS and odds + preposition_odds(where) < SURE:
        return word
    return better
