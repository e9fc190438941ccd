"""Words that only their neighbours decide: bare ان with its endings (أن or إن), علي and لدي (or على, لدى), الا.

The neighbours are known by their skeletons (see slips.py), so that no decision depends on what else was mended.
"""

from collections.abc import Collection

from cleaner.normalize.homographs import (
    COMMAND_SWAY,
    FIRST_PERSON_SWAY,
    HOMOGRAPHS,
    I_THAT,
    first_person_odds,
    may_be_first_person,
)
from cleaner.normalize.lexicon import shipped
from cleaner.normalize.rates import SURE
from cleaner.normalize.surroundings import Surroundings, skeletons, without_and
from cleaner.normalize.verbs import WANTING, is_present

_BARE = frozenset(
    first + "ان" + end for first in ("", "و", "ف") for end in ("", *skeletons("ه ها هم هما هن ك كم ني نا"))
)
_ALONE = frozenset(("ان", "وان"))
_THEN_TO, _VERB_STARTS = "فأن", ("ي", "ت", "ن")  # أما حلمها فأن ترى البحر
_EXCEPTIONS = frozenset(("الا", "والا"))
_PREPOSITIONS = frozenset(("علي", "وعلي", "لدي", "ولدي"))
_TO_ME = frozenset(("إلي", "وإلي"))  # and not إلى where no noun can follow: هي إلي كالأخت
_WITH_PREPOSITION = ("كال", "بال", "لل")  # how such a word begins

REACH = 110  # letters that one looks back for a form of قال: a title and a long name
_SAYING = skeletons(
    "قال قالت قالوا قالا قلت قلنا يقول تقول نقول أقول يقولون قائل قائلا قائلة قائلين القول بالقول قوله قولها قولهم"
)
_BEFORE_IN = skeletons("حيث إذ بل ثم حتى كلا والله")
_BEFORE_AN = skeletons(
    "على إلى من عن في مع بعد قبل منذ دون رغم كما غير إلا سوى لولا يمكن يجب ينبغي سبق يبدو مجرد بمجرد بما بيد"
)
_IF = ("يكن", "يشا", "يك")  # إن يكن
_CONDITION = skeletons("كان كانت كنت كنا كانوا لم شاء استطاع أمكن")  # «ان كان» is a condition: إن
# Words that open a clause of their own: what was said before them rules no longer.
_CLAUSE = skeletons(
    "لقد قد لم لن الذي التي الذين لكي كي إذا لو بعدما عندما بينما كما مؤكدا مضيفا موضحا مشيرا معتبرا مبينا"
    " مؤكدة مضيفة موضحة مشيرة معتبرة مبينة أكد أضاف أوضح أعلن اعتبر ذكر أشار رأى أكدت أضافت أوضحت أعلنت اعتبرت"
    " ذكرت أشارت رأت يعني يجب يمكن يبدو يؤكد يرى تعني ترى"
)
_AFTER_VAN = skeletons("دايك غوخ جوخ دام دير دي ديك در دن غال بيرسي باستن")
RARE_NAME = -12.0  # weight in the lexicon, below which a word may be a foreign name
_PARTICLES = frozenset("بكل")
_NO_PREPOSITION_AFTER = skeletons("من إلى عن على في مع بين عند لدى منذ")
_NO_PREPOSITION = ("بأس",)  # what looks like one joined to a noun
_VERB_ENDINGS = ("نا", "وا")  # of words of five letters and more: فهمنا, ذكروا

NAME_SWAY, OBJECT_SWAY = -4.0, 2.0  # what a name's or an object's neighbourhood adds to the odds, as natural logarithm
VAGUE_SWAY = -0.8  # of an object after what may be a verb: عرض علي المدير is "offered me" as well
ME_SWAY = 2.5  # for علي as "on me", where so many unlike words, at least, and so many among all tell of oneself:
FEWEST_SIGNS, TOKENS_A_SIGN = 2, 60
OBLIGED_SWAY = -1.5  # of كان and its like before: كان علي كل مساء is عليّ, كان علي الطاولة may be على
SURNAME_SWAY = -1.5  # of what looks like a surname, and may be a noun: علي الأحمدي, على الكرسي
_TITLES = skeletons(
    "محمد أحمد حسن حسين شيخ إمام سيد دكتور د رئيس أستاذ مهندس محامي شاعر كاتب ممثل مطرب ناقد معلق مذيع صحفي إعلامي"
    " أديب روائي مؤلف مؤرخ مفكر باحث داعية مستشار محافظ قائد زعيم رائد نقيب مقدم حارس مهاجم مدافع حكم شهيد مرحوم راحل"
    " رسام ملحن حاج نبي سيدنا بن ابن أبو أبي آل عم ملك أمير سلطان عقيد لواء عميد وزير قاضي مخرج فنان"
    " لاعب كابتن مدرب نائب اسمه مدعو يا"
)
_ME = (
    *("أنا", "وأنا", "انا", "وانا", "كنت", "وكنت", "لي", "بي", "معي", "مني", "عني", "عندي", "نفسي"),
    *("أنني", "أني", "إنني", "إني", "انني", "اني", "لأنني", "لأني"),
)
_OTHER_PREPOSITIONS = skeletons("مع إلى عن بين عند لدى على")  # none stands beside another: that one is a name
_NAMES = skeletons(
    "محمود خالد سالم صالح عمر عثمان يوسف سعيد سعد إبراهيم إسماعيل مصطفى موسى ناصر فهد كريم جعفر عباس مهدي هادي رضا كاظم"
    " جواد حيدر طارق طلال وليد زيد زياد فيصل ماجد سامي سمير عادل جمال كمال جلال ياسر فاطمة زينب مريم خديجة عائشة"
    " عبدالله الله الرحمن العزيز القادر الرزاق الكريم"
)  # before وعلي
_FAMILY = skeletons("بن ابن عبد أبو آل حسن حسين محمد أحمد باشا بك رضي كرم عليه صالح ناصر")
_OBLIGING = skeletons(
    "كان كانت يكون يكن تكن يجب ينبغي يتوجب يتعين وجب تعين لزم صار بات أصبح لكن أن"
)  # علي أن after it: عليّ
_GOVERNING = skeletons(
    "الحصول القضاء الحفاظ المحافظة حفاظا التعرف الاعتماد اعتمادا السيطرة الاطلاع التغلب الموافقة العثور التركيز بناء"
    " علاوة ردا تعليقا زيادة قادر قادرة قادرين القدرة قدرة قائم قائمة"
)  # nouns that ask for على
_OBJECT = ("ال", "هذ", "تلك", "ذلك", "ما", "كل", "اي", "جميع", "بعض", "نحو", "عدم", "سبيل", "رغم", "مدي")


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
    joined = word.startswith("و")
    for place, earlier in enumerate(where.before):
        bare = without_and(earlier)
        if bare in _SAYING:
            return True
        if joined and earlier in _BARE and place + 1 < len(where.before) and where.before[place + 1] not in _BEFORE_AN:
            continue  # قال إنه … وإنها
        if bare in _CLAUSE or (len(bare) >= 5 and bare.endswith(_VERB_ENDINGS)) or _is_an_or_in(bare):
            return False
    return False


def _opens_verb_clause(after: str) -> bool:
    """Whether a verb follows, as after أن and hardly ever after إن."""
    return after.startswith("ي") and after not in _IF and is_present(after)


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
    verb = len(where.after) > 3 and where.after.startswith(("ي", "ت")) and not where.after.endswith("ه")
    return word.replace("الا", "ألا" if verb else "إلا")


def preposition_odds(word: str, where: Surroundings) -> float:
    """What the neighbours add to the odds (natural logarithm) that علي is على, and لدي is لدى.

    >>> preposition_odds("علي", Surroundings(["الرجل"], False, "الجبل"))
    2.0
    >>> preposition_odds("علي", Surroundings(["الشيخ"], False, ""))
    -4.0
    """
    last = where.before[0] if where.before else ""
    bare = without_and(last)
    title = last.removeprefix("و").removeprefix("ال").removesuffix("ها").removesuffix("ه")  # نائبه, محاميها
    listed = word.startswith("و") and (last in _NAMES or title in _NAMES)
    named = listed or title in _TITLES or where.after in _FAMILY
    beside = not _OTHER_PREPOSITIONS.isdisjoint((last.removeprefix("و"), where.after))
    paired = where.after.startswith("و") and where.after[1:] in ("علي", *_NAMES)  # سالم علي وخالد
    obliged = where.after == "ان" and (bare in _OBLIGING or word.startswith("و"))
    if named or paired or beside or obliged or where.closes or bare in _SAYING:
        return NAME_SWAY
    if bare in _GOVERNING:
        return OBJECT_SWAY
    if where.after.startswith("ال") and where.after.endswith("ي"):
        return SURNAME_SWAY
    if bare in _OBLIGING:
        return OBLIGED_SWAY
    if not where.after.startswith(_OBJECT):
        return 0.0
    return OBJECT_SWAY if bare.startswith("ال") else VAGUE_SWAY


def joins_two_prepositions(word: str, better: str, where: Surroundings) -> bool:
    """Whether a hamza put after ب or ل would make a second preposition: in باري and من باقل the letter is the stem's.

    >>> joins_two_prepositions("باقل", "بأقل", Surroundings(["من"], False, ""))
    True
    """
    if better[0] not in "بل" or word[1:2] != "ا" or better[1] == "ا" or better.startswith(_NO_PREPOSITION):
        return False
    return bool(where.before) and where.before[0] in _NO_PREPOSITION_AFTER


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
        or word in _PREPOSITIONS
        or word in _TO_ME
        or word in HOMOGRAPHS
        or word.startswith(("با", "لا"))
        or (odds + COMMAND_SWAY < SURE and may_be_first_person(word))
    )


def own_odds(word: str, tokens: Collection[str]) -> float:
    """What is added to the odds (natural logarithm) that علي, إلي, لدي stay, where their writer speaks of himself.

    `tokens`: all unlike ones of the document.

    >>> own_odds("علي", {"كنت", "وأنا"}), own_odds("علي", {"كانت", "وأنا"})
    (2.5, 0.0)
    """
    if word not in _PREPOSITIONS and word not in _TO_ME:
        return 0.0
    signs = sum(sign in tokens for sign in _ME)
    return ME_SWAY if signs >= FEWEST_SIGNS and signs * TOKENS_A_SIGN >= len(tokens) else 0.0


def sway(word: str) -> float:
    """How much its neighbours can add to the odds (natural logarithm) that a word was meant to be another."""
    if word in _PREPOSITIONS:
        return OBJECT_SWAY
    return FIRST_PERSON_SWAY if may_be_first_person(word) else 0.0


def in_context(word: str, better: str, odds: float, where: Surroundings) -> str:
    """What a word stands for here; `better` is what it was meant to be, at these odds, as far as the word alone tells.

    >>> in_context("علي", "على", 0.0, Surroundings(["الرجل"], False, "الجبل"))
    'على'
    >>> in_context("علي", "على", 0.0, Surroundings(["الشيخ"], False, "الطنطاوي"))
    'علي'
    """
    if (word == "فان" and is_dutch(where)) or (word == _THEN_TO and where.after.startswith(_VERB_STARTS)):
        return word
    if word in HOMOGRAPHS:
        return HOMOGRAPHS[word](word, better, where)
    if is_contextual(word):
        return an_or_in(word, where)
    if word in _EXCEPTIONS:
        return illa_or_alla(word, where)
    if word in _TO_ME and (
        where.closes or where.after in _OTHER_PREPOSITIONS or where.after.startswith(_WITH_PREPOSITION)
    ):
        return word
    if word in _PREPOSITIONS and odds + preposition_odds(word, where) < SURE:
        return word
    if may_be_first_person(word) and odds + first_person_odds(better, where) < SURE:
        return word
    if joins_two_prepositions(word, better, where):
        return word
    return better
