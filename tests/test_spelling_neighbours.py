"""Spelling where the neighbours decide a last letter or a hamza: what must stay first, then what is mended."""

import pytest

from cleaner.normalize.spelling import find_misspellings, mend_spelling
from tests.test_spelling import EDITED

EGYPTIAN = "قال الوزير المصرى فى المؤتمر الصحفى إن الوضع الاقتصادى فى العالم العربى يعنى كل مواطن عادى. "
HAMZALESS = "وصل الامين الى المدينة امس واكد ان الازمة انتهت الان. "
WITHOUT_DOTS = "المكتبه الكبيره في الجامعه القديمه قرب المحطه. "
WITHOUT_FINAL_DOTS = "عاد الاستاذ من المستشفي الكبير وزار القري البعيدة حتي المساء. "

KEPT_AMONG_SLIPS = [  # what comes before shows that its writer slips
    (EGYPTIAN, "وقد راعى المهندس ظروف السكان، وهو الذى نادى بالإصلاح", ("راعى", "نادى")),  # verbs
    (EGYPTIAN, "كان أمينا لما وفى به، فلما وفى القاضى، ثم وفى بوعده", ("وفى",)),
    (EGYPTIAN, "ثم مضى وبنى دارا وأعطى جاره مفتاحا وأوصى به", ("مضى", "وبنى", "وأعطى", "وأوصى")),
    (WITHOUT_DOTS, "أخذ كتابه الصغير وترك حقيبته الكبيرة عند بابه", ("كتابه", "بابه", "حقيبته")),  # pronouns
    (WITHOUT_DOTS, "رحمه الله، وحفظه الله من كل شر", ("رحمه", "وحفظه")),
    (WITHOUT_DOTS, "ورحمه الله بعد مرض طويل", ("ورحمه",)),
    (WITHOUT_FINAL_DOTS, "قالت لأختها تعالي إلى هنا", ("تعالي",)),
    (WITHOUT_DOTS, "ثم سكت، ولما كلمه الطبيب أجاب، وقد حمله أخوه", ("كلمه", "حمله")),  # after قد a verb
    (WITHOUT_DOTS, "كبر سنه واشتد عوده وسهر الليل بطوله، حياه الله", ("سنه", "عوده", "بطوله", "حياه")),
    (EGYPTIAN, "لكنه أبى أن يعود، ثم ولى وجهه شطر البيت، ومن وفى نجا", ("أبى", "ولى", "وفى")),
    (HAMZALESS, "قد احمر خده، ثم اصفرت يداه، حتى اسود الثوب", ("احمر", "اصفرت", "اسود")),  # verbs
    (HAMZALESS, "من اتباع النظام", ("اتباع",)),  # bare it is a word too
    (HAMZALESS, "اللهم اهدنا الصراط، واحفظ اهلنا", ("اهدنا", "واحفظ")),  # imperatives
    (HAMZALESS, "واعلم ان الامر صعب", ("واعلم",)),
    (HAMZALESS, "قال الامين العام بان كي مون ذلك", ("بان",)),
    (HAMZALESS, "مش عارفة ليه رايحة ودافية دايما", ("رايحة", "دافية", "دايما")),  # ي of a dialect
    (HAMZALESS, "اُكتب اسمك هنا", ("اُكتب",)),  # a sign on the alef is chosen on purpose
]


@pytest.mark.parametrize(("before", "text", "words"), KEPT_AMONG_SLIPS)
def test_what_the_neighbours_speak_for_stays_though_its_writer_slips(
    before: str, text: str, words: tuple[str, ...]
) -> None:
    changes = find_misspellings(before + text)
    assert changes
    assert not {change.before for change in changes}.intersection(words)


KEPT = [
    "ألحق المطر ضررا بألسنة من الأرض، وأليس أخت ألفريد، وألياس جارهم",  # أل of the word itself
    "كلمة «ألناس» لا تكتب هكذا",
    "ستُبقي الشركة على العمال، وأغلّي الماء",
    "هذا كتابه الأول وهذه حياته كلها، وقد اشتهر بكتابه في النحو",
    "التقى بان كي مون بالوزير",
    "احمر وجهه غضبا، وقد اخضرت الأرض واسودت السماء",  # colours that something takes
    "كان لا يجارى ولا تجارى فصاحته، وهذا كتاب مهدى إلى أمه",
    "نقابة الأجراء، ومنها أن للزوجة حق السكنى، ولم تكن سكرى",
    "وإقام الصلاة وإيتاء الزكاة، وقوله: جئت شيئا إمرا، وتبرئ الأكمه والأبرص",
    "كنت أظن أن علي أن أعود، ووضع علي يده، وعرض علي الأمر",
    "وانطلق معه فتاه يوشع، وقال موسى لفتاه آتنا غداءنا",
    "انقر نقرًا مزدوجًا، وارسم خطًا مستقيمًا، ثم انسَ الموقع وادعُ صديقا",  # signs that show what is meant
    "اضغط على الزر ثم اقفز إلى السطر، أو ارفض الدعوة. اقبل الشروط. انس الأمر",  # who gives orders
    "حنث في الأيمان وأقسم أيمانا مغلظة، ومعنى الإعراض معروف، فأتني بآية",
    "بدي روح لعند إمي، شو بدك هلق؟ وإمي هون",  # of a dialect
    "ثم أتي به إلى القاضي فأبى إلا أن يحلف",
    "لما كلمه الطبيب سكت، وقد عده الناس حكيما، وعندما جمله بالشعر أبهجهم",
    "كبر سنه واشتد عوده، وظل الليل بطوله يقرأ في الجدار بطوله وعرضه",
    "تم اتباع التعليمات وعدم اتهام أحد",
]


@pytest.mark.parametrize("text", KEPT)
def test_right_words_stay(text: str) -> None:
    assert find_misspellings(text) == []
    assert find_misspellings(f"{EDITED} {text}") == []


@pytest.mark.parametrize(
    ("before", "written", "right"),
    [
        # ة where a noun is counted, pointed at, or described
        (WITHOUT_DOTS, "عاش ثلاثين سنه وزارنا أول مره", "عاش ثلاثين سنة وزارنا أول مرة"),
        (WITHOUT_DOTS, "هذه قصه طويله", "هذه قصة طويلة"),
        (WITHOUT_DOTS, "وهي فكره التي ابتسمت", "وهي فكرة التي ابتسمت"),
        ("", "السلام عليكم ورحمه الله وبركاته", "السلام عليكم ورحمة الله وبركاته"),
        # ى and ي in phrases
        (EDITED, "قال تعالي في كتابه", "قال تعالى في كتابه"),
        (WITHOUT_FINAL_DOTS, "وهو ما يسمي بالحمى", "وهو ما يسمى بالحمى"),
        (EGYPTIAN, "وغنى عن البيان أن العقد باطل", "وغني عن البيان أن العقد باطل"),
        (WITHOUT_FINAL_DOTS, "انا كنت اقدمها لتقديمهما إلي المجتمع", "أنا كنت أقدمها لتقديمهما إلى المجتمع"),
        (WITHOUT_FINAL_DOTS, "وسافر إلي بلده", "وسافر إلى بلده"),
        # إلى before what is no clause, in a text that is in no dialect
        (HAMZALESS, "وسافر الي بلده ووصل الي عودتها", "وسافر إلى بلده ووصل إلى عودتها"),
        # أ where no imperative can stand
        (HAMZALESS, "وهو في اسرع وقت، والذي اسكن الناس", "وهو في أسرع وقت، والذي أسكن الناس"),
        # and where nobody is spoken to
        (HAMZALESS, "وارجع البيان ذلك الى البرد، واهدر الفريق فرصة", "وأرجع البيان ذلك إلى البرد، وأهدر الفريق فرصة"),
        # plural or verbal noun
        (HAMZALESS, "وسائل الاعلام التابعة", "وسائل الإعلام التابعة"),
        (HAMZALESS, "تم اعداد الطعام في عدة احياء", "تم إعداد الطعام في عدة أحياء"),
        (HAMZALESS, "وجاءت اعداد كبيرة", "وجاءت أعداد كبيرة"),
        (HAMZALESS, "صلى الله عليه وعلى اله وصحبه", "صلى الله عليه وعلى آله وصحبه"),
        # a hamza missing from a word with one vowel sign
        (HAMZALESS, "ورأى انّ الافكارِ كثيرة", "ورأى أنّ الأفكارِ كثيرة"),
        # the article with a hamza, where its writer does so again
        ("", "حزن ألناس في ألبيت الكبير وضاع ألفرح", "حزن الناس في البيت الكبير وضاع الفرح"),
        # لأن with a pronoun is never bare
        (EDITED, "عاد لاني طلبت منه", "عاد لأني طلبت منه"),
        (EDITED, "عاد وانا هناك، واين كان", "عاد وأنا هناك، وأين كان"),
        # ة for ه, where its writer does so again
        ("", "طوال حياتة كان يحب زوجتة ويجلس عندة ويسلم علية", "طوال حياته كان يحب زوجته ويجلس عنده ويسلم عليه"),
        # على in phrases, whose next word follows no name
        (EDITED, "قبلها بيوم علي الأقل، ولا اعتراض علي الإطلاق", "قبلها بيوم على الأقل، ولا اعتراض على الإطلاق"),
        (HAMZALESS, "ادعوا الله، انه سميع مجيب", "ادعوا الله، إنه سميع مجيب"),
        (HAMZALESS, "وقال انس بن مالك ذلك", "وقال أنس بن مالك ذلك"),
        (HAMZALESS, "وقال ارفض ذلك، واقبل على عمله", "وقال أرفض ذلك، وأقبل على عمله"),
        (HAMZALESS, "ايها الناس، ان الوقت ضيق", "أيها الناس، إن الوقت ضيق"),
        (HAMZALESS, "تعلم يا صاحبي، ان الوقت ضيق", "تعلم يا صاحبي، أن الوقت ضيق"),
        (WITHOUT_DOTS, "سجل من ضربه جزاء", "سجل من ضربة جزاء"),
        # words with a second reading, where that one cannot stand
        (WITHOUT_DOTS, "هذه سنه جديده، وفاز ببطوله وعاد عوده سريعه", "هذه سنة جديدة، وفاز ببطولة وعاد عودة سريعة"),
        (HAMZALESS, "ثوبه احمر وبابه اسود", "ثوبه أحمر وبابه أسود"),
        (EGYPTIAN, "وحضر أبى ومعه ولى الأمر من نشاط تجارى", "وحضر أبي ومعه ولي الأمر من نشاط تجاري"),
        (EGYPTIAN, "أصيب بمرض سكرى", "أصيب بمرض سكري"),
        # أن and إن
        ("", "قال أعتقد ان الطريق مفتوح", "قال أعتقد أن الطريق مفتوح"),
        ("", "تعال معنا ان أردت", "تعال معنا إن أردت"),
    ],
)
def test_neighbours_decide(before: str, written: str, right: str) -> None:
    assert mend_spelling(before + written).endswith(right)


def test_the_relative_of_dialects_stays_in_a_dialect() -> None:
    text = "مش عارفة ليه الناس الى بيشتغلوا هنا عايزين يمشوا، واحنا الى اشتريناها زمان زي الى بعرضها. ذهبت الى السوق"
    mended = mend_spelling(text)
    assert mended.count("الى") == 3
    assert mended.endswith("إلى السوق")


def test_a_vocalised_word_and_one_in_quotes_are_mended_in_one_text() -> None:
    assert mend_spelling("رأى انّ «المدينه» هي المدينه") == "رأى أنّ «المدينة» هي المدينة"
