"""What news sites print above an article beside its headline: tickers without a heading, captions twice, names of
offices. First what must not be touched.
"""

import pytest

from cleaner.cleaning import clean_text

TITLE = "المرفأ يعيد تشغيل الرصيف القديم بعد توقف عشر سنوات"
LEAD = (
    "أعلنت إدارة المرفأ صباح الاثنين إعادة تشغيل الرصيف القديم أمام السفن المتوسطة، بعد أعمال صيانة استمرت عشرين شهرا "
    "وشملت الرافعات وشبكة الإنارة."
)
NEXT = "وقال مدير التشغيل إن الرصيف سيستقبل ثلاث سفن في الأسبوع، وإن العدد سيرتفع تدريجيا مع وصول رافعتين جديدتين."
LAST = "وأوضح المدير أن التوظيف سيبدأ بأبناء الحي القديم الذين عمل آباؤهم على الرصيف قبل أن يغلق."
HEADLINES = [
    "وزارة الزراعة: موسم الزيتون أقل من المتوسط بنسبة 12% هذا العام",
    "افتتاح معرض الخزف الشعبي في المتحف البلدي وسط العاصمة",
    "الأرصاد: أمطار متفرقة مساء الخميس وطقس بارد على المرتفعات",
    "منتخب الناشئين يفوز على ضيفه بثلاثية في مباراة ودية",
    "إغلاق 14 مطعما مخالفا في حملة على أسواق المدينة القديمة",
    "الجامعة الوطنية تفتح باب القبول للفصل الثاني مطلع الشهر",
    "سعر طن الحديد يتراجع 30 دولارا في أسواق الجملة",
    "اختتام مهرجان الأغنية الريفية بحضور فرق من سبع قرى",
    "إصابة خمسة أشخاص بحادث سير على الطريق الساحلي",
]
ROW = " ".join(HEADLINES)
PROSE_ROW = (  # as long, and no full stop either, but sentences that small words hold together
    "من كان يظن أن القرية التي لم يكن فيها قبل عشرين عاما غير مدرسة من غرفتين ستبني اليوم مكتبة يأتي إليها الطلاب من "
    "الوديان كلها وقد كان أهلها يقولون إن الكتاب لا يطعم خبزا ثم صار الذين قالوا ذلك يقفون على بابها كل خميس ينتظرون "
    "أن تفتح وهذا ما لم يتوقعه حتى المعلم الذي جمع أول خمسين كتابا في صندوق تفاح وقال حينها إن لكل شيء بداية"
)


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).text.splitlines()


UNTOUCHED = {
    "a long paragraph without a stop": [PROSE_ROW, LEAD, NEXT],
    "a row alone, which may be the text": [ROW],
    "a row that goes on": [TITLE, LEAD, f"وفي أخبار أخرى {ROW}"],
    "a list of what the article tells": [
        "إدارة المرفأ: الرصيف القديم يعود بعد 10 سنوات من التوقف",
        "أعمال الصيانة استمرت 20 شهرا وشملت الرافعات",
        "شبكة الإنارة في الرصيف القديم صارت جديدة كلها",
        "السفن المتوسطة وحدها تستطيع دخول الرصيف",
        "مدير التشغيل: ثلاث سفن في الأسبوع في البداية",
        "العدد سيرتفع تدريجيا مع وصول رافعتين جديدتين",
        "إدارة المرفأ لا تخطط لرصيف ثالث قبل 2030",
        "تشغيل الرصيف القديم أعاد إلى العمل 60 عاملا",
        LEAD,
        NEXT,
    ],
    "verse above a commentary": [
        *["يا طائر الماء الذي عاد إلى النهر القديم", "هل رأيت الجسر يبكي تحت أقدام العبور"],
        *["كم مشينا في ظلال الدفلى والضوء سقيم", "كم حكينا للحصى عن غائب خلف البحور"],
        *["ثم نمنا والقوارب مثل أطفال الغيوم", "ثم قمنا والمساء على الشبابيك يدور"],
        *["لم يعد في الحي من يعرف أسماء النجوم", "لم يعد في النهر إلا ما تبقى من حضور"],
        LEAD,
        NEXT,
    ],
    "verse that counts, above a commentary": [
        *["سبعون عاما والنهر يمضي خلف أبواب المدينة", "1967 كان باب البيت مفتوحا على البحر القديم"],
        *["كم مشينا في ظلال الدفلى والضوء سقيم", "كم حكينا للحصى عن غائب خلف البحور"],
        *["ثم نمنا والقوارب مثل أطفال الغيوم", "ثم قمنا والمساء على الشبابيك يدور"],
        *["لم يعد في الحي من يعرف أسماء النجوم", "لم يعد في النهر إلا ما تبقى من حضور"],
        LEAD,
        NEXT,
    ],
    "facts with figures, below their heading": [
        *["بطاقة السفينة التي ستفتتح الخط الجديد", "الطول من المقدمة إلى المؤخرة: 84 مترا", "العرض عند الوسط: 16 مترا"],
        *["السرعة القصوى في البحر الهادئ: 17 عقدة", "عدد الأسرة في الطابق الأسفل: 120 سريرا", "سنة البناء: 1998"],
        *["حوض البناء: ترسانة الشمال على النهر", "الراية التي ترفعها: راية الجمهورية"],
        LEAD,
        NEXT,
    ],
    "a headline that stands twice": [TITLE, LEAD, NEXT],
    "a headline that its standfirst repeats": [TITLE, f"{TITLE}.. هل تعود السفن الكبيرة", LEAD, NEXT],
}


@pytest.mark.parametrize("lines", UNTOUCHED.values(), ids=UNTOUCHED)
def test_untouched(lines: list[str]) -> None:
    assert kept(*lines) == lines


def test_stack_of_headlines_without_speakers() -> None:
    numbered = [line.replace(":", "") for line in HEADLINES]
    assert kept(*numbered, TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_stack_of_headlines_among_lines_that_rules_know() -> None:
    assert kept("عاجل", *HEADLINES[:4], *HEADLINES[6:8], "شارك", TITLE, LEAD, NEXT, LAST) == [TITLE, LEAD, NEXT, LAST]


def test_stack_of_speakers_in_long_headlines() -> None:
    speakers = [f"{place}: {line}" for place, line in zip(["تلفزيون الشمال", "صوت الجبل"] * 5, HEADLINES, strict=False)]
    assert kept("عاجل", *speakers, TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_row_of_headlines_above_the_article() -> None:
    assert kept(ROW, TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_row_with_its_name_below_the_article() -> None:
    assert kept(TITLE, LEAD, NEXT, f"شريط الأخبار {ROW}") == [TITLE, LEAD, NEXT]


def test_stack_of_headlines_above_the_article() -> None:
    assert kept(*HEADLINES, TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]
    assert kept(*HEADLINES, LEAD, NEXT) == [LEAD, NEXT]


CLOCKS = ["18:40", "18:05", "17:50", "17:32", "16:10", "00:20"]


def test_headlines_with_hours_that_go_backward() -> None:
    ticker = [f"- {hour}{line}" for hour, line in zip(CLOCKS, HEADLINES, strict=False)]
    assert kept(*ticker, TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]
    assert kept(*[line.replace("- ", "") for line in ticker], LEAD, NEXT) == [LEAD, NEXT]


def test_a_programme_stays() -> None:
    programme = [f"{hour} {line}" for hour, line in zip(reversed(CLOCKS), HEADLINES, strict=False)]
    assert kept(*programme, LEAD, NEXT) == [*programme, LEAD, NEXT]


def test_entries_of_a_live_report_stay() -> None:
    entries = [f"{hour} إدارة المرفأ: الرصيف القديم يستقبل السفينة رقم {n}" for n, hour in enumerate(CLOCKS, 1)]
    assert kept(*entries, LEAD, NEXT) == [*entries, LEAD, NEXT]


LAST_LINES = {
    "a sentence without its stop": "استقبل الرصيف القديم السفن في الصيف",
    "words of its own": "سلمى نجار وليلى الحداد وهدى البيطار",
    "a name": "مدير التشغيل",
    "a sentence of its words alone": "يستقبل الرصيف القديم السفن المتوسطة",
}


@pytest.mark.parametrize("line", LAST_LINES.values(), ids=LAST_LINES)
def test_last_line_stays(line: str) -> None:
    assert kept(TITLE, LEAD, NEXT, LAST, line) == [TITLE, LEAD, NEXT, LAST, line]


CUT = [
    "أوقفت فرق البلدية أمس أعمال بناء في الحي الشرقي بعد شكاوى من سكان يقولون إن الغبار يدخل بيوتهم كل يوم...",
    "شرعت لجنة الأسواق في إعداد قائمة جديدة بأسعار الخضر قبل حلول الشتاء، وستنشر على لوحة عند كل مدخل من...",
    "أعلن نادي التجديف موعد السباق السنوي الذي يشارك فيه هذا العام عشرون قاربا من مدن الساحل كلها وضيوف من...",
]


def test_teasers_cut_at_one_length_above_the_article() -> None:
    assert kept(*CUT, LEAD, NEXT, LAST) == [LEAD, NEXT, LAST]


def test_a_writer_who_ends_sentences_in_dots() -> None:
    slow = [CUT[0], "كان البحر هادئا في ذلك المساء، ولم يكن على الرصيف أحد غير الحارس وقطته العجوز...", CUT[2]]
    assert kept(*slow, LEAD, NEXT) == [*slow, LEAD, NEXT]
    assert kept(*CUT, LEAD, CUT[0].replace("أمس", "اليوم")) == [*CUT, LEAD, CUT[0].replace("أمس", "اليوم")]


CAPTIONS = {
    "twice": ["الرصيف القديم", "الرصيف القديم"],
    "its beginning first": ["سفينة تفرغ حمولتها", "سفينة تفرغ حمولتها على الرصيف القديم أمس"],
}


@pytest.mark.parametrize("caption", CAPTIONS.values(), ids=CAPTIONS)
def test_caption_below_the_headline(caption: list[str]) -> None:
    assert kept(TITLE, "12:30 - 2024/05/03", *caption, LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_headline_twice_below_a_slogan_stays() -> None:
    slogan = "نافذة الساحل على العالم كل صباح"
    assert kept(slogan, TITLE, TITLE, LEAD, NEXT)[-3:] == [TITLE, LEAD, NEXT]


def test_headline_is_told_from_a_longer_caption_that_stands_twice_too() -> None:
    caption = "سفينة محملة بالقمح تفرغ حمولتها على الرصيف القديم في المرفأ بعد إعادة تشغيله أول من أمس"
    furniture = ["الرئيسية", "محليات", "تسجيل الدخول"]
    lines = [*furniture, TITLE, caption, caption, "مشاركة", TITLE, caption, caption, LEAD, NEXT]
    assert kept(*lines) == [TITLE, LEAD, NEXT]


def test_headline_below_an_office_without_a_name() -> None:
    title = "لماذا أغلقت الجريدة أبوابها"
    assert kept("رئيس التحرير", title, LEAD, NEXT)[-3:] == [title, LEAD, NEXT]


def test_names_below_offices() -> None:
    offices = ["رئيس مجلس الإدارة", "د. سالم البحري", "رئيس التحرير", "هدى العلي"]
    assert kept(*offices, TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_caption_above_the_same_with_its_credit() -> None:
    caption = "عمال على الرصيف"
    assert kept(TITLE, caption, f"{caption} © أ ف ب", LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_headline_that_is_its_caption_too_stays() -> None:
    assert kept("محليات", TITLE, f"{TITLE} (رويترز)", LEAD, NEXT) == [TITLE, LEAD, NEXT]


def test_headline_again_with_other_blanks() -> None:
    title = "المرفأ يعيد تشغيل الرصيف القديم و يفتح باب التوظيف"
    again = "المرفأ يعيد تشغيل الرصيف القديم ويفتح باب التوظيف"
    assert kept("محليات", title, again, LEAD, NEXT) == [again, LEAD, NEXT]


def test_lines_that_a_number_tells_apart_are_no_copies() -> None:
    lines = ["مشاركة", "دليل المسافر إلى قرى الساحل: الجزء 1", "دليل المسافر إلى قرى الساحل: الجزء 2", LEAD, NEXT]
    assert kept(*lines) == lines[1:]


def test_dates_of_other_items_below_an_article_make_no_thread() -> None:
    teaser = (
        "علمت الإذاعة مساء اليوم أن الفريق اتفق مع مدافع جديد من أجل تعزيز صفوفه خلال فترة الانتقالات المقبلة، وأن "
        "الإعلان سيكون مطلع الأسبوع"
    )
    dates = ["29 22:49 2024 أوت", "09 09:40 2021 جويلية", "18 14:22 2024 جويلية", "18 13:58 2024 جويلية"]
    others = ["ماذا ينتظر المسافرين على القطار السريع هذا الصيف", "جولة في سوق السمك مع أقدم باعته"]
    lines = ["الأكثر مشاهدة", dates[0], teaser, "على المباشر", TITLE, dates[1], LEAD, NEXT, LAST]
    lines += ["آخر الفيديوهات", dates[2], others[0], dates[3], others[1]]
    assert set(kept(*lines)) >= {TITLE, LEAD, NEXT, LAST}


def test_row_whose_headlines_touch() -> None:
    row = "؟".join(HEADLINES) + "؟ما لم يتوقعه الذي قال العكس"
    assert kept(row, TITLE, LEAD, NEXT) == [TITLE, LEAD, NEXT]
    spaced = row.replace("؟", " ")  # with so many small words only the joints tell it
    assert kept(spaced, TITLE, LEAD, NEXT) == [spaced, TITLE, LEAD, NEXT]


def test_region_ends_at_the_path_to_the_article() -> None:
    poll = "هل تتوقع أن يفوز منتخب الناشئين بالكأس هذا العام تحت قيادة مدربه الجديد؟"
    lines = [poll, "قيم هذا المقال", "0", "الرئيسية | محليات | " + TITLE, TITLE, TITLE, LEAD, NEXT]
    assert kept(*lines)[-3:] == [TITLE, LEAD, NEXT]


def test_author_whom_only_the_box_below_tells() -> None:
    bio = "صحفي من أبناء الساحل، يكتب منذ عشر سنوات عن الموانئ والصيادين، وله كتابان عن السفن الشراعية في البلدة."
    assert kept(TITLE, "سامي الخياط", LEAD, NEXT, LAST, "عن الكاتب:", "سامي الخياط", bio) == [TITLE, LEAD, NEXT, LAST]
