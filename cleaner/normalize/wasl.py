"""Words that rightly begin with a bare alef: the hamzat wasl of Arabic grammar, told by the shape of the skeleton."""

import re

# The patterns are compiled when first used, and kept by `re`: most documents need none.
# ابن اسم امرأة اثنان and the like, with what may follow them
_NOUNS = "(?:ابن|ابنه|ابنت|ابنا|ابني|اسم|اسما|اسمي|امرا|امراه|امرات|امرو|اثن|اثنا|اثنت|اثنين|اثنتا|است)"
_ENDING = "(?:ا|ه|ها|هم|هما|هن|ك|كم|نا|ي|يه|يا|ات|اتي|اتها|اته|اتهم|ين|ون|ان|وا|ت|تا|تم|يون|يين|ني|وها|وه)?"
# the eighth form, its infix swallowed or hardened by the first letter of the root: اتفاق, ادعاء, اضطراب, ازدهار
_INFIXED = "(?:.ت|[صضطظ]ط|[زذد]د|[تدط])"  # not د after other letters: اصدار, ابداع are of the fourth form
_EIGHTH = f"ا{_INFIXED}[^ا]?"
_DERIVED = f"(?:است.{{2,4}}|ان..ا?.|{_EIGHTH}ا?.|ا...ا.){_ENDING}"  # tenth, seventh, eighth forms; ninth: احمرار
_VERBAL_NOUN = f"(?:است.{{1,3}}|ان..|ا{_INFIXED}.)ا.{_ENDING}"  # استخدام, انفجار, اختلاف, اتفاق
_IMPERATIVE = f"ا...{_ENDING}"  # اكتب, اقرأ
_ARTICLE = "ال.+"
_NOUN = f"{_NOUNS}{_ENDING}"


def may_be_bare(stem: str) -> bool:
    """Whether a stem (a skeleton from its first alef on) can be right without a hamza.

    >>> [may_be_bare(stem) for stem in ("اجتماع", "استخدام", "اسم", "اكتب", "القمر")]
    [True, True, True, True, True]
    >>> [may_be_bare(stem) for stem in ("انا", "اذا", "اميركي", "اسرائيل")]
    [False, False, False, False]
    """
    return re.fullmatch(f"{_DERIVED}|{_IMPERATIVE}|{_ARTICLE}|{_NOUN}", stem) is not None


def looks_imperative(stem: str) -> bool:
    """Whether only as an imperative a stem (a skeleton from its first alef on) can be right without a hamza.

    >>> looks_imperative("اعلم"), looks_imperative("اجتماع"), looks_imperative("اختها")
    (True, False, True)
    """
    if re.fullmatch(_IMPERATIVE, stem) is None:
        return False
    return re.fullmatch(f"(?!ا.ت{_ENDING}$){_DERIVED}|{_ARTICLE}|{_NOUN}", stem) is None


def is_hollow(stem: str) -> bool:
    """Whether a long vowel stands where an imperative has a letter of its root: أقول, أسود, أثاث.

    >>> is_hollow("اقول"), is_hollow("اكتب"), is_hollow("امضوا")
    (True, False, False)
    """
    return re.match("ا.[اوي].", stem) is not None


def is_bare(stem: str) -> bool:
    """Whether grammar asks for the bare alef: the article and imperatives are left out, as أ makes other words of them.

    >>> is_bare("استخدام"), is_bare("اسم"), is_bare("الحظ")
    (True, True, False)
    """
    return re.fullmatch(f"{_DERIVED}|{_NOUN}", stem) is not None


def is_verbal_noun(stem: str) -> bool:
    """Whether the stem is shaped like a verbal noun of these forms, where no verb's first person has أ.

    >>> is_verbal_noun("اختلاف"), is_verbal_noun("استشاره"), is_verbal_noun("اختلف")
    (True, True, False)
    """
    return re.fullmatch(_VERBAL_NOUN, stem) is not None


def is_derived(stem: str) -> bool:
    """Whether the stem is shaped like a verb or verbal noun of the seventh, eighth or tenth form.

    >>> is_derived("اجتماع"), is_derived("ازدهار"), is_derived("ارفع"), is_derived("ابداع")
    (True, True, False, False)
    """
    return re.fullmatch(_DERIVED, stem) is not None
