"""The words that crawls are made of: own writing in Arabic and English for bodies, made-up words for chrome."""

from random import Random
from typing import NamedTuple


class Language(NamedTuple):
    """Parts of sentences; any of each column goes with any of the others. syllables: made-up words are made of them."""

    sentence: tuple[tuple[str, ...], ...]
    title: tuple[tuple[str, ...], ...]
    syllables: tuple[str, ...]
    months: tuple[str, ...]
    places: tuple[str, ...]
    signs: tuple[str, ...]
    headings: tuple[str, ...]
    refrains: tuple[str, ...]
    notices: tuple[str, ...]
    recipe: tuple[str, ...]
    stop: str


ENGLISH = Language(
    sentence=(
        ("The harbour master", "A spokesman for the millers", "The new librarian", "An engineer of the waterworks",
         "The head of the weavers' guild", "A farmer from the upper valley", "The mayor's deputy",
         "One of the ferrymen"),
        ("confirmed", "told the meeting", "wrote in a letter", "repeated", "made it plain", "conceded", "explained"),
        ("that the old bridge", "that the second granary", "that the road to the quarry", "that the northern sluice",
         "that the school by the mill", "that the ferry landing", "that the winter market", "that the town archive"),
        ("will stay closed", "needs a new roof", "is to be rebuilt in stone", "has cost more than was planned",
         "was never surveyed", "may open again", "should be handed to the district", "has served its purpose"),
        ("until the autumn floods are over", "before the first frost", "for at least two more years",
         "as soon as the money is found", "whatever the council decides", "after the harvest has been brought in",
         "in spite of all objections", "once the last repairs are paid for"),
    ),
    title=(
        ("Ferrymen", "Millers", "The council", "Weavers", "Farmers of the valley", "The archive", "Bridge builders"),
        ("put off", "ask for", "quarrel over", "win back", "lose patience with", "celebrate", "count the cost of"),
        ("the stone bridge", "a second granary", "the winter market", "the northern sluice", "the old landing",
         "the quarry road", "a new roof for the school"),
        ("after a long night", "for the third year", "without a vote", "as floods recede", "despite the frost"),
    ),
    syllables=("zor", "vam", "pli", "kesh", "dru", "mol", "fen", "tib", "gra", "lux", "wen", "yor", "sab", "nif"),
    months=("January", "March", "April", "June", "August", "October", "December"),
    places=("MILLBROOK", "NORTHQUAY", "OLD FERRY", "UPPER VALLEY"),
    signs=("— Reporting by the {} desk", "(Written by the {} team)", "Additional work by our {} staff."),
    headings=("What we know", "Background", "What happens next", "The numbers"),
    refrains=("And the river runs on below the mill.", "Nobody in the valley had asked for it.",
              "So it was, and so it will be again, the old men said beside the water."),
    notices=("The {} society paid for the travel that this report required and had no say in its contents.",
             "Names in this account were changed at the wish of the {} families concerned."),
    recipe=("Ingredients", "Method", "To serve"),
    stop=".",
)  # fmt: skip
ARABIC = Language(
    sentence=(
        ("أكد مدير الميناء", "قال رئيس البلدية", "أوضح مهندس السد", "ذكر أمين المكتبة", "كتب مراسل القرية",
         "أضاف أحد الصيادين",
         "بيّن نقيب النساجين", "أعاد ممثل الفلاحين القول"),
        ("إن الجسر القديم", "إن الطريق الجبلي", "إن السوق الشتوي", "إن الرصيف الشمالي", "إن المخزن الثاني",
         "إن مبنى المدرسة"),
        ("سيبقى مغلقا", "يحتاج إلى سقف جديد", "سيعاد بناؤه بالحجر", "كلف أكثر مما خطط له", "لم يخضع لأي فحص",
         "قد يفتح من جديد",
         "يجب أن يسلم إلى المحافظة", "أدى دوره كاملا"),
        ("حتى تنتهي فيضانات الخريف", "قبل أول موجة صقيع", "عامين آخرين على الأقل", "فور توفر المال اللازم",
         "مهما كان قرار المجلس",
         "بعد انتهاء موسم الحصاد", "رغم جميع الاعتراضات", "عندما تكتمل أعمال الترميم الأخيرة"),
    ),
    title=(
        ("الصيادون", "أهالي الوادي", "النساجون", "مجلس البلدة", "بناة الجسور", "المزارعون"),
        ("يؤجلون افتتاح", "يطالبون بترميم", "يختلفون حول", "يستعيدون", "يحتفلون بعودة", "يحصون كلفة"),
        ("الجسر الحجري", "المخزن الثاني", "السوق الشتوي", "الرصيف الشمالي", "الطريق الجبلي", "سقف المدرسة"),
        ("بعد ليلة طويلة", "للعام الثالث", "من دون تصويت", "مع انحسار الفيضان", "رغم الصقيع"),
    ),
    syllables=("زور", "فام", "بلي", "كش", "درو", "مول", "فين", "تيب", "غرا", "لوك", "ون", "يور", "ساب", "نيف", "قوا"),
    months=("كانون الثاني", "آذار", "نيسان", "حزيران", "آب", "تشرين الأول"),
    places=("وادي الطاحونة", "الرصيف الشمالي", "المعبر القديم", "أعالي النهر"),
    signs=("— إعداد مكتب {}", "(كتب النص فريق {})", "شارك في الإعداد زملاؤنا في قسم {}."),
    headings=("ما نعرفه", "الخلفية", "ماذا بعد", "الأرقام"),
    refrains=("والنهر يجري تحت الطاحونة كما كان.", "ولم يطلب أحد في الوادي شيئا من ذلك.",
              "هكذا كان الأمر وهكذا سيكون مرة أخرى كما قال الشيوخ عند الماء."),
    notices=("تحملت جمعية {} نفقات السفر التي تطلبها هذا التقرير ولم يكن لها رأي في مضمونه.",
             "غيرت الأسماء الواردة في هذه الرواية بناء على رغبة أسر {} المعنية بالأمر."),
    recipe=("المقادير", "طريقة التحضير", "عند التقديم"),
    stop=".",
)  # fmt: skip
LANGUAGES = (ARABIC, ENGLISH)


def drawn(columns: tuple[tuple[str, ...], ...], random: Random) -> str:
    """One of each column."""
    return " ".join([random.choice(column) for column in columns])


def made_up(language: Language, random: Random, words: int) -> str:
    """Words that no rule knows."""
    return " ".join(["".join(random.choices(language.syllables, k=random.choice((2, 2, 3)))) for _ in range(words)])
