"""Parts of an article that are built as posts, captions or answers are: what must stay, and what goes."""

import pytest

from cleaner import clean

TEXTS = [
    "The council voted on Monday to rebuild the old bridge, and the masons will begin when the water is low again.",
    "The arches were cut by a man who signed none of them, so the county sends for somebody who can read his chisel.",
    "A ferry will carry the school across until the autumn, and the teacher has asked for a boat with a roof on it.",
    "Nobody has said yet who pays for the lamps, which the old bridge never had and the new one is going to need.",
]
NAMES = ("Ada", "Tom", "Ida", "Eva")
MONTHS = [f"2024/03/1{n} 09:1{n}" for n in range(4)]


def each(form: str, count: int = 4) -> str:
    parts = zip(range(1, count + 1), NAMES, MONTHS, TEXTS, strict=False)
    return "".join(form.format(n=n, name=name, date=date, text=text) for n, name, date, text in parts)


CENTRED = "<p style='text-align: center'>"
SLEEP = "{name} has not slept for nine winters, and nobody can say why."
OWN = {
    "tweets in a thread": f"<article class=thread>{each('<div class=tweet><b>{n}/4</b><p>{text}</p></div>')}</article>",
    "steps of a guide": (
        f"<article class=thread-guide>{each('<div class=step><b>Step {n}</b><p>{text}</p></div>')}</article>"
    ),
    "terms and what they mean": f"<article><dl class=thread-terms>{each('<dt>Term {n}<dd>{text}')}</dl></article>",
    "sections of a discussion": (
        f"<article><p>{TEXTS[3]}</p><div class=discussion>"
        + each("<section class=sub><p><b>Limits {n}</b></p><p>{text}</p></section>", 3)
        + "</div></article>"
    ),
    "short answers": (
        "<article>"
        + each("<h3>Does {name} sleep?</h3><div class=answer><p class=lead-in>No.</p><p class=text>{text}</p></div>")
        + "</article>"
    ),
    "verdicts below headings": f"<article>{each('<h3>Claim {n}</h3><div>False</div><p>{text}</p>')}</article>",
}


@pytest.mark.parametrize("page", OWN.values(), ids=OWN.keys())
def test_all_of_it_stays(page: str) -> None:
    left = clean(page, format="html").text
    assert [text for text in TEXTS if text in left] == TEXTS
    assert left.count("No.") == page.count("No.")
    assert left.count("False") == page.count("False")


@pytest.mark.parametrize("paragraph", ["", f"<p>{TEXTS[0]}</p>"])
def test_a_story_told_in_pictures_stays(paragraph: str) -> None:
    pictures = each(f"{CENTRED}<img src=a></p>{CENTRED}{SLEEP}</p>")
    left = clean(f"<article>{paragraph}{pictures}</article>", format="html").text
    assert all(SLEEP.format(name=name) in left for name in NAMES)


def test_captions_in_the_middle_of_an_article_go() -> None:
    caption = f"{CENTRED}<img src=a></p>{CENTRED}The crane was lowered in March.</p>"
    text = "".join(f"<p>{text}</p>" for text in TEXTS)
    left = clean(f"<article>{text}{caption}{text.replace('The', 'This')}</article>", format="html").text
    assert "lowered" not in left


@pytest.mark.parametrize(
    "post",
    ["<div class=post>{n} Nobody {date}<p>{text}</p></div>", "<div class=post><b>{n} Nobody</b> {date}<p>{text}</div>"],
)
def test_posts_that_tell_their_time_go_but_for_the_first(post: str) -> None:
    left = clean(f"<div class=thread><h1>Which lamp ran first?</h1>{each(post)}</div>", format="html").text
    assert [text for text in TEXTS if text in left] == TEXTS[:1]
