"""A page without a paragraph still gives its text, while a listing and a login wall give none."""

import pytest

from cleaner import Choice, CleanerError, clean

MENU = "<nav><a href=/>Home</a> <a href=/poems>Poems</a> <a href=/about>About</a></nav>"
ASIDE = "<div class=sidebar><h3>More</h3><ul><li><a href=/1>The mill</a></li><li><a href=/2>Salt</a></li></ul></div>"
FOOTER = "<footer>Imprint and privacy</footer>"
VERSE = (
    *("The tide goes out at four", "and leaves the boats to lean.", "My father shuts the door"),
    *("on all that might have been.", "The lamps along the street", "are lit, and some are not."),
)
ARABIC = ("يمضي القطار إلى الجنوب", "وتبقى يدي على النافذة", "كأن المدينة تنام الآن", "ولا أحد يوقظ الباعة")
CHINESE = ("河水带走了灯", "窗边没有声音", "一只船慢慢靠近", "我们都没有说话")
QUESTIONS = ("When do you open?", "At nine, all year.", "Are dogs allowed?", "Yes, on a lead.")
LOGIN = "<label>Name</label><input name=n><label>Password</label><input type=password><button>Log in</button>"
LINKS = [f"<a href=/{i}>The council votes on quay {i}</a>" for i in range(12)]


def page(inside: str) -> str:
    return f"<!doctype html><body>{MENU}{inside}{ASIDE}{FOOTER}</body>"


def each(tag: str, lines: tuple[str, ...]) -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


def lines_of(source: str) -> list[str]:
    return [line for line in clean(source, format="html").body.split("\n") if line]


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        (f"<h1>Ebb</h1><div>{'<br>'.join(VERSE)}</div>", VERSE),
        (f"<h1>Ebb</h1><div><div>{'<br>'.join(VERSE[:4])}</div><div>{'<br>'.join(VERSE[4:])}</div></div>", VERSE),
        (f"<h1>Ebb</h1><div class=v>{each('div', VERSE)}</div>", VERSE),
        (f"<div class=v>{each('div', VERSE)}</div>", VERSE),
        (f"<h1>قطار</h1><div>{'<br>'.join(ARABIC)}</div>", ARABIC),
        (f"<h1>夜</h1><div>{'<br>'.join(CHINESE)}</div>", CHINESE),
        (f"<h1>Hours</h1><dl>{each('dt', QUESTIONS)}</dl>", QUESTIONS),
        (f"<h1>Hours</h1><div class=faq>{each('div', QUESTIONS)}</div>", QUESTIONS),
        ("<h1>Notice</h1><p>The ferry does not run today.</p>", ("The ferry does not run today.",)),
        ("<h1>Notice</h1><div>The ferry does not run today.</div>", ("The ferry does not run today.",)),
        (f"<form action=/go><h1>Ebb</h1><div class=v>{each('div', VERSE)}</div></form>", VERSE),
        (f"<form>{LOGIN}</form><h1>Ebb</h1><div class=v>{each('div', VERSE)}</div>", VERSE),
    ],
    ids=[
        *("verse", "stanzas", "line by line", "untitled", "arabic", "chinese", "terms", "questions", "paragraph"),
        *("straight", "page in a form", "login beside"),
    ],
)
def test_short_lines_are_the_article(inside: str, lines: tuple[str, ...]) -> None:
    assert lines_of(page(inside)) == list(lines)


def test_a_recipe_keeps_its_headings() -> None:
    things, steps = ("300 g flour", "a pinch of salt", "180 ml water"), ("Mix all.", "Knead it.", "Bake it.")
    inside = f"<h1>Bread</h1><h2>Things</h2><ul>{each('li', things)}</ul><h2>Steps</h2><ol>{each('li', steps)}</ol>"
    assert lines_of(page(inside)) == ["Things", *things, "Steps", *steps]


@pytest.mark.parametrize(
    "inside",
    [
        f"<h1>Log in</h1><form><p>Log in to read this story.</p>{LOGIN}</form>",
        f"<div class=gate><h1>Members</h1><p>Log in to read this story.</p><form>{LOGIN}</form></div>",
        f"<div class=gate><p>سجل الدخول لقراءة المقال.</p><form>{LOGIN}</form></div>",
        f"<h1>News</h1><ul>{''.join(f'<li>{link}</li>' for link in LINKS)}</ul>",
        f"<h1>News</h1>{''.join(f'<div>{link} 12 May</div>' for link in LINKS)}",
        f"<h1>News</h1>{''.join(f'<div><h3>{link}</h3><div>12 May</div><div>A. Moss</div></div>' for link in LINKS)}",
        f"<h1>News</h1><div>All that is new in town.</div><ul>{''.join(f'<li>{link}</li>' for link in LINKS)}</ul>",
        "",
        "<h1>Only a headline.</h1>",
    ],
    ids=["form", "gate", "arabic gate", "links", "dated", "cards", "introduced", "menu", "headline"],
)
def test_walls_and_listings_are_none(inside: str) -> None:
    with pytest.raises(CleanerError, match="no article"):
        clean(page(inside), format="html")
    assert clean(page(inside), format="html", mode="recall").text.strip()


def test_what_goes_beside_short_lines_has_a_verdict() -> None:
    found = clean(page(f"<div class=v>{each('div', VERSE)}</div>"), format="html")
    assert sorted([*found.kept, *found.dropped]) == list(range(len(found.document.blocks)))


def test_the_users_choice_counts() -> None:
    source = page(f"<div class=v>{each('div', VERSE)}</div>")
    assert "Imprint" in clean(source, format="html", choice=Choice(ignore=frozenset({"page-menu", "page-footer"}))).text
