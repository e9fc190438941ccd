"""Words that never begin with a bare alef, though the web writes them so nearly as often as rightly.

The lexicon has their bare spellings, as imperatives look alike and writers use them so much.
"""

from cleaner.pattern import pattern

NATIVE, BORROWED = -9.0, -4.0  # how much rarer (natural logarithm) the bare spelling is than the right one

_BEFORE = "[وف]?(?:[بكل]|ال|لل|بال|كال)?"
_PRONOUN = "(?:ه|ها|هم|هما|ك|كم|نا|ي)?"
# Verbs of the fourth form of which no imperative of the first is in use, with the endings of their past.
_FOURTH = (
    "رسل|خبر|نقذ|قنع|كمل|فقد|نهك|تلف|غلق|بلغ|رغم|ربك|علن|سعف|سهم|سفر|صدر|عرب|وقف|فرج|زعج|حبط|خفق|طلق|نجز|نتج|دهش|ذهل"
    "|صلح|فسد|رهق|وجع|وصل|وضح|ودع|نذر|نجب|تقن|ثمر|درك|درج|ذاع|ضعف|ظهر|فلس|قلق|نعش|وشك|يقظ|يقن|وهم|مكن|سعد"
    "|نكر|فاد|قام|جاب|راد|دار|جاز|ساء|صاب|طال|طاح|عان|غاث|نار|شار|عاد|ضاف|تاح|حال|زال|هان|قال|خاف|بدع|شرق|مطر"
    "|حرز|فطر|عدم|وقد|نشأ|رجأ|طفأ|طفئ|خطأ|دان|كرم"
)
_NATIVE = pattern(
    f"{_BEFORE}(?:"
    f"ان(?:جاز|ذار)(?:ات|ا)?{_PRONOUN}|انسان(?:ا|ة|ي|ية|يا)?|ان(?:تاج|قاذ|عاش|جاح|كار|قاص|هائ){_PRONOUN}"
    f"|انتاجي(?:ة|ه|ا)?|اضاف(?:ة|ه|ات)|اشاع(?:ة|ه|ات)|ادمان{_PRONOUN}|اجنبي(?:ة|ه|ا)?|اصدقا[ءئ]{_PRONOUN}|ابنائ{_PRONOUN}"
    f"|استاذ(?:ة|ه|تي)?{_PRONOUN}|انشودة|اناني(?:ة|ا)?|انوثة|انثى|ادعية|اطماع{_PRONOUN}|اعجاب{_PRONOUN}"
    "|اخبار(?:ه|ها|هم|ك|كم|نا)|اولوي(?:ة|ات))"
    "|[وف]?(?:اطلاقا|اكيد|اسرع|احسن|احسنت|ارخص|اوفر|انظف|احلى)"
    "|[وف]?اعجب(?:ت?ني|ت?ه|ت?ها|ت?هم|ت?ك|ت?نا)|[وف]?ل(?:ابو|ابي|اخي|امي)"
    "|[وف]?ا[بخ][واي](?:ه|ها|هم|هما|ك|كم|نا)|[وف]ام(?:ها|هم|ك|نا)"  # أبوه, أخيها, وأمك
    f"|[وف]?ا(?:{_FOURTH})(?:ت|وا|و)?(?:ني|{_PRONOUN[3:-2]})?|[وف]?ا(?:ر|عط)(?:ني|نا)|[وف]?احب(?:ه|ها|هم|ك|كم)"
    "|[وف]?(?:ل|ك)ان(?:ك|كم|ني|هم|نا)"  # لأنك, كأنهم
)
_BORROWED = pattern(
    f"[وف]?اتمنى|{_BEFORE}(?:استرالي(?:ا|ة|ه)?|الكترون(?:ي|ية|يه|يا|يات|يين)?"
    "|انزيم(?:ات)?|اديداس|انطوان|الكسندر|ايميلات|اكسسوارات|اندونيسي(?:ا|ة)?)"
)


def rarity(written: str) -> float:
    """How much rarer such a word is than with its hamza; 0 for any other.

    >>> rarity("والانجازات"), rarity("الكترونية"), rarity("انهار")
    (-9.0, -4.0, 0.0)
    """
    if "ا" not in written[:4]:
        return 0.0
    if _NATIVE.fullmatch(written):
        return NATIVE
    return BORROWED if _BORROWED.fullmatch(written) else 0.0
