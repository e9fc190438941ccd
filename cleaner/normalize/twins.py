"""Words that lost their hamza and could have either: plurals (أعداد, numbers) and verbal nouns (إعداد, preparing)."""

import math

from cleaner.normalize.final_letters import ends_in_marbuta
from cleaner.normalize.lexicon import shipped
from cleaner.normalize.surroundings import Surroundings, skeletons, without_and
from cleaner.pattern import pattern

TWIN_SWAY = 4.0  # natural logarithm: what neighbours that ask for one of the two add to its odds
FAR = 5.0  # how much rarer (natural logarithm) a bare alef is, at least, so that it is no word: not اتباع
_BARE = pattern("([وف]?[بكل]?(?:ال)?|[وف]?لل)(ا[^اه]{2}ا[^اه])((?:ها|ه|هم|هما|نا)?)")
# Before what is done, and before what is counted or pointed at.
_BEFORE_DEED = skeletons(
    "تم يتم سيتم وتم ويتم عدم أجل بهدف بغرض بقصد بغية عملية عمليات محاولة جرى يجري سيجري قبل بعد أثناء عند ضرورة طريقة"
    " كيفية قرار يجب إعادة"
)
_PREPARED = skeletons("تقرير التقرير خطة الخطة دراسة مشروع برنامج قائمة الطعام وتنفيذ وتقديم")  # إعداد تقرير
_MADE = skeletons("تغيير تغييرات فرق نقلة ضرر خلل توازن تأثير أثر اختراق ثغرة فجوة")  # إحداث تغيير
_BEFORE_MANY = skeletons(
    "ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عدة كل جميع بعض كافة سائر مختلف هذه تلك"
    " معظم أغلب أحد إحدى"
)


def may_be_twin(word: str) -> bool:
    """Whether a word, which has no hamza, could be a plural or a verbal noun, and both are words.

    >>> may_be_twin("اعداد"), may_be_twin("اقلام"), may_be_twin("اتصال")
    (True, False, False)
    """
    match = _BARE.fullmatch(word)
    if match is None:
        return False
    weights = {spelling.word[0]: spelling.weight for spelling in reversed(shipped().spellings(match[2]))}
    return {"أ", "إ"} <= weights.keys() and weights.get("ا", -math.inf) < max(weights.values()) - FAR


def twin(word: str, where: Surroundings) -> str:
    """The hamza that the neighbours ask for, or "".

    >>> twin("اعداد", Surroundings(["تم"], False, "الطعام")), twin("اعداد", Surroundings(["في"], False, "كبيره"))
    ('إ', 'أ')
    """
    last = without_and(where.before[0]) if where.before else ""
    if last in _BEFORE_MANY or ("ال" not in word[:4] and ends_in_marbuta(where.after)):  # وسائل الإعلام العربية
        return "أ"
    made = (word.endswith("اعداد") and where.after in _PREPARED) or (word.endswith("احداث") and where.after in _MADE)
    return "إ" if made or last in _BEFORE_DEED else ""


def with_hamza(word: str, hamza: str) -> str:
    """The word with a hamza on the first letter of its stem.

    >>> with_hamza("والاعداد", "إ")
    'والإعداد'
    """
    match = _BARE.fullmatch(word)
    return f"{match[1]}{hamza}{word[match.start(2) + 1 :]}" if match else word
