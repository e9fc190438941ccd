"""What stands with the headline: a standfirst that its site names so, and a headline that is no h1."""

import pytest

from cleaner import clean

TITLE = "The ferry that still takes coins"
LEAD = "A captain has counted every trip since the first, and the county would like to know how he did it for so long."
BODY = [
    "For forty-one years the captain has taken fares in a coffee can that is bolted to the deck beside the wheel.",
    "The county said in March that it would no longer pay for trips which nobody could count, and gave him a summer.",
    "A dozen riders came to the hall on Tuesday to ask what would become of people who own neither card nor phone.",
]
PICTURE = "<figure><img src=a.jpg><figcaption>The ferry at the north pier last spring.</figcaption></figure>"


def page(head: str, title: str = f"<h1>{TITLE}</h1>", name: str = TITLE) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return (
        f"<!doctype html><html><head><title>{name}</title></head><body><nav><a href=/>Home</a> <a href=/s>Sport</a>"
        f"</nav><main><div class=top>{title}{head}</div>{PICTURE}<div class=story-body>{body}</div></main>"
    )


NONE = {
    "nothing": "",
    "a sentence without a name": f"<p>{LEAD}</p>",
    "names": "<div class=byline>By Ada Quill, who has written of ferries and their crews for twenty years.</div>",
    "a caption": f"<p class=caption>{LEAD}</p>",
    "a box": f"<p class=newsletter-signup>{LEAD}</p>",
    "links": f"<p class=summary><a href=/a>{LEAD}</a></p>",
    "a label": "<p class=lead>Ferries</p>",
    "a phrase": "<p class=lead>Of captains, counties and their cans of coins</p>",
}


@pytest.mark.parametrize("head", NONE.values(), ids=NONE)
def test_is_none(head: str) -> None:
    assert clean(page(head)).text.strip().split("\n\n") == [TITLE, *BODY]


SOME = {
    "lead": f"<p class=lead>{LEAD}</p>",
    "heading": f"<h2 class=standfirst>{LEAD}</h2>",
    "below the names": f"<div class=byline>By Ada Quill</div><div class=article__excerpt>{LEAD}</div>",
    "in German": f"<p class=vorspann>{LEAD}</p>",
    "without a full stop": f"<h2 class=deck>{LEAD[:-1]}</h2>",
}


@pytest.mark.parametrize("head", SOME.values(), ids=SOME)
def test_stays(head: str) -> None:
    expected = [TITLE, LEAD[:-1] if "deck" in head else LEAD, *BODY]
    assert clean(page(head)).text.strip().split("\n\n") == expected


TOLD = [f'<meta name="description" content="{LEAD}">', f"<meta content='{LEAD[:80]}...' property='og:description'>"]


@pytest.mark.parametrize("meta", TOLD)
@pytest.mark.parametrize("tag", ["p", "h2", "div class=xk2"])
def test_what_the_page_says_it_is_about_stays(meta: str, tag: str) -> None:
    head = f"<{tag}>{LEAD}</{tag.split()[0]}>"
    assert clean(page(head).replace("</head>", f"{meta}</head>")).text.strip().split("\n\n") == [TITLE, LEAD, *BODY]
    assert clean(page("").replace("</head>", f"{meta}</head>")).text.strip().split("\n\n") == [TITLE, *BODY]


def test_two_sentences_stay() -> None:
    more = "It may be the last summer in which a coin pays for the crossing."
    head = f"<div><p class=summary>{LEAD}</p><p class=summary>{more}</p></div>"
    assert clean(page(head)).text.strip().split("\n\n") == [TITLE, LEAD, more, *BODY]


NO_HEADLINES = {
    "another heading": ("<h2>Ferries of the north</h2>", TITLE),
    "a part of the name": ("<h2>The ferry</h2>", f"{TITLE} and a coffee can full of them"),
    "no name": (f"<h2>{TITLE}</h2>", ""),
}


@pytest.mark.parametrize(("title", "name"), NO_HEADLINES.values(), ids=NO_HEADLINES)
def test_no_headline(title: str, name: str) -> None:
    assert clean(page("", title, name)).title is None


@pytest.mark.parametrize("tag", ["h2", "h3", "div", "p"])
@pytest.mark.parametrize("name", [TITLE, f"{TITLE} | Quay Courier", f"Courier &ndash; {TITLE.upper()}"])
def test_headline_by_the_name_of_the_page(tag: str, name: str) -> None:
    cleaned = clean(page("", f"<{tag}>{TITLE}</{tag}>", name))
    assert (cleaned.title, cleaned.body.strip().split("\n\n")) == (TITLE, BODY)


def test_headline_by_the_words_of_that_name() -> None:
    name = "A captain and his can: what the north pier pays with"
    assert clean(page("", f"<h2>{TITLE}</h2>", name)).title is None
    told = f'<meta property="og:title" content="{TITLE[4:]}, says the county">'
    cleaned = clean(page("", f"<h2>{TITLE} in the north</h2>", name).replace("</head>", f"{told}</head>"))
    assert cleaned.title == f"{TITLE} in the north"


def test_an_h1_is_the_headline_whatever_the_page_is_called() -> None:
    name = "Quay Courier: the ferries of the north"
    assert clean(page(f"<h2>{name}</h2>", name=name)).title == TITLE
