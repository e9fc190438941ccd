"""Lines of an article that read like furniture: sentences, fields, headings, lists. All stay where nothing else is."""

from collections.abc import Callable

import pytest

from cleaner.cleaning import clean_text
from tests.articles import ARTICLES, among_headings, at_end, in_midst

Place = Callable[..., list[str]]
PLACES = [in_midst, among_headings, at_end]
SENTENCES = {
    "en": [
        "Follow us on Twitter, the minister told his voters, and two million of them did.",
        "Join us on Facebook, said the poster, and nobody came.",
        "Photo by photo, the town is being recorded.",
        "Published in 1999, the book sold out in a week.",
        "Last updated by hand in 1950.",
        "Written by hand in 1921, the ledger lists every sack.",
        "Additional reporting by a spy was never found.",
        "All rights reserved for the king, says the old charter.",
        "Enter your email address and your password, then press Login.",
        "This story was first published by my aunt, who told it at every wedding.",
    ],
    "fr": [
        "Tous droits réservés au roi, dit la vieille charte.",
        "Toute reproduction de la clé est interdite par le maire, dit-il.",
        "Les commentaires sont fermés à clé dans un coffre.",
        "Les commentaires étaient rares et modérés.",
    ],
    "ar": [
        "جميع الحقوق محفوظة للملك، يقول الميثاق القديم.",
        "أدخل بريدك الإلكتروني وكلمة المرور ثم اضغط دخول.",
        "اشترك في النشرة ثم أغلق النافذة، قال المعلم.",
    ],
    "fa": [
        "همه حقوق برای شاه محفوظ است، منشور کهنه چنین می‌گوید.",
        "ما را در فیسبوک دنبال کنید، تابلو می‌گوید و کسی نمی‌آید.",
        "ایمیل خود را وارد کنید، سپس دکمه سبز را بزنید.",
    ],
}
FIELDS = {
    "en": [
        "Credit: 400 pounds",
        "Photo: the wheel in 1920",
        "Source: the spring above the mill",
        "Video: what the divers saw",
        "Watch: the tide turns at noon",
        "Tag: a label for a post",
        "Next meeting: 4 May 2021",
        "Next harvest: September",
    ],
    "fr": [
        "Source : la fontaine au-dessus du moulin.",
        "Photo : la roue en 1920",
        "Crédit : 400 livres",
        "Vidéo : ce que les plongeurs ont vu",
    ],
    "ar": ["المصدر: النبع فوق الطاحونة", "صورة: الدولاب في عام 1920"],
    "es": ["Foto: la rueda en 1920", "Fuente: el pozo sobre el molino"],
}
HEADINGS = {
    "en": ["About the author", "Breaking news", "Categories", "Photos and video", "Social media", "Privacy policy"],
    "ar": [
        "رويترز",
        "وكالة فرانس برس",
        "مواقع التواصل",
        "أخبار عاجلة",
        "صور وفيديو",
        "سياسة الخصوصية",
        "علوم وتكنولوجيا",
    ],
    "es": ["Redes sociales"],
    "tr": ["Sosyal medya"],
    "fr": ["Réseaux sociaux"],
}


def each(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, line) for language, lines in table.items() for line in lines]


def assert_untouched(lines: list[str]) -> None:
    assert clean_text("\n".join(lines)).text.splitlines() == lines


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("language", "line"), each(SENTENCES))
def test_a_sentence_that_begins_like_furniture(language: str, line: str, place: Place) -> None:
    assert_untouched(place(language, line))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("language", "line"), each(FIELDS))
def test_a_field_that_is_no_credit_and_no_reference(language: str, line: str, place: Place) -> None:
    assert_untouched(place(language, line))


@pytest.mark.parametrize("line", ["Photo: Theo Rascombe", "Source: The Island Post", "Video: What the divers saw"])
def test_a_credit_or_reference_goes(line: str) -> None:
    assert line not in clean_text("\n".join(in_midst("en", line))).text


@pytest.mark.parametrize("place", [in_midst, among_headings])
@pytest.mark.parametrize(("language", "line"), each(HEADINGS))
def test_a_heading_above_its_paragraph(language: str, line: str, place: Place) -> None:
    assert_untouched(place(language, line))


def test_many_headings_that_are_words_of_pages() -> None:
    heads = [
        "Social media",
        "Breaking news",
        "Privacy policy",
        "Comments",
        "Categories",
        "About the author",
        "Facebook",
    ]
    title, lead, *rest = ARTICLES["en"]
    sections = [line for pair in zip(heads, rest, strict=False) for line in pair]
    assert_untouched([title, lead, *sections])
    mixed = [title, lead, *sections[:-2], "Advertisement", rest[-1]]
    assert "Advertisement" not in clean_text("\n".join(mixed)).text


@pytest.mark.parametrize(
    ("language", "heading", "paragraph"),
    [
        ("en", "Reuters", "The man from Reuters came twice that week, and both times he asked for the price of rye."),
        ("es", "Publicidad", "De la publicidad vive el periódico del valle, que cuenta lo que pasa en el molino."),
        ("ru", "Реклама", "Рекламу мельник видел только раз, на стене сельского магазина возле самой дороги."),
    ],
)
def test_a_heading_whose_paragraph_takes_it_up(language: str, heading: str, paragraph: str) -> None:
    assert_untouched(in_midst(language, heading, paragraph))


@pytest.mark.parametrize(
    ("language", "line"),
    each(
        {"en": ["Advertisement", "Getty Images"], "es": ["Publicidad", "Leer más"], "ru": ["Реклама"], "tr": ["Reklam"]}
    ),
)
def test_what_is_set_between_paragraphs_goes(language: str, line: str) -> None:
    assert line not in clean_text("\n".join(in_midst(language, line))).text.splitlines()


BOOKS = ["The Water Wheels of the North, by Ada Marsh", "Stones and Bread, by Tom Ruddock", "Flour, by Ida Penn"]
NETWORKS = ["Facebook", "Twitter", "Instagram", "TikTok"]
LISTS = [
    *(("en", [heading, *BOOKS]) for heading in ("Further reading", "Recommendations", "Highlights", "Discussions")),
    ("en", ["Recommendations", "Mend the roof before winter", "Pay for half of the axle"]),
    ("fr", ["Pour aller plus loin", "Les roues du Nord, Ada Marsh", "Pierres et pain, Paul Renard"]),
    ("en", ["Comments", "Roof: Mr Hart wants slate", "Axle: the engineer wants oak"]),
    ("fr", ["Commentaires", "Toit : M. Hart veut de l'ardoise", "Essieu : l'ingénieur veut du chêne"]),
    ("ar", ["التعليقات", "السقف: السيد هارت يريد القرميد", "المحور: المهندس يريد البلوط"]),
    ("fa", ["نظرات", "سقف: آقای هارت سفال می‌خواهد", "محور: مهندس چوب بلوط می‌خواهد"]),
    ("en", ["The networks compared", *NETWORKS]),
    ("fr", ["Les réseaux comparés", *NETWORKS]),
    ("ar", ["مقارنة بين الشبكات", "فيسبوك", "تويتر", "إنستغرام", "تيك توك"]),
    ("fa", ["مقایسه شبکه‌ها", "فیسبوک", "توییتر", "اینستاگرام", "تیک‌تاک"]),
    ("en", ["The sections of the paper", "Politics", "Sports", "Business", "Opinion"]),
    ("en", ["How to print", "Log in", "Choose Print", "Press Send", "Sign out"]),
    ("fr", ["Comment imprimer", "Se connecter", "Choisir Imprimer", "Appuyer sur Envoyer", "Se déconnecter"]),
    ("ar", ["كيف تطبع", "تسجيل الدخول", "اختيار طباعة", "الضغط على إرسال", "تسجيل الخروج"]),
    ("en", ["Contact", "Town Hall, 4 Mill Lane", "Tel. 01632 960001", "mill@example.org"]),
    ("en", ["Contact", "Town Hall, 4 Mill Lane", "www.example.org"]),
    ("fr", ["Contact", "Mairie, 4 rue du Moulin", "Tél. 01 99 00 12 34", "moulin@example.org"]),
    ("ar", ["للتواصل", "دار البلدية، شارع الطاحونة 4", "هاتف: 01632960001", "mill@example.org"]),
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("language", "lines"), LISTS)
def test_a_list_below_its_heading(language: str, lines: list[str], place: Place) -> None:
    assert_untouched(place(language, *lines))


@pytest.mark.parametrize(
    "lines",
    [
        NETWORKS,
        ["Follow us", *NETWORKS],
        ["Ada Marsh", *NETWORKS],
        ["Ada Marsh", "Staff writer", "amarsh@example.org"],
        ["amarsh@example.org"],
        ["Contact us", "About us", "Privacy policy"],
        ["Comments", "Ida Penn says:", "May 4, 2021 at 9:14 am", "I miss the wheel", "Reply"],
        ["Comments"],
        ["Related articles", "The night ferry is back", "Who pays for the lighthouse"],
    ],
)
def test_a_list_of_the_site_below_the_article_goes(lines: list[str]) -> None:
    left = clean_text("\n".join(at_end("en", *lines))).text.splitlines()
    assert set(left).isdisjoint(lines[1:] or lines)


@pytest.mark.parametrize(("language", "lines"), LISTS)
def test_a_list_goes_where_the_document_has_furniture(language: str, lines: list[str]) -> None:
    footer = ["Privacy Policy", "Terms of Service", "Contact us", "Advertise", "All rights reserved"]
    left = clean_text("\n".join(["Home", "Log in", "Subscribe", *at_end(language, *lines), *footer])).text.splitlines()
    assert set(left).isdisjoint(lines[1:3])


MENU = ["- Accueil", "- Le moulin", "- Contact", "- Plan du site", "- Mentions légales", "- Divers"]
MINUTES = [
    "Réparation du moulin communal et de sa roue",
    "Le maire rappelle que la roue ne tourne plus depuis la crue, et que le meunier demande une aube neuve.",
    "Le conseil, après en avoir délibéré, décide à l'unanimité de faire scier un chêne de la forêt communale.",
]


def test_items_of_which_rules_know_several_are_a_menu() -> None:
    kept = clean_text("\n".join([*MENU, *MINUTES])).text
    assert "Contact" not in kept
    assert "Accueil" not in kept
