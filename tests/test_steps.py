"""Every step on one shared set of samples: what must stay stays, what is listed is mended, and the laws hold."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.normalize.fold import fold
from cleaner.normalize.glance import doubtful_lines
from cleaner.normalize.mask import shield, unshield
from cleaner.normalize.repair import PLAN, Orthography, Step, repair

ZWNJ, ZWJ, RLM = "\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}", "\N{RIGHT-TO-LEFT MARK}"
NBSP, SHADDA, FATHATAN, DAGGER = (
    "\N{NO-BREAK SPACE}",
    "\N{ARABIC SHADDA}",
    "\N{ARABIC FATHATAN}",
    "\N{ARABIC LETTER SUPERSCRIPT ALEF}",
)

INVISIBLE_AND_MARKS = (
    f"{ZWNJ}{ZWJ}{RLM}{NBSP}{SHADDA}{FATHATAN}{DAGGER}\N{ARABIC FATHA}\N{ARABIC HAMZA ABOVE}\N{ARABIC LETTER MARK}￼"
)

UNTOUCHED = {
    "prose": "وصل الوفد إلى الميناء قبل الفجر، وقالت المديرة: «ستبحر السفينة غدًا». فهل تصل؟",
    "prose with vowels": "أُعلن أن المعلّمين سيُكرَّمون، وأنّ الحفل يُقام مساءً.",
    "numbers": "بلغت النسبة 3.5 بالمئة و1,250 طنا و٣٫٥ و7:30 و12/5 و2-1 عام 2010م.",
    "versions": "صدر الإصدار 2.0.1 من Python 3.11 و3.12.",
    "domain": "موقع example.com و«العربية.نت» وwww.example.org/حلب؟q=1",
    "address": "انظر https://example.org/wiki/حلب,الشرقية?a=ب;c ثم راسل info@example.org",
    "tags": "#حـلب_الشرقية و@مـحمد و#ثورة، نعم",
    "code": "اكتب `س = قيمة,أخرى` أو <b class=x>كلمة</b> و&nbsp; هنا",
    "data": "حلب,دمشق,حمص,حماة",
    "list": "['حلب', \"دمشق\", 'حمص']",
    "object": '{"اسم": "حلب", "بلد": "سوريا"}',
    "abbreviations": "ق.م وم.ع.ج وأ.ف.ب وU.S. وص.ب 12",
    "slash and hyphen": "أيلول/ سبتمبر -على حد زعمه- وكانون الثاني / يناير - شباط",
    "stop in quotation marks": 'قال "نعم." ثم "انتهى الأمر."',
    "two stops": "انتهى الأمر.. ثم عاد... ثم ذهب",
    "dotted line": "المقدمة .......... 5",
    "smiley": "شكرا لكم :) و:( و ;)",
    "time": "من 8 : 30 إلى 9 : 15",
    "tatweel at edges": "بـ«عرقلة» وعام 1433هـ ولـ 5 آلاف ـ وهو ـ ــــــ",
    "marks shown alone": "علامات: الفتحة ( َ ) والضمة ( ُ ) والكسرة « ِ »",
    "scripture": f"قال تعالى ﴿ٱلحَمدُ لِلَّهِ رَبِّ ٱلعـٰلَمِينَ﴾ والرحم{DAGGER}ن ,",
    "vocalised": "قِفَا نَبكِ مِنْ ذِكرَى حَبيبٍ ومَنزِلِ",
    "verse": "يا ليل طل أو لا تطل   إني على العهد القديم\nما كنت أنسى من أحب   ولا أبدل من أقيم",
    "columns": "الاسم     العمر     المدينة\nأحمد\t30\tحلب",
    "line ends": "سطر\r\nسطر\r\n\r\n  سطر  \n\tسطر\n",
    "no-break space at a number": f"على بعد 20{NBSP}كم",
    "Persian": f"این کتاب را می{ZWNJ}خواهم ,که برای شماست; چرا?",
    "Persian, a list of few letters that tell": (
        f"سبزی آش یک کیلو\nرشته نیم کیلو\nنخود یک لیوان\nپیاز را خرد می{ZWNJ}کنیم.\n"
        f"بوی آش که می{ZWNJ}آید همه جمع می{ZWNJ}شوند."
    ),
    "Persian names with clubs in brackets": (
        f"دروازه{ZWNJ}بانان: سیامک مهرابی (پیکان)، امید رستگار (آلومینیوم)\n"
        f"مدافعان: یاسر صفی{ZWNJ}زاده (السد)، احسان نیک{ZWNJ}فر (الغرافه)، مجید قائمی (استقلال)"
    ),
    "one Persian line without letters of its own": "رضا کریمی سرمربی تیم",
    "Persian prizes with films in quotation marks": "بهترین تدوین: «راه باریک» (یاسمین نیکی)\nهیئت داوران: کیان سعیدی",
    "Urdu names with teams in brackets": "بولر: عمران یوسف (لاہور)، نسیم کمال (کراچی)\nکپتان: شاہد اکبر (ملتان)",
    "Persian quoted": f"قال المخرج: «این کتاب را می{ZWNJ}خواهم» ثم غادر القاعة",
    "Urdu": "یہ کتاب بہت اچھی ہے اور میں نے اسے پڑھا ہے۔",
    "Kurdish": "ئەم کتێبە زۆر باشە و من خوێندمەوە",
    "a Persian name": "التقى الوزير پرويز بالسفير چنگیز في مدينة گجرات أمس",
    "a label in another language": "العربية\nکوردی\nفارسی\nاتصل بنا",
    "English": f"Don't , stop ;  really ?? “No“ ”yes” a{ZWNJ}b 3 ,5",
    "French": "« Où ça ? » dit-il ; ”non”…  Bien !",
    "emoji": f"عائلة 👩{ZWJ}👧 و1433ه{ZWJ} تحية",
    "word signs": "النبي ﷺ وقال ﷻ ﷽",
    "lost letters": "قال ?نعم? ثم ????? عاد",
    "question in Latin": "فيلم Who? وأغنية What?",
    "quotation marks without partner": "في حلب” مشيرا إلى لشراء الوقت” كي يرتاح ويتزودوا“",
    "quotation marks that are right": "معتبرا “غير مقبول” وقال: “نعم”.",
    "quotation mark in a word": "الملقب بـ”كذا” و„كذا“",
    "the shield itself": "هنا ￼ شيء ￼￼ ناقص",
    "laughter": "ههههه",
    "empty": "",
}

MENDED = [
    ("presentation-forms", "ﻣﺮﺣﺒﺎ ﻻ ﺍﻟﻠﻐﺔ", "مرحبا لا اللغة"),
    ("presentation-forms", "ﷲ ﹰ ﱠ", "الله ً َّ"),
    (
        "split-hamza",
        "ا\N{ARABIC HAMZA ABOVE}حمد و ا\N{ARABIC HAMZA BELOW}ن قرا\N{ARABIC MADDAH ABOVE}ن",
        "أحمد و إن قرآن",
    ),
    ("split-hamza", "مو\N{ARABIC HAMZA ABOVE}تمر سي\N{ARABIC HAMZA ABOVE}", "مؤتمر سئ"),
    (
        "invisible",
        f"{RLM}قال{ZWNJ}ت\N{ZERO WIDTH NO-BREAK SPACE} \N{LEFT-TO-RIGHT EMBEDDING}5\N{POP DIRECTIONAL FORMATTING}",
        "قالت 5",
    ),
    ("invisible", f"كل{ZWJ}مة", "كلمة"),
    ("tatweel", "مـــرحبا بـــكم", "مرحبا بكم"),
    ("tatweel", "اللـَّه", "اللَّه"),
    ("marks", f"المؤهل{SHADDA}{SHADDA}ة", "المؤهلّة"),
    ("marks", f"مثلا {FATHATAN}، شكرا {FATHATAN}", "مثلاً، شكراً"),
    ("marks", f"{SHADDA}كتب 5{FATHATAN} و.{FATHATAN}", "كتب 5 و."),
    ("persian-letters", "کتاب العربی ھذا اللہ", "كتاب العربي هذا الله"),
    ("persian-letters", "قال کبیر الوزراء فی المدینة إن العمل مستمر", "قال كبير الوزراء في المدينة إن العمل مستمر"),
    ("persian-letters", "الوزیر گراهام فی پاریس مع الوفد", "الوزير گراهام في پاریس مع الوفد"),
    ("stretched-letters", "شكرا جداااا", "شكرا جدا"),
    ("punctuation", "بكين, والتي; ثم متى?", "بكين، والتي؛ ثم متى؟"),
    ("punctuation", "لماذا?? نعم!? (كيف?)", "لماذا؟؟ نعم!؟ (كيف؟)"),
    ("punctuation", "في عام 2010, قال (نعم), ثم", "في عام 2010، قال (نعم)، ثم"),
    ("punctuation", 'قال "نعم", ثم', 'قال "نعم"، ثم'),
    ("punctuation", "كلمة,كلمة أخرى", "كلمة،كلمة أخرى"),
    ("space-before", "القائمة ، كما قال : نعم .. ثم ؟", "القائمة، كما قال: نعم.. ثم؟"),
    ("space-before", "حتى 2010 . ثم عاد .", "حتى 2010. ثم عاد."),
    ("space-after", "نعم،ولكن؟ربما!كلا", "نعم، ولكن؟ ربما! كلا"),
    ("space-after", "نيويورك وواشنطن.من جانبه، قال", "نيويورك وواشنطن. من جانبه، قال"),
    ("space-after", "في بيان لها اليوم..إن الوزير...قال", "في بيان لها اليوم.. إن الوزير... قال"),
    ("quotes", "كان ”غير مقبول“ ثم", "كان “غير مقبول” ثم"),
    ("quotes", "”نعم”، و“لا“.", "“نعم”، و“لا“."),
    ("spaces", f"قال  الوزير   أمس{NBSP}في", "قال الوزير أمس في"),
    ("digits", "عام ٢٠١٠ و۳٫۵", "عام 2010 و3.5"),
]
WITHOUT_SPELLING = Orthography(skip=frozenset({"spelling"}))
OPTIONS = {"digits": Orthography(digits="western")}
STEPS = [pytest.param(step, id=step.name) for step in PLAN if step.apply and step.name != "spelling"]
MECHANICAL = [step for step in PLAN if step.apply and step.mechanical]
# Letters and marks that the steps look at, among words that are right.
TRICKY = st.lists(
    st.one_of(
        st.sampled_from([text for _, text, _ in MENDED] + [text for text in UNTOUCHED.values() if text]),
        st.sampled_from(
            ["قال", "المدينة", "جداااا", "ههه", "وواشنطن", "foo", "12", "3.5", "Python", "گ", "این", "است"]
        ),
        st.text("،؛؟.!:,;?“”«»\"'()[]/-@#&`<>*\\ \n\r\t", max_size=4),
        st.text("اويىرةهبتكیکہھپچە\N{ARABIC TATWEEL}ٱﻻﷲ", max_size=5),
        st.text(INVISIBLE_AND_MARKS, max_size=3),
        st.text(max_size=3),
    ),
    max_size=12,
).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts)))


def applied(step: Step, text: str) -> str:
    assert step.apply is not None
    return step.apply(text, OPTIONS.get(step.name, WITHOUT_SPELLING))


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_what_is_right_stays(text: str) -> None:
    assert repair(text, WITHOUT_SPELLING).text == text
    assert repair(text, WITHOUT_SPELLING).repairs == ()


@pytest.mark.parametrize(("name", "text", "expected"), MENDED)
def test_each_step_mends_what_is_its_business(name: str, text: str, expected: str) -> None:
    step = next(step for step in PLAN if step.name == name)
    assert applied(step, text) == expected
    others = frozenset(other.name for other in PLAN if other.name != name)
    assert repair(text, Orthography(digits="western", skip=others)).text == expected
    assert repair(text, Orthography(digits="western", skip=frozenset({name, "spelling"}))).text != expected


@pytest.mark.parametrize("step", STEPS)
@given(text=TRICKY)
@settings(deadline=None)
def test_a_step_applied_twice_is_applied_once(step: Step, text: str) -> None:
    once = applied(step, text)
    assert applied(step, once) == once


def letters_of(text: str) -> str:
    """The matching key without punctuation, digits and spaces."""
    return re.sub(r"[\W\d_]+", "", fold(text))


@pytest.mark.parametrize("step", [step for step in STEPS if step.values[0].name != "stretched-letters"])  # type: ignore[union-attr]
@given(text=TRICKY)
@settings(deadline=None)
def test_no_step_changes_the_matching_key(step: Step, text: str) -> None:
    assert letters_of(applied(step, text)) == letters_of(text)


@pytest.mark.parametrize("step", STEPS)
@given(text=TRICKY)
@settings(deadline=None)
def test_no_step_touches_line_ends(step: Step, text: str) -> None:
    assert re.findall("[\r\n]", applied(step, text)) == re.findall("[\r\n]", text)


@pytest.mark.parametrize("step", STEPS)
@given(texts=st.lists(TRICKY, min_size=2, max_size=3))
@settings(deadline=None)
def test_a_step_treats_each_line_alone(step: Step, texts: list[str]) -> None:
    lines = "\n".join(texts).split("\n")
    assert applied(step, "\n".join(lines)) == "\n".join(applied(step, line) for line in lines)


@given(TRICKY)
@settings(deadline=None, max_examples=300)
def test_what_looks_clean_is_clean(text: str) -> None:
    if not doubtful_lines(text):
        assert shield(text) == (text, ())
        assert all(applied(step, text) == text for step in MECHANICAL)


@given(st.text('قالوايى مدينة،.!:؟"«»“”1,', max_size=40))
@settings(deadline=None, max_examples=500)
def test_what_looks_clean_is_clean_in_plain_arabic(text: str) -> None:
    if not doubtful_lines(text):
        assert all(applied(step, text) == text for step in MECHANICAL)


@given(st.lists(TRICKY, min_size=1, max_size=5).map("\n".join))
@settings(deadline=None, max_examples=300)
def test_the_lines_in_doubt_are_those_that_are_not_clean_and_hold_all_signs_of_masks(text: str) -> None:
    lines = text.split("\n")
    doubtful = doubtful_lines(text)
    assert doubtful == [number for number, line in enumerate(lines, 1) if doubtful_lines(line)]
    assert shield(text, "\n".join(lines[number - 1] for number in doubtful)) == shield(text)


@given(TRICKY)
@settings(deadline=None)
def test_a_shielded_text_comes_back(text: str) -> None:
    assert unshield(*shield(text)) == text


@pytest.mark.parametrize("step", MECHANICAL)
def test_a_line_that_ends_in_a_number_and_a_stop_does_not_look_at_the_next(step: Step) -> None:
    """Found by fuzzing: a digit at the beginning of the next line kept the space before the stop."""
    assert applied(step, "الفقرة 1 .\n1 2 3") == f"{applied(step, 'الفقرة 1 .')}\n1 2 3"
