"""Words whose hamza, lost or not, the rest of a phrase settles: إثر حادث, آثر البقاء, أذان الفجر, آلام المفاصل.

The neighbours are known by their skeletons (see slips.py), so that no decision depends on what else was mended.
"""

from collections.abc import Callable

from cleaner.normalize.final_letters import ends_in_marbuta
from cleaner.normalize.surroundings import Surroundings, last_word, skeletons
from cleaner.normalize.wasl import is_verbal_noun

_TWO_BROTHERS = skeletons("رايت رحباني الرحباني غريم لوميير كارامازوف كرامازوف هما كانا هذان هذين شقيقان شقيقين توأمان")
_PREFERRED = skeletons("البقاء الصمت السكوت التريث العزلة عدم ألا أن الرحيل الانسحاب التنحي الابتعاد السلامة")
_LEFT_BY = skeletons("له لها لهم لا أي كل بل هي ذا ذات بلا دون ترك يترك تركت تترك وله ولا أكبر أعظم أبلغ")
_AFFECTED = skeletons("سلبا إيجابا سلبيا في على بالغ كبير واضح ملموس طيب سيئ سلبي إيجابي عميق بالغا كبيرا عكسي")
_EVENTS = skeletons(
    "هجوم حادث خلاف خلافات وفاة وفاته إصابته إصابتها إصابة أزمة نوبة سكتة غارة قصف عملية محاولة زلزال فيضانات مشاجرة"
    " معركة معارك سقوط سقوطه فوز هزيمة خسارة مقتل خروج صدور قرار مرض جلطة ضربة حريق حملة مباراة خطأ تعرضه تعرضها تعرض"
    " فوزه فوزها خسارته خسارتها هزيمته هزيمتها وفاتها مقتله مقتلها إصابتهم"
    " تفجير تصادم تدهور هطول ارتفاع تسرب إعلان إقالة مواجهات تصريحات عاصفة سيول"
)
_PRAYERS = skeletons("الفجر الظهر العصر المغرب العشاء الجمعة الصلاة")
_DEAF = skeletons("صاغية صماء")
_FORWARD = skeletons("إلى من نحو")
_IMAMS = skeletons("محمد أحمد علي مالك الحسين حسن أبو أبي ابن الشافعي جعفر يحيى سلطان مسلم الغزالي")
_FELT = skeletons("شعر تشعر يشعر أشعر شعور الشعور متأثرا متأثرة أصيب إحساس الإحساس مليء مليئة")
_HURT = skeletons("شديدة حادة مبرحة الظهر المفاصل الرأس المعدة البطن الأسنان العضلات الرقبة الحوض الولادة المخاض الحيض")
_WHICH = skeletons("شخص شيء واحد طرف نوع عمل منهم منها منكم منا منهما أحد مكان وقت يوم")
_BEFORE_VALLEY = skeletons("من في إلى عن على عبر نحو حول داخل بين")
_WITH_RULES = skeletons("قانون هذا هذه المادة مادة مواد نظام قضائية شرعية عرفية قاسية مخففة مشددة نهائية صادرة")
_BEFORE_ELIAS = skeletons(
    "أبو أبي مار سان الخوري الأب المطران القديس السيد النبي الدكتور المرشد الأستاذ المهندس الرئيس"
)
_BEFORE_FATHER = skeletons("عن أنا وأنا هو وهو كل أي كان مثل أنت")
_OF_CHILDREN = skeletons("لثلاثة لأربعة لخمسة لستة لسبعة لطفل لطفلين لطفلة لطفلتين لولدين لابنتين لبنتين حنون قاس صالح")
_OF_NUMBERS = skeletons(
    "الأولية الصحيحة الطبيعية الحقيقية المركبة الكسرية الزوجية الفردية السالبة الموجبة العشرية الكبيرة الهائلة"
    " المتزايدة الغفيرة الضخمة"
)
_TO_GOD = frozenset(("لله", "اليه"))
_AMEN = skeletons("اللهم آمين العالمين")


def _brethren(word: str, where: Surroundings) -> str:
    if where.after in _TWO_BROTHERS or last_word(where) in _TWO_BROTHERS:
        return ""
    return word.replace("اخوان", "إخوان").replace("ى", "ي")


def _trace(word: str, where: Surroundings) -> str:
    """اثر is إثر after an event, أثر as what is left, and آثر before what one likes better.

    >>> _trace("اثر", Surroundings(["مات"], False, "حادث")), _trace("اثر", Surroundings(["له"], False, "كبير"))
    ('إثر', 'أثر')
    >>> _trace("واثر", Surroundings(["سكت"], False, "البقاء"))
    'وآثر'
    """
    last = last_word(where)
    if where.after in _PREFERRED:
        alef = "آ"
    elif not word.endswith("ر"):  # اثرت
        return ""
    elif last in _LEFT_BY or where.after in _AFFECTED:
        alef = "أ"
    elif last == "علي" or where.after in _EVENTS or is_verbal_noun(where.after):
        alef = "إ"
    else:
        return ""
    return word.replace("ا", alef)


def _call(word: str, where: Surroundings) -> str:
    return word.replace("اذان", "أذان") if where.after in _PRAYERS else ""


def _ears(_: str, where: Surroundings) -> str:
    return "آذانا" if where.after in _DEAF else ""


def _forward(word: str, where: Surroundings) -> str:
    """الى الامام is إلى الأمام, unless a name follows."""
    if last_word(where) not in _FORWARD or where.after in _IMAMS or (where.after.startswith("ال") and not where.closes):
        return ""
    return word.replace("ام", "أم", 1)


def _pains(word: str, where: Surroundings) -> str:
    """الام are pains before where it hurts, and what one feels with ب; without it they may be the mother who feels."""
    feels = word.startswith("ب") and last_word(where) in _FELT
    return word.replace("ال", "آل") if feels or where.after in _HURT else ""


def _and_any(_: str, where: Surroundings) -> str:
    return "وأي" if where.after in _WHICH or ends_in_marbuta(where.after) else ""


def _led_to(_: str, where: Surroundings) -> str:
    """وادى is وأدى where something is led to, and no preposition asks for a valley."""
    leads = " الى " in where.rest or " إلى " in where.rest
    return "وأدى" if leads and last_word(where) not in _BEFORE_VALLEY else ""


def _finger(word: str, _: Surroundings) -> str:
    return word.replace("اصبع", "إصبع")


def _tightly(_: str, where: Surroundings) -> str:
    """باحكام is بأحكام before what has them: بأحكام القانون."""
    return "" if where.after.startswith("ال") or where.after in _WITH_RULES else "بإحكام"


def _vessel(word: str, where: Surroundings) -> str:
    return word.replace("اناء", "آناء" if where.after == "الليل" else "إناء")


def _elias(_: str, where: Surroundings) -> str:
    return "إلياس" if last_word(where) in _BEFORE_ELIAS else ""


def _father(word: str, where: Surroundings) -> str:
    return word.replace("اب", "أب") if last_word(where) in _BEFORE_FATHER or where.after in _OF_CHILDREN else ""


def _numbers(word: str, where: Surroundings) -> str:
    """الاعداد is الأعداد before what is said of numbers: الأعداد الأولية, الأعداد الكبيرة."""
    return word.replace("اعداد", "أعداد") if where.after in _OF_NUMBERS or last_word(where) == "نظريه" else ""


def _to_god(word: str, where: Surroundings) -> str:
    """انا لله وانا إليه راجعون is of إن, not of أنا."""
    return word.replace("ا", "إ", 1) if where.after in _TO_GOD else ""


def _amen(_: str, where: Surroundings) -> str:
    return "آمين" if where.closes and last_word(where) in _AMEN else ""


HAMZA_PHRASES: dict[str, Callable[[str, Surroundings], str]] = {
    **{
        f"{start}اخوان{end}": _brethren
        for start in ("", "ال", "وال", "و", "لل", "بال")
        for end in ("", "ي", "ى", "نا", "كم")
    },
    **dict.fromkeys(("اثر", "واثر", "فاثر", "اثرت", "واثرت", "اثروا"), _trace),
    **dict.fromkeys(("اذان", "واذان", "باذان"), _call),
    **dict.fromkeys(("اذانا", "أذانا"), _ears),
    "الامام": _forward,
    **dict.fromkeys(("الام", "بالام", "والام"), _pains),
    "واي": _and_any,
    "وادى": _led_to,
    **dict.fromkeys(("الاعداد", "والاعداد", "بالاعداد", "للاعداد"), _numbers),
    "امين": _amen,
    **dict.fromkeys(("انا", "وانا", "فانا"), _to_god),
    **{
        f"{start}اصبع{end}": _finger
        for start in ("", "و", "ب", "ال", "بال")
        for end in ("", "ه", "ها", "ك", "ي", "هم", "كم", "ين", "ان")
    },
    "باحكام": _tightly,
    **dict.fromkeys(("اناء", "واناء"), _vessel),
    "الياس": _elias,
    **dict.fromkeys(("اب", "واب"), _father),
}
