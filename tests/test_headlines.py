"""Which h1 of a page is its headline, wherever it stands, and what the others are."""

import pytest

from cleaner import clean

TITLE = "Why the upper bay has two tides"
ONE = (
    "The water in the upper bay rises twice before noon, and the older fishermen plan their mornings by the second "
    "rise, which comes an hour after the first."
)
TWO = (
    "A survey in the winter found the reason in the sill at the mouth, a bank of gravel that holds the flood back "
    "until the channel has filled from below."
)
BODY = [ONE, TWO]
TEXT = "".join(f"<p>{each}</p>" for each in BODY)


def page(above: str, text: str = TEXT, name: str = TITLE) -> str:
    return (
        f"<!doctype html><html><head><title>{name} | The Quay Gazette</title></head><body><nav><a href=/>Home</a>"
        f"<a href=/s>Sport</a></nav>{above}<div class=wrap><div class=column>{text}</div></div></body></html>"
    )


OTHERS = {
    "in a dialog": '<div class="cookie-popup"><h1>We value your privacy</h1><button>Accept</button></div>',
    "of a newsletter": '<div class="newsletter-box"><h1>Letters from the quay</h1><p>Every Friday.</p></div>',
    "of the menu": '<div class="menu-box"><h1>Everything we have</h1><a href=/a>Town</a> <a href=/b>Boats</a></div>',
    "hidden": '<div style="display:none"><h1>Printed from the web</h1></div>',
    "the name of the site": '<div class="top-banner"><h1>Quay Gazette</h1></div>',
    "a picture": '<div class="top-banner"><h1><img src=logo.png></h1>Since 1904</div>',
}


@pytest.mark.parametrize("above", OTHERS.values(), ids=OTHERS)
def test_these_are_no_headlines(above: str) -> None:
    found = clean(page(above, name="Tides and how they come about in the upper bay"))
    assert (found.title, found.body.strip().split("\n\n")) == (None, BODY)


@pytest.mark.parametrize("name", [TITLE, "Two tides", "The bay explained"], ids=["the same", "a part", "another"])
@pytest.mark.parametrize("kind", ["page-banner", "post-share", "entry-tags", "byline", "promo related", "copyright"])
def test_a_headline_in_what_is_called_furniture(kind: str, name: str) -> None:
    above = f'<div class="{kind}"><p>Town</p><h1>Why the upper bay has <em>two</em> tides</h1><p>By Ona Feld</p></div>'
    found = clean(page(above, name=name))
    assert (found.title, found.body.strip().split("\n\n")) == (TITLE, BODY)


@pytest.mark.parametrize("name", [TITLE, f"{TITLE}, says a survey"], ids=["whole", "a good part"])
@pytest.mark.parametrize("other", ["http://tides.example/41", "From the archive"])
def test_of_several_h1s_the_one_that_the_page_is_named_after(other: str, name: str) -> None:
    assert clean(page(f"<div><h1>{TITLE}</h1></div>", f"<h1>{other}</h1>{TEXT}", name)).title == TITLE


def test_sections_that_h1s_head() -> None:
    picture = "<figure><img src=bay.jpg><figcaption>Photo: Ona Feld</figcaption></figure>"
    last = f"{ONE[:-1]} now."
    text = f"<p>{ONE}</p>{picture}<h1 id=tools>Tools of the survey</h1><p>{TWO}</p><h1 id=b>Next week</h1><p>{last}</p>"
    found = clean(page(f"<h1>{TITLE}</h1>", text)).body.strip().split("\n\n")
    assert found == [ONE, "Tools of the survey", TWO, "Next week", last]


SLUGS = {
    "a heading": '<h2 id="related-work">Related work</h2>{text}',
    "a heading of one word": "<h2 id=tools>Tools</h2>{text}",
    "a section": '<section id="comments-on-the-sill"><h2>Comments on the sill</h2>{text}</section>',
}


@pytest.mark.parametrize("inside", SLUGS.values(), ids=SLUGS)
def test_an_id_made_of_the_words_of_a_heading_says_nothing_else(inside: str) -> None:
    text = f"<p>{ONE}</p>{inside.format(text=f'<p>{TWO}</p>')}<p>{ONE[:-1]} now.</p>"
    found = clean(page(f"<h1>{TITLE}</h1>", text)).body.strip().split("\n\n")
    assert (len(found), found[2]) == (4, TWO)


def test_other_ids_tell_what_stands_there() -> None:
    comments = f"<section id=comments><h2>Comments</h2><p>{ONE[:-1]}, I hear.</p><p>{TWO[:-1]}, they say.</p></section>"
    assert "I hear" not in clean(page(f"<h1>{TITLE}</h1>", TEXT + comments)).body


def test_a_notice_above_the_headline() -> None:
    notice = (
        "<noscript><strong>We are sorry, but these pages do not work as they should without scripts enabled. "
        "Please enable them, and come back to go on.</strong></noscript>"
    )
    found = clean(page(f"{notice}<div class=top><h1>{TITLE}</h1></div>"))
    assert (found.title, found.body.strip().split("\n\n")) == (TITLE, BODY)


def test_a_forum_names_itself_in_an_h1_and_the_thread_lower() -> None:
    heads = f"<div id=top><h1 class=name><a href=/>Valley board</a></h1></div><h5>{TITLE}</h5>"
    assert clean(page("", f"{heads}{TEXT}")).title == TITLE


def test_headlines_in_menus_in_headlines_are_read_once() -> None:
    assert ONE in clean(f"<html><body>{'<nav><h1>a ' * 250}{TEXT}</body></html>").text
