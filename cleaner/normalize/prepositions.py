"""Prepositions that a missing dot, or one too many, makes names or other words: علي and على, لدي and لدى, إلي and إلى.

The neighbours are known by their skeletons (see slips.py), so that no decision depends on what else was mended.
"""

from collections.abc import Collection, Iterator

from cleaner.normalize.surroundings import SAYING, Surroundings, skeletons, without_and
from cleaner.normalize.verbs import is_present
from cleaner.pattern import pattern

PREPOSITIONS = frozenset(("علي", "وعلي", "لدي", "ولدي"))
TO_ME = frozenset(("إلي", "وإلي"))  # and not إلى where no noun can follow: هي إلي كالأخت
_WITH_PREPOSITION = ("كال", "بال", "لل")  # how such a word begins
_NO_PREPOSITION_AFTER = skeletons("من إلى عن على في مع بين عند لدى منذ")
_NO_PREPOSITION = ("بأس",)  # what looks like one joined to a noun

_ALI = pattern(
    "(?<![ء-ي])(?:[ول]?(?:بن|ابن|أبو|ابو|آل) (على)(?![ء-ي])|(?:محمد|أحمد|احمد|محمود|حسن|حسين|خالد|عمر|سيد) (على)"
    "(?=[،؛»)]|\\.(?!\\.)| (?:باشا|بك) )|و?(على)(?= بن ))"
)
NAME_SWAY, OBJECT_SWAY = -4.0, 2.0  # what a name's or an object's neighbourhood adds to the odds, as natural logarithm
VAGUE_SWAY = -0.8  # of an object after what may be a verb: عرض علي المدير is "offered me" as well
ME_SWAY = 2.5  # for علي as "on me", where so many unlike words, at least, and so many among all tell of oneself:
FEWEST_SIGNS, TOKENS_A_SIGN = 2, 60
NOT_ME_SWAY = -3.5  # and for إلي as "to me", where not one of them does
DOTS_SWAY = 2.5  # and for each, where its like in ى is in use and no word that always ends in ى is dotted
NOT_I_SWAY = -1.5  # and for أنهي as "I end", beside أنهى
_FIRST_PERSON = pattern("[وف]?أ(?!وص)..ي")  # not أوصي: who advises need not speak of himself
OBLIGED_SWAY = -1.5  # of كان and its like before: كان علي كل مساء is عليّ, كان علي الطاولة may be على
FIXED_SWAY = 6.0  # of a word that stands after على in phrases, and after no name: علي الأقل
SURNAME_SWAY = -1.5  # of what looks like a surname, and may be a noun: علي الأحمدي, على الكرسي
_TITLES = skeletons(
    "محمد أحمد حسن حسين شيخ إمام سيد دكتور د رئيس أستاذ مهندس محامي شاعر كاتب ممثل مطرب ناقد معلق مذيع صحفي إعلامي"
    " أديب روائي مؤلف مؤرخ مفكر باحث داعية مستشار محافظ قائد زعيم رائد نقيب مقدم حارس مهاجم مدافع حكم شهيد مرحوم راحل"
    " رسام ملحن حاج نبي سيدنا بن ابن أبو أبي آل عم ملك أمير سلطان عقيد لواء عميد وزير قاضي مخرج فنان"
    " لاعب كابتن مدرب نائب اسمه مدعو يا"
)
_ME = (
    *("أنا", "وأنا", "انا", "وانا", "كنت", "وكنت", "لي", "بي", "معي", "مني", "عني", "عندي", "نفسي"),
    *("أنني", "أني", "إنني", "إني", "انني", "اني", "لأنني", "لأني", "قلت", "فقلت", "وقلت"),
)
_LIKE = {"علي": "على", "وعلي": "على", "إلي": "إلى", "وإلي": "إلى", "لدي": "لدى", "ولدي": "لدى"}
_DOTTED = (
    *("الي", "والي", "حتي", "وحتي", "متي", "سوي", "أخري", "اخري", "الأخري", "الاخري", "إحدي", "احدي", "الكبري", "كبري"),
    *("مستشفي", "المستشفي", "مستوي", "مدي", "أعلي", "اعلي", "أقصي", "اقصي", "موسي", "مصطفي"),
    *(
        "الدعوي",
        "دعوي",
        "جدوي",
        "شكوي",
        "الشكوي",
        "فتوي",
        "الفتوي",
        "عدوي",
        "الذكري",
        "الحلوي",
        "الفوضي",
        "فوضي",
        "منتدي",
    ),
    *(
        "المنتدي",
        "مقهي",
        "المقهي",
        "ملتقي",
        "الملتقي",
        "مغزي",
        "بمعني",
        "شتي",
        "قتلي",
        "القتلي",
        "جرحي",
        "الجرحي",
        "ضحي",
    ),
    *(
        "الموتي",
        "القوي",
        "تبقي",
        "يتعدي",
        "تتعدي",
        "يتخطي",
        "يتلقي",
        "تتلقي",
        "يتولي",
        "تتولي",
        "يتمني",
        "تتمني",
        "يتبقي",
    ),
    *("يتحدي", "تتحدي", "يخشي", "تخشي", "أبدي", "استولي", "تولي", "الشوري", "السفلي", "اليسري", "رؤي", "قصوي"),
    *("القري", "الصغري", "القصوي", "الذكري", "الأدني", "الادني", "أدني", "ادني", "يسعي", "تسعي", "انتهي", "أدي"),
)
_OTHER_PREPOSITIONS = skeletons("مع إلى عن بين عند لدى على")  # none stands beside another: that one is a name
_NAMES = skeletons(
    "محمود خالد سالم صالح عمر عثمان يوسف سعيد سعد إبراهيم إسماعيل مصطفى موسى ناصر فهد كريم جعفر عباس مهدي هادي رضا كاظم"
    " جواد حيدر طارق طلال وليد زيد زياد فيصل ماجد سامي سمير عادل جمال كمال جلال ياسر فاطمة زينب مريم خديجة عائشة"
    " حمزة طلحة الزبير عمار عمرو بكر أيوب سليمان داود يحيى أنس بلال"
    " عبدالله الله الرحمن العزيز القادر الرزاق الكريم"
)  # before وعلي
_HOUSE = "ال"  # آل
_KIN = ("اله", "الهم")  # محمد وعلى آله
_FAMILY = skeletons(
    "بن ابن عبد أبو آل حسن حسين محمد أحمد باشا بك رضي كرم عليه صالح ناصر محمود خالد سالم عثمان إسماعيل فهد كاظم جواد"
    " حيدر جعفر عباس مهدي طارق فيصل ماجد سامي سمير عادل ياسر"
)
_OBLIGING = skeletons(
    "كان كانت يكون يكن تكن يجب ينبغي يتوجب يتعين وجب تعين لزم صار بات أصبح لكن أن"
)  # علي أن after it: عليّ
_TELLING = skeletons("روى حكى ذكر أضاف أوضح صرح زعم كشف أعلن أفاد تذكر اعترف")  # علي أنه after it: no على
_GOVERNING = skeletons(
    "الحصول القضاء الحفاظ المحافظة حفاظا التعرف الاعتماد اعتمادا السيطرة الاطلاع التغلب الموافقة العثور التركيز بناء"
    " علاوة ردا تعليقا زيادة قادر قادرة قادرين القدرة قدرة قائم قائمة دليل حكر خطر خطرا تحفظا مشرفا مشرف الإشراف"
    " التدريب تدريب الكتابة حرصا ردود الضغط يعثر تعثر عثروا عثرت يعثرون حصلت حصلوا يحصل تحصل يحصلون"
    " يحرص تحرص يحافظ تحافظ يعتمد تعتمد يحتوي تحتوي ينص تنص يدل تدل يقتصر تقتصر"
    " اضغط اضغطي فاضغط المعلقة معلقة هطلت انعكس انعكست يشرف تشرف أشرفت أثنى اطلع الحصول"
)  # words that ask for على
_FIXED = skeletons(
    "الأقل الإطلاق الرغم الفور العكس الأرجح الأكثر الأغلب التوالي الدوام سبيل غرار صعيد الصعيد ضوء مدار هامش أساس"
    " الأساس قيد وشك متن أنقاض عاتق يد أيدي مستوى مقربة مضض أبواب أرض"
)
_NO_VERB = ("ه", "ها", "هم", "هما", "يه", "ات")  # ends of nouns and of verbs that have an object already
_OBJECT = ("ال", "هذ", "تلك", "ذلك", "ما", "كل", "اي", "جميع", "بعض", "نحو", "عدم", "سبيل", "رغم", "مدي")


def preposition_odds(word: str, where: Surroundings) -> float:
    """What the neighbours add to the odds (natural logarithm) that علي is على, and لدي is لدى.

    >>> preposition_odds("علي", Surroundings(["الرجل"], False, "الجبل"))
    2.0
    >>> preposition_odds("علي", Surroundings(["بيوم"], False, "الاقل"))
    6.0
    >>> preposition_odds("علي", Surroundings(["الشيخ"], False, ""))
    -4.0
    """
    if where.after in _KIN:
        return FIXED_SWAY
    last = where.before[0] if where.before else ""
    bare = without_and(last)
    title = last.removeprefix("و").removeprefix("ال").removesuffix("ها").removesuffix("ه")  # نائبه, محاميها
    listed = word.startswith("و") and (last in _NAMES or title in _NAMES)
    named = listed or last == _HOUSE or title in _TITLES or where.after in _FAMILY
    beside = not _OTHER_PREPOSITIONS.isdisjoint((last.removeprefix("و"), where.after))
    paired = where.after.startswith("و") and where.after[1:] in ("علي", *_NAMES)  # سالم علي وخالد
    acting = where.after.startswith("ي") and is_present(where.after)  # وعلي يضحك
    telling = where.after.startswith("ان") and bare in _TELLING
    obliged = where.after == "ان" and (bare in _OBLIGING or word.startswith("و"))
    if named or paired or acting or beside or obliged or telling or where.closes or bare in SAYING:
        return NAME_SWAY
    if where.after in _FIXED:
        return FIXED_SWAY
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


def ali_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where على can only be the name, in a text whose writer leaves out the dots of ي: بن على, محمد على, على بن.

    >>> list(ali_spans("زار محمد على، وجلس محمد على الأرض"))
    [(9, 12)]
    """
    return (match.span(match.lastindex or 1) for match in _ALI.finditer(text))


def own_odds(word: str, tokens: Collection[str]) -> float:
    """What is added to the odds (natural logarithm) that علي, إلي, لدي stay, by how their writer speaks of himself.

    `tokens`: all unlike ones of the document.

    >>> own_odds("علي", {"كنت", "وأنا"}), own_odds("علي", {"كانت", "وأنا"})
    (2.5, 0.0)
    >>> own_odds("إلي", {"كانت", "المدينة"}), own_odds("أنهي", {"كانت", "المدينة"})
    (-3.5, -1.5)
    """
    if word not in PREPOSITIONS and word not in TO_ME:
        first = word.endswith("ي") and _FIRST_PERSON.fullmatch(word) is not None
        return NOT_I_SWAY if first and not any(sign in tokens for sign in _ME) else 0.0
    signs = sum(sign in tokens for sign in _ME)
    if not signs and word in TO_ME:
        return NOT_ME_SWAY
    dots = DOTS_SWAY if _LIKE[word] in tokens and not any(other in tokens for other in _DOTTED) else 0.0
    return dots + (ME_SWAY if signs >= FEWEST_SIGNS and signs * TOKENS_A_SIGN >= len(tokens) else 0.0)


def to_odds(where: Surroundings) -> float:
    """What the neighbours add to the odds (natural logarithm) that إلي is إلى: before an article it seldom is "to me".

    >>> to_odds(Surroundings(["لتقديمهما"], False, "المجتمع")), to_odds(Surroundings(["نظر"], False, "الجد"))
    (2.0, 0.0)
    """
    last = where.before[0] if where.before else ""
    return OBJECT_SWAY if where.after.startswith(_OBJECT) and last.endswith(_NO_VERB) else 0.0


def is_to_me(where: Surroundings) -> bool:
    """Whether إلي stands where no noun can follow.

    >>> is_to_me(Surroundings(["هي"], False, "كالاخت")), is_to_me(Surroundings(["ذهب"], False, "بيته"))
    (True, False)
    """
    return where.closes or where.after in _OTHER_PREPOSITIONS or where.after.startswith(_WITH_PREPOSITION)
