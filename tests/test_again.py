"""What a page keeps for a reason reads like furniture once it is flattened: lists, tables, code, letters, answers."""

import pytest

from cleaner import clean
from cleaner.cleaning import clean_text

TITLE = "The ferry that still takes coins"
LEAD = "For forty-one years the captain has taken fares in a coffee can that is bolted to the deck beside the wheel."
NEXT = "The county said in March that it would no longer pay for trips which nobody could count, and gave him a summer."
MORE = "A dozen riders came to the hall on Tuesday to ask what would become of people who own neither card nor phone."
LAST = "The captain says that he has counted every trip since the first, and that the can has never been a coin short."
ARTICLE = [TITLE, LEAD, NEXT, MORE, LAST]
BOATS = ["Tern", "Gannet", "Sea Mew", "Old Ida", "Plover", "Curlew", "Petrel", "Razorbill"]
DECKS = ["open", "closed", "half open"]
PRICES = ["two coins", "four coins"]
PITCH = (
    "Riders who have made the crossing for ten years and more tell at the pier how they found their way to it, and why."
)
RECORD = (
    "-> Seq Scan on trips t (cost=0.00..2890.00 rows=99999 width=97) (actual time=0.008..25.752 rows=99999 loops=1) [a]"
    " (never executed)"
)


def entry(town: str) -> list[str]:
    pitch = PITCH if town < "P" else f"{PITCH} Others do so on Mondays."
    return [f"Day of the ferry at {town} Quay", pitch, f"The boats of {town} go at nine."]


def letter(day: int) -> list[str]:
    head = [f"Date: {day} Feb 2002 22:43:29 +0000", "From: Ada Quill", "To: Ole Brandt", "Subject: the can"]
    return [*head, f"Counted it {day} times.", LEAD.replace("forty-one", f"forty-{day}")]


UNTOUCHED = {
    "sources": [*ARTICLE, "Sources", *[f"https://ferries.example/{boat}" for boat in ("tern", "gannet", "mew")]],
    "shops below their wares": [
        *ARTICLE,
        *[
            line
            for n, boat in enumerate(BOATS, 1)
            for line in (f"{n}) A model of the {boat}", f"http://boats.example/{n}")
        ],
    ],
    "an address that a sentence announces": [
        *ARTICLE[:-1],
        "Whoever wants a seat may write to the captain himself, who answers:",
        "https://ferries.example/seats",
    ],
    "code with bare signs in its lines": [
        TITLE,
        LEAD,
        NEXT,
        "for (trip of trips) {",
        "if (trip.coins",
        ">",
        "2) {",
        "count(trip);",
        "×",
        "}",
        "}",
        MORE,
        LAST,
    ],
    "sites that entries are taken from": [
        *[TITLE, LEAD, "www.quay-a.example", NEXT, MORE, "Boats of the north", "www.quay-b.example", LAST],
        *[f"{NEXT} {PITCH}", f"{MORE} {PITCH}", PITCH, "www.quay-c.example", "Boats of the south", f"{LAST} {PITCH}"],
    ],
    "addresses within data": [
        TITLE,
        LEAD,
        NEXT,
        "{",
        '"boats": [',
        '"https://boats.example/tern",',
        '"https://boats.example/mew"',
        "],",
        "}",
        MORE,
        LAST,
    ],
    "letters with their heads": [
        TITLE,
        LEAD,
        NEXT,
        MORE,
        *[line for day in (3, 5, 7, 9) for line in letter(day)],
        LAST,
    ],
    "a table at the end": [
        *ARTICLE,
        "The boats at a glance",
        *[
            cell
            for n, boat in enumerate(BOATS * 2)
            for cell in (f"{boat} {n // 8 + 1}", DECKS[n % 3], PRICES[n * n % 3 // 2], f"{n % 5} crew")
        ],
    ],
    "a table with bars at the end": [
        *ARTICLE,
        "Boat | Trips | Coins | Crew",
        *[f"{boat} | {41 * n} | {164 * n} | {n % 3}" for n, boat in enumerate(BOATS, 1)],
    ],
    "a table whose head has fewer cells than its rows": [
        *[TITLE, "Boat | Year | Pier | Built of | Sails"],
        *[f"{boat} | {1970 + n} | Gull Quay | {n} kinds of wood | {n} | red" for n, boat in enumerate(BOATS, 1)],
        *ARTICLE[1:],
    ],
    "a table with bars and a name above each row": [
        *ARTICLE,
        "Boat | Deck | Sails | Hold",
        *[
            line
            for n, boat in enumerate(BOATS)
            for line in (boat, ["old | fair | none | good", "fair | old | good | old"][n % 2])
        ],
    ],
    "a list above the first paragraph that says one thing twice": [
        *[TITLE, "Trips", "The Tern at nine", "open to all riders", "The Gannet at ten", "open to all riders"],
        *["The Old Ida at noon", "closed for the winter", "Fares", LEAD, NEXT, MORE, LAST],
    ],
    "a heading that is the title without its end": [
        *[
            "The ferry that still takes coins - A rider's guide",
            LEAD,
            NEXT,
            TITLE,
            MORE,
            LAST,
            f"{PITCH} Others go by car.",
        ],
    ],
    "names above that are headings below": [
        TITLE,
        "Nobody counts them all.",
        LEAD,
        *[f"{boat} {n}" for n in range(5) for boat in BOATS],
        *[line for n in range(5) for boat in BOATS[::-1] for line in (f"{boat} {n}", f"{NEXT} {boat} {n} goes on.")],
    ],
    "entries of a list with one pitch": [
        TITLE,
        LEAD,
        *[line for town in ("North", "South", "Mill", "Sand", "Gull", "Salt") for line in entry(town)],
        MORE,
    ],
    "an answer that says again what was told": [
        *[TITLE, LEAD, f"{NEXT} {MORE}", LAST],
        *["Questions", "Why does nobody count the trips?", f"{NEXT} {MORE}"],
    ],
    "a record that holds one line twice": [
        TITLE,
        LEAD,
        NEXT,
        RECORD,
        "Filter: (coins < 4)",
        "Planning Time: 0.3 ms",
        RECORD,
        MORE,
        LAST,
    ],
    "a heading like the title that announces a list": [
        TITLE,
        LEAD,
        "THE FERRY THAT STILL TAKES COINS:",
        "Logbook of the first year",
        "Songs from the pier",
        NEXT,
        MORE,
    ],
    "a heading like the title below a long paragraph": [TITLE, f"{LEAD} {NEXT} {MORE}", TITLE, NEXT, MORE, LAST],
    "a heading like the title below two paragraphs": [TITLE, LEAD, NEXT, TITLE, MORE, LAST],
    "a question about the title at the end": [*ARTICLE, "Questions", f"Where is {TITLE[0].lower()}{TITLE[1:]}?"],
    "words of menus in a title": ["The 25 Best Travel Companies in New York", *ARTICLE[1:]],
    "words of menus in a heading at the end": [*ARTICLE, "Smart home security news", "About the ferry"],
    "an arrow far below the first paragraph": [
        TITLE,
        LEAD,
        "Tern",
        "Gannet",
        "Example:",
        "If coins > 4 → Send the boat",
        *["Else → Wait on the pier", "How it works:", "Counts the coins", "Looks at the clock"],
        *[f"The {boat.lower()} in {season}" for season in ("spring", "autumn", "winter") for boat in BOATS],
        *[f"{text} That was in year {year}." for year in range(1, 9) for text in (NEXT, MORE, LAST)],
        *[f"Trip {n}" for n in range(6)],
    ],
    "records with values in common": [
        TITLE,
        *[
            line
            for boat, text, pier, year, crew in (
                ("Tern", LEAD, "Old Pier", 1981, 3),
                ("Gannet", NEXT, "Old Pier", 1990, 2),
                ("Sea Mew", MORE, "Sand Quay", 1981, 3),
                ("Old Ida", LAST, "Mill Quay", 1974, 3),
            )
            for line in (boat, text, f"Lies at: {pier}", f"Built in: {year}", f"Crew: {crew}")
        ],
    ],
    "lines of code that come back": [
        TITLE,
        LEAD,
        *["if coins < fare {", "return", "}", "count(trip)"],
        NEXT,
        *["sail(trip)", "if coins < fare {", "wait(rider)", "}"],
        MORE,
        *["if late {", "return", "}"],
        LAST,
    ],
    "numbers alone above paragraphs": [
        TITLE,
        *[line for n, text in enumerate((LEAD, NEXT, MORE, LAST), 1) for line in (f"{n}.", text)],
    ],
}


@pytest.mark.parametrize("lines", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_untouched(lines: list[str]) -> None:
    assert clean_text("\n\n".join(lines)).text.split("\n\n") == lines


GOES = {
    "a menu with bars in three rows": [
        *["Home | News | Sport", "Tides | Boats | Weather", "Login | Search | Jobs"],
        *ARTICLE,
    ],
    "one address alone": [*ARTICLE, "https://ferries.example/a1b2"],
    "a row of sister sites": [*ARTICLE, "ferries.example.com", "quays.example.com", "boats.example.com"],
    "an address behind a label": [*ARTICLE, "Short link:", "https://ferries.example/a1b2"],
    "bare signs in a row, with no code": [*ARTICLE[:3], ">", "×", ">", *ARTICLE[3:]],
    "the paragraph again, below no question": [*ARTICLE, "In other words", NEXT + " " + MORE],
}


@pytest.mark.parametrize("lines", GOES.values(), ids=GOES.keys())
def test_goes(lines: list[str]) -> None:
    source = [*lines[:4], f"{NEXT} {MORE}", *lines[4:]]
    kept = clean_text("\n\n".join(source)).text.split("\n\n")
    assert len(kept) < len(source)
    assert all(any(line in other for other in kept) for line in ARTICLE)


def test_a_place_beside_the_date_is_no_author() -> None:
    days = [TITLE, "Gull Quay, Norway", "12 May 2024", LEAD, NEXT, MORE, LAST, PITCH]
    days += ["Gull Quay, Norway", "The boat lies there until noon.", LEAD.replace("forty-one", "forty-two")]
    assert {verdict.rule for verdict in clean_text("\n\n".join(days)).dropped.values()} == {"en-date-line-head"}


def page(inside: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in (LEAD, NEXT))
    more = "".join(f"<p>{text}</p>" for text in (MORE, LAST))
    return clean(f"<main><article><h1>{TITLE}</h1>{body}{inside}{more}</article></main>", format="html").body


STAYS = {
    "an address of several lines": "Ferry Office<br>Old Pier 2<br>open on Fridays",
    "a list that says «related» of its own": "Related species<br>The tern and the gannet live on the pier.",
    "addresses": "<br>".join(f"https://ferries.example/{boat}" for boat in ("tern", "gannet", "mew")),
}


@pytest.mark.parametrize("lines", STAYS.values(), ids=STAYS.keys())
def test_lines_of_a_block_stay(lines: str) -> None:
    assert lines.replace("<br>", "\n") in page(f"<p>{lines}</p>")


def test_references_in_one_block_go() -> None:
    for references in (
        "Read more: Mill burns down again<br>Read more: A choir of basses",
        "Don't miss<br>Mill burns down again<br>A choir of basses",
    ):
        assert page(f"<p>{references}</p>") == page("")


def test_a_heading_of_nothing_goes_from_the_end_and_two_stay() -> None:
    end = '<h2>More news</h2><ul class="related"><li><a href="/a">Mill burns down again</a></li></ul>'
    whole = f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in (LEAD, NEXT, MORE, LAST))
    assert clean(f"<article>{whole}<h2>Boats of the bay</h2></article>{end}", format="html").text.strip().endswith(LAST)
    names = "<h3>Tern</h3><h3>Gannet</h3><h3>Mew</h3>"
    assert "Gannet\n\nMew" in clean(f"<article>{whole}{names}</article>", format="html").text


def test_the_headline_again_goes_and_a_heading_like_it_below_stays() -> None:
    first = f"<h2>{TITLE.upper()}</h2><p>{LEAD}</p>"
    source = f"<article><h1>{TITLE}</h1>{first}<p>{NEXT}</p><h2>{TITLE}</h2><p>{MORE}</p><p>{LAST}</p></article>"
    assert clean(source, format="html").body.split("\n\n")[:3] == [LEAD, NEXT, TITLE]


def test_the_article_once_more_in_one_block_goes() -> None:
    parts = [TITLE + ".", LEAD, NEXT, MORE, LAST]
    inside = "".join(f"<p>{text}</p>" for text in parts)
    source = f"<article><h1>Fares</h1>{inside}<div>{' '.join(parts)}</div></article>"
    assert clean(source, format="html").body.strip().split("\n\n") == parts
    longer = " ".join([TITLE + ".", *[f"{LEAD} In year {year} it held." for year in range(5)]])
    other = f"<article><h1>Fares</h1>{inside}<p>{longer}</p></article>"
    assert longer in clean(other, format="html").body


def test_what_others_wrote_on_a_network_stays_and_its_buttons_go() -> None:
    post = "<blockquote><p>The can is full again, and so is the boat. See you on Friday.</p></blockquote>"
    assert "The can is full" in page(f'<div class="social-media-embed">{post}</div>')
    assert "Tell" not in page('<div class="social-media-bar"><span>Tell a friend</span> <span>Tell a foe</span></div>')


def test_a_headline_in_capitals_that_is_a_link_goes() -> None:
    headline = "MILL BURNS DOWN FOR A SECOND TIME"
    assert headline not in page(f'<p><a href="/mill"><b>{headline}</b></a></p>')
    assert headline in page(f"<p><b>{headline}</b></p>")
    assert headline in page(f'<h2><a href="#mill">{headline}</a></h2>')
    assert "NASA" in page('<p><a href="/moon">أعلنت وكالة الفضاء NASA موعد رحلتها المقبلة إلى القمر</a></p>')
    assert "OFFICE" in page(
        '<p><a href="/office">FERRY OFFICE</a></p><p>It opens on Fridays at nine in the morning.</p>'
    )


def test_a_table_of_contents_goes_from_a_page_as_from_its_lines() -> None:
    names, texts = ["Where she came from", "What the county says", "Who rides today"], [NEXT, MORE, LAST]
    sections = [line for pair in zip(names, texts, strict=True) for line in pair]
    box = "".join(f"<li>{name}</li>" for name in names)
    parts = "".join(f"<h2>{name}</h2><p>{text}</p>" for name, text in zip(names, texts, strict=True))
    source = f"<main><article><h1>{TITLE}</h1><p>{LEAD}</p><ul>{box}</ul>{parts}</article></main>"
    assert clean(source, format="html").body.strip().split("\n\n") == [LEAD, *sections]
    assert clean_text("\n\n".join([TITLE, LEAD, *names, *sections])).text.split("\n\n") == [TITLE, LEAD, *sections]


NAMES = ["The first summer", "What the county says", "Who rides today", "Where the coins go"]
SECTIONS = "".join(f"<h2>{name}</h2><p>{text}</p>" for name, text in zip(NAMES, (LEAD, NEXT, MORE, LAST), strict=True))


def link(name: str) -> str:
    return f'<a href="#{name[:3]}">{name}</a>'


CONTENTS = {
    "in one block": "<p>" + "<br>".join(map(link, NAMES[1:])) + "</p>",
    "a part without a section": "".join(
        f"<li>{link(name)}</li>" for name in (*NAMES[1:3], "Boats of the bay", NAMES[3])
    ),
    "a part without a link": f"<li>{link(NAMES[1])}<li>{link(NAMES[2])}<li>Money<ul><li>{link(NAMES[3])}</ul>",
}


@pytest.mark.parametrize("inside", CONTENTS.values(), ids=CONTENTS.keys())
def test_links_that_name_the_headings_below_go(inside: str) -> None:
    opening = LEAD.replace("forty-one", "forty-two")
    source = f"<main><article><h1>{TITLE}</h1><p>{opening}</p><ul>{inside}</ul>{SECTIONS}</article></main>"
    body = clean(source, format="html").body
    assert body.startswith(f"{opening}\n\n{NAMES[0]}\n\n{LEAD}")
    assert clean(source.replace(inside, ""), format="html").body == body


def test_links_with_a_paragraph_each_are_no_contents() -> None:
    days = [f"<h2>{link(name)}</h2><p>{NEXT} It was in {day} May.</p>" for day, name in enumerate(NAMES * 2, 1)]
    source = f"<main><article><h1>{TITLE}</h1><p>{LEAD}</p>{''.join(days)}<p>{LAST}</p></article></main>"
    assert all(clean(source, format="html").body.count(f"{name}\n") == 2 for name in NAMES)


def test_a_block_that_says_itself_time_and_again_goes_and_a_refrain_stays() -> None:
    looped = [line for n in range(4) for line in (f"Day {n}", "The harbour now", f"{NEXT} {MORE}", "Boats", LAST)]
    assert "harbour" not in page(f"<p>{'<br>'.join(looped)}</p>")
    log = "\n".join(line for n in range(4) for line in (f"run {n}", f"WARNING {'the can is nearly full ' * 7}", "done"))
    assert log in page(f"<pre>{log}</pre>")
    sung = [
        line
        for n in range(4)
        for line in (f"And on the day {n} we rowed", "o row, my love, and count the coins that fall in the can")
    ]
    assert "\n".join(sung) in page(f"<p>{'<br>'.join(sung)}</p>")


def test_paragraphs_that_come_back_are_no_contents() -> None:
    notes = [f"{MORE} Note {number}." for number in "abc"]
    dropped = clean_text("\n\n".join([TITLE, LEAD, *notes, "Once more", *notes, NEXT])).dropped
    assert "contents-box" not in {verdict.rule for verdict in dropped.values()}
