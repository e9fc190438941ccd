"""Words whose spelling the rest of a phrase settles: صلى الله عليه, المدعى عليه, آل سعود, إما أن, الإخوة المواطنون.

The neighbours are known by their skeletons (see slips.py), so that no decision depends on what else was mended.
"""

from collections.abc import Callable

from cleaner.normalize.final_letters import ends_in_marbuta
from cleaner.normalize.hamza_phrases import HAMZA_PHRASES
from cleaner.normalize.surroundings import Surroundings, last_word, skeletons
from cleaner.normalize.verbs import is_present
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
_LIMBS = skeletons(
    "يده يدها يدي اليد ساقه ساقها الساق قدمه قدمها القدم عينه عينها العين الجهة ركبته ذراعه كتفه الناحية الضفة"
)
_WISE = skeletons("الألباب الأبصار الأرحام النهى العزم الفضل")
_IN_CHARGE = skeletons("على من إلى وعلى")
_BEFORE_REMAINED = skeletons("ما وما الذي فيما مما قد لقد ثم")
_PLEADED = skeletons("أقام طلب قدم رفع أقامت تقدم استند زعم")

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
    if _PLURAL.fullmatch(where.after) is None and last_word(where) not in _SOME:
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


def _right_hand(_: str, where: Surroundings) -> str:
    return "اليمنى" if last_word(where) in _LIMBS else ""


def _owners(word: str, where: Surroundings) -> str:
    charged = where.after == "الامر" and last_word(where) in _IN_CHARGE
    return f"{word[:-1]}ي" if charged or where.after in _WISE else ""


def _remained(_: str, where: Surroundings) -> str:
    return "بقي" if not where.colloquial and last_word(where) in _BEFORE_REMAINED else ""


def _spells_out(where: Surroundings) -> bool:
    return where.after in _LETTER_NAMES or (bool(where.before) and where.before[0] in _LETTER_NAMES)


def _joined(word: str) -> tuple[str, ...]:
    """A word with the article and the particles before it."""
    return tuple(f"{start}{word}" for start in ("ال", "وال", "فال", "بال", "كال", "لل", "ولل"))


_PHRASES: dict[str, Phrase] = {
    **HAMZA_PHRASES,
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
    "اليمني": _right_hand,
    **dict.fromkeys(("أولى", "اولى", "لأولى", "لاولى", "وأولى"), _owners),
    "بقى": _remained,
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
