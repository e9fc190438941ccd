"""Words that one spelling without hamzas or dots makes alike, and that stand in different company.

الي is إلى, or the relative of dialects; اني is أني or إني, or the pronoun of one; ايه is أية, or the question of one;
القران is القرآن, or marriage; احمر is أحمر, or what a face did; سنه is سنة, or his age; سالت is سألت, or
what blood did.
"""

from collections.abc import Callable

from cleaner.normalize.surroundings import Surroundings, skeletons, without_and
from cleaner.normalize.verbs import COLOURS, WANTING, has_past_ending, is_known, is_owned, is_past, is_present

_CLAUSE_STARTS = skeletons(  # after the relative, and not after إلى
    "فيه فيها عليه عليها منه منها عنده عندي عندها عندهم عندك له لها لهم لي معه معها معي هو هي هم أنا أنت احنا نحن لا لم"
    " لن ما محد ليس مو مش قد كان كانت كانوا كنت صار صارت في على من عند مع ب يا اسمه اسمها ثم قائلا قائلة وقال وقالت"
)
_AFTER_ILA = skeletons("أن هذا هذه ذلك تلك هنا هناك هؤلاء كل أي غير حيث جانب")  # of words that take no article
_BEFORE_UNDOTTED = skeletons("زي غير مثل هو هي هم احنا أنا أنت")  # no إلى after them
_BECAME = skeletons("قد لقد فقد وقد حتى ثم لما فلما كلما إذا حين حينما عندما")  # before a verb in the past
_FACE = ("وجه", "لون", "عين")
_MY_FACE = ("وجهي", "وجهه", "وشي", "وشه", "خده", "خدي")  # before: وشي احمر in dialects
# Words that stay beside certain others, before them or after: إقام الصلاة, كبر سنه, الليل بطوله.
_BESIDE: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "إقام": (frozenset(), skeletons("الصلاة")),
    "وإقام": (frozenset(), skeletons("الصلاة")),
    "مجموعه": (frozenset(("ما", "وما")), frozenset()),
    "إمرا": (skeletons("شيئا"), frozenset()),
    "حياه": (frozenset(), skeletons("الله")),
    **dict.fromkeys(("يجارى", "تجارى", "يبارى", "تبارى"), (skeletons("لا ولا"), frozenset())),
    "مهدى": (frozenset(), skeletons("إلى إليه إليها")),
    "سكنى": (skeletons("حق بدل لا ولا"), frozenset()),
    "السكنى": (skeletons("حق وحق بحق لحق بدل"), frozenset()),
    "فتاه": (skeletons("معه"), skeletons("يوشع")),
    "لفتاه": (skeletons("موسى"), frozenset()),
    "عوده": (skeletons("اشتد واشتد يشتد صلب قوي"), frozenset()),
    "سنه": (skeletons("كبر لكبر وكبر بكبر صغر لصغر وصغر حداثة لحداثة بلغت مثل"), frozenset()),
    "بطوله": (skeletons("الليل النهار اليوم العام الشهر الأسبوع الصيف الشتاء الطريق"), skeletons("وعرضه")),
}
_LONG = 4  # letters: shorter ones may well be nouns, as بعد
_BOTH = skeletons("في على من عند مع")  # prepositions: after إلى too, where a writer breaks off
_BEFORE_RELATIVE = skeletons(
    "من في عن على مع كل هذا هذه هذي ذا ذاك هو هي هم أنا أنت غير مثل زي شو شنو وش مين احلى أحسن"
)
_AFTER_WHAT = skeletons("ده دا دي اللي يا بس يعني هو هي رأيك رأيكم")
# Before what flows, and no word that asks.
_LIQUIDS = (
    "دم",
    "الدم",
    "دما",
    "دموع",
    "مياه",
    "المياه",
    "ماء",
    "الماء",
    "لعاب",
    "اللعاب",
    "عرق",
    "العرق",
    "السيول",
    "الاوديه",
)
_MACHINES = skeletons(
    "تصوير حاسبة موسيقية كاتبة حادة خياطة الحرب الزمن الغسيل غسيل عجن طباعة تسجيل قطع حلاقة واحدة جديدة العود عود نسخ"
    " الدولة القتل الإعلام التصوير"
)
_COMPANY = ("وصحب", "واصحاب", "وصحابت", "الطاهر", "الطيب", "الاطهار")
_WEDDING = skeletons("عقد عقدا كتب حفل عقدوا عقود")
_TO_AN = skeletons("على إلى من عن في مع بعد قبل رغم كما غير إلا لولا يمكن يجب سبق يبدو مجرد بما بيد حيث لا")
_SAYING = skeletons("قال قالت قالوا قلت قلنا يقول تقول نقول أقول يقولون قائلا قائلة والله بالله حتى بل إذ ثم")


def _relative(word: str, better: str, where: Surroundings) -> str:
    """الي stays where a clause follows; in a dialect wherever no noun does.

    >>> _relative("الي", "إلى", Surroundings(["الناس"], False, "يحبون"))
    'الي'
    >>> _relative("الي", "إلى", Surroundings(["ذهب"], False, "بيته"))
    'إلى'
    """
    last = where.before[0] if where.before else ""
    if where.closes or without_and(last) in _BEFORE_RELATIVE:
        return word
    return word if _opens_clause(where) or (where.colloquial and not _is_noun(where.after)) else better


def _undotted_relative(word: str, better: str, where: Surroundings) -> str:
    """الى is the relative of some dialects too, but nearly always إلى.

    >>> _undotted_relative("الى", "إلى", Surroundings(["احنا"], False, "اشتريناها", colloquial=True))
    'الى'
    """
    if not where.colloquial:
        return better
    led = bool(where.before) and where.before[0] in _BEFORE_UNDOTTED
    return word if led or (_opens_clause(where) and where.after not in _BOTH) else better


def _opens_clause(where: Surroundings) -> bool:
    """Whether a clause follows that is no noun: a verb, a pronoun, a negation."""
    after = where.after
    if after in _CLAUSE_STARTS or (after.startswith("بي") and is_present(after[1:])):
        return True
    if where.colloquial and len(after) > _LONG and after.startswith("ب") and is_present(f"ي{after[1:]}"):
        return True  # بعرضها: I show it
    return (after.startswith("ي") and is_present(after)) or (has_past_ending(after) and not is_owned(after))


def _is_noun(after: str) -> bool:
    return after.startswith("ال") or is_known(f"ال{after}") or after in _AFTER_ILA


def _what(word: str, better: str, where: Surroundings) -> str:
    """ايه is أية only before a noun without an article.

    >>> _what("ايه", "أية", Surroundings(["عايز"], False, "", True))
    'إيه'
    """
    asks = where.colloquial and word == ASKED and not _follows_preposition(where)
    if asks or where.closes or not where.after or where.after.startswith("ال") or where.after in _AFTER_WHAT:
        return "إيه" if word == ASKED else word
    return better


def _follows_preposition(where: Surroundings) -> bool:
    return bool(where.before) and where.before[0] in _TO_AN


def _kin(word: str, better: str, where: Surroundings) -> str:
    """اله is آله, his kin, in the blessing of the Prophet: وعلى آله وصحبه, عليه وآله وسلم; and آلة before what it does.

    >>> _kin("اله", "إله", Surroundings(["وعلي"], False, "وصحبه"))
    'آله'
    """
    last = where.before[0] if where.before else ""
    blessing = last == "وعلي" or (last == "عليه" and word.startswith("و")) or where.after.startswith(_COMPANY)
    if blessing:
        return word.replace("اله", "آله")
    return word.replace("اله", "آلة") if where.after in _MACHINES else better


def _asked(word: str, better: str, where: Surroundings) -> str:
    """سالت is سألت, or what blood and tears did.

    >>> _asked("سالت", "سألت", Surroundings([], True, "دماوه")), _asked("سال", "سأل", Surroundings([], True, "احد"))
    ('سالت', 'سأل')
    """
    last = where.before[0] if where.before else ""
    return word if where.after.startswith(_LIQUIDS) or last.startswith(_LIQUIDS) else better


def _ban(word: str, better: str, where: Surroundings) -> str:
    """بان is a name before another particle: بان كي مون.

    >>> _ban("بان", "بأن", Surroundings(["العام"], False, "كي"))
    'بان'
    """
    return word if where.after == "كي" else better


def _know(word: str, better: str, where: Surroundings) -> str:
    """واعلم أن is what a teacher says, and stays bare.

    >>> _know("واعلم", "وأعلم", Surroundings([], True, "انه"))
    'واعلم'
    """
    return word if where.after.startswith("ان") else better


def _hear(word: str, better: str, where: Surroundings) -> str:
    """اعلم, with a stop after it, opens what somebody is taught: اعلم، رحمك الله، أن."""
    return word if where.opens and where.closes else better


def _colour(word: str, better: str, where: Surroundings) -> str:
    """احمر is a verb too: قد احمر وجهه.

    >>> _colour("احمر", "أحمر", Surroundings(["قد"], False, "خده"))
    'احمر'
    >>> _colour("احمر", "أحمر", Surroundings([], True, "قان"))
    'أحمر'
    """
    last = where.before[0] if where.before else ""
    return word if last in _BECAME or last.startswith(_MY_FACE) or where.after.startswith(_FACE) else better


def _brought(word: str, better: str, where: Surroundings) -> str:
    """أتي is أتى, or what happened to who was brought, which is always said with ب; I come is آتي, and hardly an أتي.

    >>> _brought("أتي", "أتى", Surroundings(["ثم"], False, "به")), _brought("أتي", "أتى", Surroundings([], True, "هنا"))
    ('أتي', 'أتى')
    """
    return word if "آ" in better or where.after.startswith("ب") else better


def _forget(word: str, better: str, where: Surroundings) -> str:
    """انس is what one is told to forget something with, too: انس الأمر.

    >>> _forget("انس", "أنس", Surroundings([], True, "الامر")), _forget("انس", "أنس", Surroundings([], True, "بن"))
    ('انس', 'أنس')
    """
    return word if where.opens and where.after.startswith(("ال", "كل", "هذ", "ما")) else better


def _beside(word: str, better: str, where: Surroundings) -> str:
    """A word of _BESIDE.

    >>> _beside("سنه", "سنة", Surroundings(["صغر"], False, "")), _beside("سنه", "سنة", Surroundings(["كل"], False, ""))
    ('سنه', 'سنة')
    """
    before, after = _BESIDE[word]
    return word if (where.before and where.before[0] in before) or where.after in after else better


def _wedding(word: str, better: str, where: Surroundings) -> str:
    last = where.before[0] if where.before else ""
    return word if last.lstrip("وبل") in _WEDDING or last in _WEDDING else better


def _only(word: str, better: str, where: Surroundings) -> str:
    """أنما is إنما where a clause begins, and right after what rules it: علم أنما.

    >>> _only("أنما", "إنما", Surroundings(["علم"], False, "هي")), _only("أنما", "إنما", Surroundings([], True, "هي"))
    ('أنما', 'إنما')
    """
    return better if where.opens or where.apart or not where.before else word


def _i_that(word: str, _: str, where: Surroundings) -> str:
    """أني or إني; where nothing asks for either it stays, as the pronoun of a dialect or as "how".

    >>> _i_that("اني", "اني", Surroundings(["رغم"], False, "كنت")), _i_that("اني", "اني", Surroundings([], True, "هنا"))
    ('أني', 'اني')
    """
    last = where.before[0] if where.before else ""
    bare = without_and(last)
    before = word[: word.index("ا")]
    if bare in _SAYING or last in _SAYING:
        return f"{before}إني"
    if bare in _TO_AN or bare in WANTING or (last and is_past(bare)):
        return f"{before}أني"
    return word


ASKED = "ايه"  # the question of dialects, or أية
RELATIVES = frozenset(("الي", "والي", "الى", "ألى"))  # may be the relative of dialects
I_THAT = frozenset(("اني", "واني", "انى", "وانى"))
HOMOGRAPHS: dict[str, Callable[[str, str, Surroundings], str]] = {
    **dict.fromkeys(("الي", "والي"), _relative),
    **dict.fromkeys(("الى", "ألى"), _undotted_relative),
    **dict.fromkeys(("ايه", "أيه", "إيه"), _what),
    "القران": _wedding,
    **dict.fromkeys(("اله", "واله"), _kin),
    **dict.fromkeys(("واعلم", "فاعلم"), _know),
    "اعلم": _hear,
    "بان": _ban,
    "أنما": _only,
    **dict.fromkeys(I_THAT, _i_that),
    **dict.fromkeys(("أتي", "وأتي", "فأتي"), _brought),
    **dict.fromkeys(_BESIDE, _beside),
    "انس": _forget,
    **dict.fromkeys(("سال", "سالت", "وسال", "وسالت", "فسال", "فسالت"), _asked),
    **{first + colour: _colour for first in ("", "و", "ف") for colour in COLOURS},
}
