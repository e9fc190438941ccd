"""Words that never begin with a bare alef, though the web writes them so nearly as often as rightly.

The lexicon has their bare spellings, as imperatives look alike and writers use them so much.
"""

from cleaner.pattern import pattern

NATIVE, BORROWED = -9.0, -4.0  # how much rarer (natural logarithm) the bare spelling is than the right one

_BEFORE = "[وف]?(?:[بكل]|ال|لل|بال|كال)?"
_PRONOUN = "(?:ه|ها|هم|هما|ك|كم|نا|ي)?"
_NATIVE = pattern(
    f"{_BEFORE}(?:"
    f"ان(?:جاز|ذار)(?:ات|ا)?{_PRONOUN}|انسان(?:ا|ة|ي|ية|يا)?|ان(?:تاج|قاذ|عاش|جاح|كار|قاص|هائ){_PRONOUN}"
    f"|انتاجي(?:ة|ا)?|اضاف(?:ة|ات)|اشاع(?:ة|ات)|ادمان{_PRONOUN}|اجنبي(?:ة|ا)?|اصدقا[ءئ]{_PRONOUN}|ابنائ{_PRONOUN}"
    f"|استاذ(?:ة|تي)?{_PRONOUN}|انشودة|اناني(?:ة|ا)?|انوثة|انثى|ادعية|اطماع{_PRONOUN}|اعجاب{_PRONOUN}"
    "|اخبار(?:ه|ها|هم|ك|كم|نا)|اولوي(?:ة|ات))"
    "|[وف]?(?:اطلاقا|اكيد|اسرع|احسن|احسنت)|[وف]?اعجب(?:ت?ني|ت?ه|ت?ها|ت?هم|ت?ك|ت?نا)|[وف]?ل(?:ابو|ابي|اخي|امي)"
    "|[وف]?ا[بخ][واي](?:ه|ها|هم|هما|ك|كم|نا)|[وف]ام(?:ها|هم|ك|نا)"  # أبوه, أخيها, وأمك
    f"|[وف]?(?:ارسل|اخبر|انقذ|اقنع|اكمل)(?:ت|وا|و)?{_PRONOUN}|[وف]?ا(?:ر|عط)(?:ني|نا)|[وف]?احب(?:ه|ها|هم|ك|كم)"
    "|[وف]?(?:ل|ك)ان(?:ك|كم|ني|هم|نا)"  # لأنك, كأنهم
)
_BORROWED = pattern(
    f"[وف]?اتمنى|{_BEFORE}(?:الكترون(?:ي|ية|يا|يات|يين)?|انزيم(?:ات)?|اديداس|انطوان|الكسندر|ايميلات|اكسسوارات|اندونيسي(?:ا|ة)?)"
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
