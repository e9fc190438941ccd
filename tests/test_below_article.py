"""Notes about authors and lists of teasers below the article: what must stay, then what goes."""

import pytest

from cleaner.cleaning import clean_text

TITLE = "The ferry that still takes coins"
LEAD = "For forty-one years the captain has taken fares in a coffee can that is bolted to the deck beside the wheel."
NEXT = "The county said in March that it would no longer pay for trips which nobody could count, and gave him a summer."
MORE = "A dozen riders came to the hall on Tuesday to ask what would become of people who own neither card nor phone."
LAST = "The captain said that he would keep the can on his kitchen sill, where the children could still drop coins in."
ARTICLE = [TITLE, LEAD, NEXT, MORE, LAST]
FOOTER = ["Privacy Policy", "Terms of Service", "Contact us", "All rights reserved"]
NAME = "Ines Calloway"
NOTE = (
    f"{NAME} is the paper's harbour correspondent and has written two books on tides and the people who live by them."
)
TEASERS = [
    line
    for day, title in enumerate(("The night ferry is back", "Who pays for the lighthouse", "Eleven boats, no crew"), 3)
    for line in (title, f"{day} May 2021", f"On the north quay nobody had seen number {day} coming, least of all she.")
]


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).text.splitlines()


def profile(name: str) -> list[str]:
    return [name, f"{name} came to the island as a child and has rowed to the light and back every morning since then."]


SECTIONS = [
    line for head in ("The boat", "The pier", "The fare") for line in (head, f"{head} is older than he is. {LEAD}")
]
ENTRIES = [
    line
    for day, what in enumerate(("It blew from the north", "Nobody rowed", "The light was out again", "Rain came"), 3)
    for line in (f"May {day}, 2021", f"{what}, so the boats stayed at the quay until somebody made coffee.")
]
UNTOUCHED = {
    "profiles": [TITLE, LEAD, *profile("Ada Marsh"), *profile("Tom Ruddock"), *profile("Ida Penn")],
    "a profile that the article goes on below": [
        TITLE,
        LEAD,
        NEXT,
        NAME,
        NOTE,
        "Advertisement",
        MORE,
        LAST,
        LEAD + "!",
    ],
    "a heading that its paragraph takes up": [
        *ARTICLE,
        "The coffee can",
        "The coffee can is a museum piece by now. " + LEAD,
    ],
    "sections of one paragraph": [TITLE, LEAD, *SECTIONS],
    "a diary": [*ARTICLE, *ENTRIES],
}


@pytest.mark.parametrize("lines", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_untouched(lines: list[str]) -> None:
    body = [line for line in lines if line != "Advertisement"]
    assert kept(*lines) == body
    assert kept(*lines, *FOOTER) == body


def test_a_note_without_furniture_may_be_what_the_text_is_about() -> None:
    assert kept(*ARTICLE, NAME, NOTE) == [*ARTICLE, NAME, NOTE]


@pytest.mark.parametrize("box", [[NAME, NOTE], [NAME, "Harbour correspondent", NOTE], [f"About {NAME}", NOTE]])
def test_a_note_about_the_author_goes(box: list[str]) -> None:
    assert kept(*ARTICLE, *box, "Share", *FOOTER) == ARTICLE


def test_a_note_that_gives_the_first_name_goes_where_the_name_stands_above() -> None:
    note = NOTE.replace(NAME, "Ines")
    result = clean_text("\n".join([TITLE, f"By {NAME}", LEAD, NEXT, MORE, LAST, NAME, note, *FOOTER]))
    assert note not in result.text


def test_a_note_in_german_goes() -> None:
    text = [
        "Die Fähre nimmt noch Münzen",
        "Seit einundvierzig Jahren sammelt der Kapitän das Fahrgeld in einer Kaffeedose, die neben dem Steuer hängt.",
        "Der Kreis zahlt nicht mehr für Fahrten, die niemand zählen kann, und gab ihm einen Sommer lang Zeit.",
        "Ein Dutzend Fahrgäste kam am Dienstag und fragte, was aus Leuten ohne Karte und Telefon werden soll.",
    ]
    note = [
        "Über Imke Petersen",
        "Seit 2014 schreibt Imke Petersen über alles, was auf der Insel an- und ablegt, meist im Winter.",
    ]
    footer = ["Impressum", "Datenschutz", "Kontakt", "Alle Rechte vorbehalten"]
    assert kept(*text, *note, *footer) == text


def test_teasers_below_a_heading_go() -> None:
    assert kept(*ARTICLE, "Related articles", *TEASERS, *FOOTER) == ARTICLE


def test_teasers_that_nothing_announces_stay() -> None:
    assert kept(*ARTICLE, *TEASERS) == [*ARTICLE, *TEASERS]


def test_a_heading_above_sections_of_an_article_written_so_takes_none() -> None:
    assert kept(TITLE, *SECTIONS, "Related articles", *SECTIONS[2:])[-4:] == SECTIONS[2:]


def test_the_article_below_a_list_in_its_midst_stays() -> None:
    rest = [LEAD + " Nobody minded.", NEXT + " Nobody came.", MORE + " Nobody spoke."]
    assert kept(*ARTICLE, "Related articles", *TEASERS[:3], *rest)[-3:] == rest


def test_a_name_in_the_midst_stays_though_furniture_stands_beside_it() -> None:
    text = [*ARTICLE, NAME, NOTE, "Share", LEAD + " Nobody minded.", NEXT + " Nobody came."]
    assert {NAME, NOTE} <= set(kept(*text, *FOOTER))


def test_a_name_that_no_furniture_stands_beside_stays() -> None:
    last = ["She rows.", "She bakes.", "She sings on Sundays.", "And she never counts."]
    assert {NAME, NOTE} <= set(kept(*ARTICLE, NAME, NOTE, *last, *FOOTER))


def test_a_heading_in_an_article_of_short_sections_takes_none() -> None:
    heads = ("The boat", "The pier", "The fare", "The can", "The hall", "The light")
    sections = [line for head in heads for line in (head, f"{head} is older than he is. {NEXT}")]
    left = kept(TITLE, LEAD, *sections[:8], "Related articles", *sections[8:], *FOOTER)
    assert {*sections[:8], *sections[9:]} <= set(left)  # the line right below the heading is the heading's own


def test_a_list_below_which_much_of_the_article_follows_stays() -> None:
    above = [*ARTICLE, *(f"{line} Nobody minded." for line in ARTICLE[1:])]
    rest = ["The can", f"{LEAD} {NEXT} {MORE} {LAST}"]
    sections = [line for line in TEASERS[:6] if "May" not in line]
    left = kept(*above, "Related articles", *sections, *rest, *FOOTER)
    assert {*sections[1:], *rest} <= set(left)


def test_headlines_behind_bullets_below_the_article_may_ask() -> None:
    items = ["- The night ferry is back", "- Who pays for the lighthouse?", "- Eleven boats and no crew!"]
    assert kept(*ARTICLE, "Related articles", *items) == ARTICLE


def test_questions_behind_bullets_in_the_article_stay() -> None:
    asked = ["- The night ferry is back", f"- {NEXT[:-1]}?", "- Who mends the boats?"]
    assert asked[1] in kept(TITLE, LEAD, "Related articles", *asked, MORE, LAST)


def test_one_teaser_that_breaks_off_at_the_end() -> None:
    teaser = [
        "The night ferry is back",
        "On the north quay nobody had seen it coming, least of all the captain, who says that …",
    ]
    assert kept(*ARTICLE, "Read also:", *teaser) == ARTICLE
    assert kept(*ARTICLE[:3], "Read also:", *teaser, MORE, LAST)[-2:] == [MORE, LAST]
    assert LAST in kept(*ARTICLE[:4], "Read also:", "The night ferry is back", LAST), "it does not break off"
