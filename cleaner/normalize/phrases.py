"""Words whose spelling the rest of a phrase settles: صلى الله عليه, المدعى عليه, آل سعود, إما أن, أذان الفجر.

The neighbours are known by their skeletons (see slips.py), so that no decision depends on what else was mended.
"""

from collections.abc import Callable

from cleaner.normalize.final_letters import ends_in_marbuta
from cleaner.normalize.surroundings import Surroundings, skeletons
from cleaner.normalize.verbs import is_present
from cleaner.normalize.wasl import is_verbal_noun
from cleaner.pattern import pattern

_ON_HIM = frozenset(("عليه", "عليها", "عليهم", "عليهما", "عليهن"))
_PROSECUTOR = skeletons("العام العامة العسكري العمومي الاتحادي")
_HOUSES = skeletons("سعود ثاني نهيان مكتوم خليفة عمران فرعون ياسين البيت ثنيان الشيخ محمد علي إبراهيم داود")
_PLURAL = pattern("ال.{2,}(?:ون|ين|ات)|ال(?:اعضا|كرام|قرا|اعزا|احبا|اشقا|اصدقا|زملا|افاضل)ء?|والاخوات")
_SURELY = skeletons("قد لقد فقد وقد")
_BEFORE_ATE = skeletons("من فمن ومن ما قد لقد الذي الذين ثم")
_BEFORE_RAISED = skeletons("ما مما قد لقد الذي بما")
_FEELINGS = ("جدل", "الجدل", "غضب", "استياء", "قلق", "ضجه", "موجه", "مخاوف", "دهشه", "حفيظه", "تساول", "شكوك", "اهتمام")
_OF_VERSES = skeletons("كريمة قرآنية واحدة عظيمة محكمة بينة جديدة سابقة كاملة طويلة قصيرة")
_LETTER_NAMES = skeletons("بي سي دي جي كي تي دبليو إف إس إتش إكس اند")  # none of them a common word
_CONTRASTED = ("ال", "من", "ما", "هذا", "هذه", "الذي")  # starts of what فأما is said of
_SOME = skeletons("بعض أحد أيها معظم جميع هؤلاء أيتها")
_TWO_BROTHERS = skeletons("رايت رحباني الرحباني غريم لوميير كارامازوف كرامازوف هما كانا")
_PREFERRED = skeletons("البقاء الصمت السكوت التريث العزلة عدم ألا أن الرحيل الانسحاب التنحي الابتعاد السلامة")
_LEFT_BY = skeletons("له لها لهم لا أي كل بل هي ذا ذات بلا دون ترك يترك تركت تترك وله ولا أكبر أعظم أبلغ")
_AFFECTED = skeletons("سلبا إيجابا سلبيا في على بالغ كبير واضح ملموس طيب سيئ سلبي إيجابي عميق بالغا كبيرا عكسي")
_EVENTS = skeletons(
    "هجوم حادث خلاف خلافات وفاة وفاته إصابته إصابتها إصابة أزمة نوبة سكتة غارة قصف عملية محاولة زلزال فيضانات مشاجرة"
    " معركة معارك سقوط سقوطه فوز هزيمة خسارة مقتل خروج صدور قرار مرض جلطة ضربة حريق حملة مباراة خطأ تعرضه تعرضها تعرض"
    " تفجير تصادم تدهور هطول ارتفاع تسرب إعلان إقالة مواجهات تصريحات عاصفة سيول"
)
_PRAYERS = skeletons("الفجر الظهر العصر المغرب العشاء الجمعة الصلاة")
_DEAF = skeletons("صاغية صماء")
_FORWARD = skeletons("إلى من نحو")
_IMAMS = skeletons("محمد أحمد علي مالك الحسين حسن أبو أبي ابن الشافعي جعفر يحيى سلطان مسلم الغزالي")
_FELT = skeletons("شعر تشعر يشعر أشعر شعور الشعور متأثرا متأثرة أصيب يعاني تعاني إحساس الإحساس مليء مليئة")
_HURT = skeletons("شديدة حادة مبرحة الظهر المفاصل الرأس المعدة البطن الأسنان العضلات الرقبة الحوض الولادة المخاض الحيض")
_LIMBS = skeletons(
    "يده يدها يدي اليد ساقه ساقها الساق قدمه قدمها القدم عينه عينها العين الجهة ركبته ذراعه كتفه الناحية الضفة"
)
_WISE = skeletons("الألباب الأبصار الأرحام النهى العزم الفضل")
_IN_CHARGE = skeletons("على من إلى وعلى")
_BEFORE_REMAINED = skeletons("ما وما الذي فيما مما قد لقد ثم")
_PLEADED = skeletons("أقام طلب قدم رفع أقامت تقدم استند زعم لم")
_WHICH = skeletons("شخص شيء واحد طرف نوع عمل منهم منها منكم منا منهما أحد مكان وقت يوم")
_AMEN = skeletons("اللهم آمين العالمين")

_CHOICE = pattern(r"\s+(?:[^\s.،؛؟!:]+\s+){1,3}(?:أو|او|واما|وإما)\s")  # اما بالقلم او بالسيف
_ADJACENT = pattern(" [ء-ي]")  # no Latin word between, as in الـ CNN
Phrase = Callable[[str, Surroundings], str]


def _blessing(word: str, where: Surroundings) -> str:
    return word.replace("صلي", "صلى") if where.after == "الله" else ""


def _accused(word: str, where: Surroundings) -> str:
    return f"{word[:-1]}ى" if where.after in _ON_HIM else ""


def _prosecutor(word: str, where: Surroundings) -> str:
    return f"{word[:-1]}ي" if where.after in _PROSECUTOR or where.after in _PLEADED else ""


def _house(word: str, where: Surroundings) -> str:
    return word.replace("ال", "آل") if where.after in _HOUSES and _ADJACENT.match(where.rest) else ""


def _either(word: str, where: Surroundings) -> str:
    """اما أن is إما, and فاما at the head of a clause is فأما.

    >>> _either("اما", Surroundings([], True, "ان")), _either("فاما", Surroundings([], True, "اليتيم"))
    ('إما', 'فأما')
    """
    chosen = _CHOICE.match(where.rest) and not (where.opens or where.apart)
    if where.after == "ان" or chosen:
        return word.replace("ا", "إ", 1)
    begins = where.opens or where.apart
    return "فأما" if word == "فاما" and begins and where.after.startswith(_CONTRASTED) else ""


def _brothers(word: str, where: Surroundings) -> str:
    if _PLURAL.fullmatch(where.after) is None and _last(where) not in _SOME:
        return ""
    return f"{word.removesuffix('اخوة').removesuffix('اخوه')}إخوة"


def _ate(_: str, where: Surroundings) -> str:
    return "أكل" if where.before and where.before[0] in _BEFORE_ATE else ""


def _any(word: str, where: Surroundings) -> str:
    """اية is أية before a noun in ة that is no adjective of آية."""
    if where.closes or where.after in _OF_VERSES or not ends_in_marbuta(where.after):
        return ""
    return word.replace("اية", "أية")


def _in_turn(_: str, where: Surroundings) -> str:
    return "بأول" if where.before and where.before[0] == "اولا" else ""


def _not_to(_: str, where: Surroundings) -> str:
    return "بألا" if where.after.startswith(("ي", "ت", "ن")) and is_present(where.after) else ""


def _raised(word: str, where: Surroundings) -> str:
    led = bool(where.before) and where.before[0] in _BEFORE_RAISED
    return word.replace("اثار", "أثار") if led or where.after.startswith(_FEELINGS) else ""


def _saw(_: str, where: Surroundings) -> str:
    return "رأى" if where.before and where.before[0] in _SURELY else ""


def _letter_m(_: str, where: Surroundings) -> str:
    return "إم" if _spells_out(where) else ""


def _letter(word: str, where: Surroundings) -> str:
    return word if _spells_out(where) else ""


def _thanks(word: str, where: Surroundings) -> str:
    return word if where.after == "الله" and where.opens else ""


def _containing(word: str, where: Surroundings) -> str:
    return word if where.after == "علي" else ""


def _last(where: Surroundings) -> str:
    return where.before[0] if where.before else ""


def _brethren(word: str, where: Surroundings) -> str:
    if where.after in _TWO_BROTHERS or _last(where) in _TWO_BROTHERS:
        return ""
    return word.replace("اخوان", "إخوان").replace("ى", "ي")


def _trace(word: str, where: Surroundings) -> str:
    """اثر is إثر after an event, أثر as what is left, and آثر before what one likes better.

    >>> _trace("اثر", Surroundings(["مات"], False, "حادث")), _trace("اثر", Surroundings(["له"], False, "كبير"))
    ('إثر', 'أثر')
    >>> _trace("واثر", Surroundings(["سكت"], False, "البقاء"))
    'وآثر'
    """
    last = _last(where)
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
    if _last(where) not in _FORWARD or where.after in _IMAMS or (where.after.startswith("ال") and not where.closes):
        return ""
    return word.replace("ام", "أم", 1)


def _pains(word: str, where: Surroundings) -> str:
    return word.replace("ال", "آل") if _last(where) in _FELT or where.after in _HURT else ""


def _right_hand(_: str, where: Surroundings) -> str:
    return "اليمنى" if _last(where) in _LIMBS else ""


def _owners(word: str, where: Surroundings) -> str:
    charged = where.after == "الامر" and _last(where) in _IN_CHARGE
    return f"{word[:-1]}ي" if charged or where.after in _WISE else ""


def _remained(_: str, where: Surroundings) -> str:
    return "بقي" if not where.colloquial and _last(where) in _BEFORE_REMAINED else ""


def _and_any(_: str, where: Surroundings) -> str:
    return "وأي" if where.after in _WHICH or ends_in_marbuta(where.after) else ""


def _led_to(_: str, where: Surroundings) -> str:
    return "وأدى" if " الى " in where.rest or " إلى " in where.rest else ""


def _amen(_: str, where: Surroundings) -> str:
    return "آمين" if where.closes and _last(where) in _AMEN else ""


def _spells_out(where: Surroundings) -> bool:
    return where.after in _LETTER_NAMES or (bool(where.before) and where.before[0] in _LETTER_NAMES)


def _joined(word: str) -> tuple[str, ...]:
    """A word with the article and the particles before it."""
    return tuple(f"{start}{word}" for start in ("ال", "وال", "فال", "بال", "كال", "لل", "ولل"))


_PHRASES: dict[str, Phrase] = {
    **dict.fromkeys(("صلي", "وصلي"), _blessing),
    **dict.fromkeys(_joined("مدعي"), _accused),
    **dict.fromkeys(_joined("مدعى"), _prosecutor),
    **dict.fromkeys(("ال", "وال"), _house),
    **dict.fromkeys(("اما", "واما", "فاما"), _either),
    **dict.fromkeys((*_joined("اخوة"), *_joined("اخوه")), _brothers),
    "رأي": _saw,
    "اكل": _ate,
    "باول": _in_turn,
    "بالا": _not_to,
    **dict.fromkeys(("اثار", "واثار"), _raised),
    **dict.fromkeys(("اية", "واية", "باية", "لاية"), _any),
    **dict.fromkeys(("احمد", "واحمد"), _thanks),  # احمد الله
    **dict.fromkeys(("محتوي", *_joined("محتوي")), _containing),  # المحتوي على
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
    "اليمني": _right_hand,
    **dict.fromkeys(("أولى", "اولى", "لأولى", "لاولى", "وأولى"), _owners),
    "بقى": _remained,
    "واي": _and_any,
    "وادى": _led_to,
    "امين": _amen,
    "ام": _letter_m,
    "اي": _letter,
}
PHRASED = frozenset(_PHRASES)
PHRASE_SWAY = 12.0  # natural logarithm: what such a phrase outweighs, nearly whatever its writer's habits are


def in_phrase(word: str, where: Surroundings) -> str:
    """The spelling that a phrase asks for, or "" where the word stands in none.

    >>> in_phrase("صلي", Surroundings(["النبي"], False, "الله")), in_phrase("صلي", Surroundings([], True, "هنا"))
    ('صلى', '')
    >>> in_phrase("المدعي", Surroundings(["قال"], False, "عليه"))
    'المدعى'
    """
    return _PHRASES[word](word, where)
