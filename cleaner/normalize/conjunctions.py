"""The conjunctions that a missing hamza makes alike: أن, إن and آن (with their endings), ألا and إلا.

The neighbours are known by their skeletons (see slips.py), so that no decision depends on what else was mended.
"""

from cleaner.normalize.surroundings import SAYING, Surroundings, skeletons, without_and
from cleaner.normalize.verbs import WANTING, has_past_ending, is_owned, is_present

_ENDS = ("", *skeletons("ه ها هم هما هن ك كم ني نا"), "نى")
BARE = frozenset(first + "ان" + end for first in ("", "و", "ف") for end in _ENDS)
EXCEPTIONS = frozenset(("الا", "والا"))
_ALONE = frozenset(("ان", "وان"))
_VERB_STARTS = ("ي", "ت", "ن", "ا")
SHORT_VERB = 3  # letters: not تلك
_SHORT_VERBS = skeletons("يرى ترى نرى يكن تكن نكن يقل تقل يقع تقع يصل تصل يعد تعد")
_OF_VERBS = ("ي", "ه", "ها", "هم", "هما", "ني", "نا", "ك", "كم", "يه", "يها", "يهم")  # of تنسي, يمسها, تهزيها

_BEFORE_IN = skeletons("حيث إذ بل ثم حتى كلا والله ما")  # والله إن, ما إن عاد
_CALLING = skeletons("يا أيها أيتها عباد")  # at the start of a sentence: أيها الناس، إن
_PRAISE = skeletons("سميع هو غفور ولي نعم جواد كريم رؤوف عليم")  # إنه سميع مجيب, after a comma
_BEFORE_AN = skeletons(
    "على إلى من عن في مع بعد قبل منذ دون رغم كما غير إلا سوى لولا يمكن يجب ينبغي سبق يبدو مجرد بمجرد بما بيد"
)
_IF = ("يكن", "يشا", "يك")  # إن يكن
_CONDITION = skeletons(
    "كان كانت كنت كنا كانوا لم شاء شئت شئتم استطاع استطعت أمكن أمكنك أردت أردتم أردنا أحببت أحببتم أعجبك صح صحت سألتني"
    " لزم بدا وجد تعذر اضطر اقتضى تيسر أبدى"
)  # «ان كان» is a condition: إن
_HAPPENING = skeletons(
    "لبث يلبث تلبث لبثت لبثوا يلبثوا حدث يحدث صادف حصل اتفق الأمر كان وكان لدرجة يوم حد شاء"
)  # أن عادت after it
FIFTH_FORM, _IN_T = 5, frozenset(("تفاوت", "تهافت", "تشتت", "تعنت", "تنصت"))  # letters; and nouns
_TIME = skeletons("الأوان الآوان")  # آن الأوان
_FOR_ONE = skeletons("لنا لك لكم لي لهم لها له لهذا لهذه للجميع")  # آن لنا أن
_THAT = ("ان", "أن")
# Words that open a clause of their own: what was said before them rules no longer,
_PARTICLES = skeletons(
    "لقد قد لم لن الذي التي الذين لكي كي إذا لو بعدما عندما بينما كما يعني تعني يجب يمكن يبدو"
)  # unless a comma ends that clause: قال فلان، الذي لم يحضر، إن
_CLAIMING = skeletons(
    "مؤكدا مضيفا موضحا مشيرا معتبرا مبينا لافتا متوقعا مرجحا زاعما معلنا كاشفا مشددا منوها"
    " مؤكدة مضيفة موضحة مشيرة معتبرة مبينة لافتة متوقعة مرجحة أكد أضاف أوضح أعلن اعتبر ذكر أشار رأى"
    " أكدت أضافت أوضحت أعلنت اعتبرت ذكرت أشارت رأت يؤكد تؤكد يرى ترى كشف كشفت توقع توقعت زعم زعمت تبين اتضح"
)
_JOINED, _WAS = frozenset("بكل"), "كان"
_ENDINGS = ("نا", "وا")  # of words of five letters and more: فهمنا, ذكروا


def an_or_in(word: str, where: Surroundings) -> str:
    """What a bare ان with its endings stands for.

    >>> an_or_in("ان", Surroundings(["الوزير", "وقال"], False, "الخطة"))
    'إن'
    >>> an_or_in("انه", Surroundings(["فهمنا"], False, "يريد")), an_or_in("ان", Surroundings([], True, "الاوان"))
    ('أنه', 'آن')
    """
    start = word.index("ا")
    if word in _ALONE and _is_time(where):
        letter = "آ"
    else:
        letter = "إ" if word.startswith("ف") or _takes_in(word, where) else "أ"
    return word[:start] + letter + word[start + 1 :].replace("ى", "ي")


def _is_time(where: Surroundings) -> bool:
    return where.after in _TIME or (where.after in _FOR_ONE and where.rest.split()[1:2] in [[that] for that in _THAT])


def _takes_in(word: str, where: Surroundings) -> bool:
    to_do = word in _ALONE and _opens_verb_clause(where.after)
    if where.opens or not where.before:
        return not to_do
    last = where.before[0]
    if last == "سي" or where.before[:2] == ["ان", "سي"]:
        return True  # سي إن إن
    condition = word in _ALONE and _is_condition(where)
    if last in _BEFORE_AN or (last == "اما" and not condition):
        return False
    if to_do or (word == "ان" and without_and(last) in WANTING):
        return False
    if condition or last in _BEFORE_IN or last.removeprefix("و") in _BEFORE_IN:
        return True
    if where.apart and (where.after in _PRAISE or where.before[-1] in _CALLING):
        return True
    return _is_said(word, where)


def _is_condition(where: Surroundings) -> bool:
    """Whether a verb in the past follows: إن لزم الأمر, إن وصلت; after ما لبث and the like it is أن."""
    if where.after in _CONDITION:
        return True
    after = where.after
    if after.startswith("ال") or where.before[0] in _HAPPENING:
        return False
    return _is_fifth(after) or (has_past_ending(after) and not is_owned(after) and not is_present(after))


def _is_fifth(word: str) -> bool:
    """Whether a word is shaped as تغيرت is."""
    long = len(word) >= FIFTH_FORM and word not in _IN_T
    return long and word.startswith("ت") and word.endswith("ت") and word[-2] not in "يوا"


def _is_said(word: str, where: Surroundings) -> bool:
    """Whether a form of قال rules the clause, «، الذي لم يحضر،» between them or not, and another إن before وإن."""
    joined = word.startswith("و")
    loose = joined or where.apart
    for place, earlier in enumerate(where.before):
        bare = without_and(earlier)
        if bare in SAYING:
            return True
        if bare in _CLAIMING and where.before[place + 1 : place + 2] != ["عدم"]:  # طلب عدم ذكر اسمه
            return False
        follower = where.before[place - 1] if place else ""
        if _is_an_or_in(bare):
            led = place + 1 < len(where.before) and where.before[place + 1] in _BEFORE_AN
            if not loose or (not _opens_verb_clause(follower) and (led or bare not in BARE)):
                return False
        elif _opens_clause(bare) and (not loose or not place or _is_an_or_in(follower)):
            return False
    return False


def _opens_clause(bare: str) -> bool:
    return bare in _PARTICLES or bare in WANTING or (len(bare) >= 5 and bare.endswith(_ENDINGS) and not is_owned(bare))


def _opens_verb_clause(after: str) -> bool:
    """Whether a verb follows, as after أن and hardly ever after إن."""
    starts = after.startswith("ي") or (after.startswith("ن") and len(after) > SHORT_VERB) or after == "تكون"
    return starts and after not in _IF and is_present(after)


def _is_an_or_in(word: str) -> bool:
    """Whether the skeleton is that of أن or إن, after a preposition or with a pronoun too."""
    return word in BARE or (word[:1] in _JOINED and word[1:] in BARE and word != _WAS)


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
        return after in _SHORT_VERBS or (after.startswith("ي") and is_present(after))
    if is_present(after):
        return True
    return any(after.endswith(end) and is_present(after.removesuffix(end)) for end in _OF_VERBS)
