"""Lines of a site's chrome in a user's pack: where they go, where they stay, and what mistakes in them are told."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner import Choice, CleanDocument, UsageError, clean
from cleaner.cleaning import clean_text
from cleaner.rules.load import parse
from tests.command import call

PROSE = (
    "The harbour council voted on Tuesday to keep the old crane on the north quay, ending a long dispute.",
    "Engineers who examined the crane in March found its frame sound, although two wheels will be cast anew.",
    "Residents had collected three thousand signatures against the demolition, more than half of the town.",
)
PACK = """
[[site]]
host = "quay.example"
why = "Told by its editors."
lines = [
  { line = "Zorgra: 12", pages = 0.62, where = "head" },
  { line = "Vamdru kesh", pages = 0.4, where = "tail", examples = ["Vamdru Kesh"] },
  { line = "Plidru nifgra", where = "edges" },
  { line = "Sabyor 9", where = "top" },
  "Molfen tib grawen plimol yorsab nif quaver lorn feniol vamdru, wenlux sabyor.",
]
"""
SITES = parse(PACK, "own.toml").sites
LONG = "Molfen tib grawen plimol yorsab nif quaver lorn feniol vamdru, wenlux sabyor."
PAGE = "\n".join(("Zorgra: 7", "Crane stays", *PROSE[:2], LONG, PROSE[2], "vamdru kesh", "Plidru nifgra")) + "\n"
ARTICLE = "\n".join(("Crane stays", *PROSE)) + "\n"


def cleaned(text: str, url: str = "https://www.quay.example/a", ignore: frozenset[str] = frozenset()) -> CleanDocument:
    return clean_text(text, choice=Choice(sites=SITES, url=url, ignore=ignore))


STAYS = {
    "a line of the head below a paragraph": "\n".join((PROSE[0], "Zorgra: 7", PROSE[1])),
    "a line of the tail above a paragraph": "\n".join((PROSE[0], "Vamdru kesh", PROSE[1])),
    "a line of the edges between paragraphs": "\n".join((PROSE[0], "Plidru nifgra", PROSE[1])),
    "a line of the head in the tail": "\n".join((PROSE[0], "Zorgra: 7")),
    "a line below the headline, further down": "\n".join((PROSE[0], PROSE[1], "Sabyor 7", PROSE[2])),
    "a line below the headline, with a line between": "\n".join((PROSE[0], "By the sea", "Sabyor 7", PROSE[2])),
    "a line below a headline that is all there is": "\n".join(("Crane", PROSE[0], "Sabyor 7")),
    "a longer line": "\n".join(("Zorgra: 7 of vamdru", PROSE[0], "Vamdru keshes")),
    "a line of signs": "\n".join(("* * *", PROSE[0], "-")),
}


@pytest.mark.parametrize("name", STAYS)
def test_lines_that_stay(name: str) -> None:
    assert cleaned(STAYS[name]).text == STAYS[name]


@pytest.mark.parametrize("url", ["", "https://quay.test/", "https://notquay.example/", "nonsense"])
def test_other_sites_are_left_alone(url: str) -> None:
    assert cleaned(PAGE, url).text == clean_text(PAGE).text


def test_chrome_goes_with_its_reason() -> None:
    result = cleaned(PAGE)
    assert result.text == ARTICLE
    assert {verdict.rule for verdict in result.dropped.values()} == {"site-quay.example"}
    assert result.dropped[0].reason == "Told by its editors. On 62% of the site's pages."
    assert result.dropped[4].reason == "Told by its editors."


@pytest.mark.parametrize("line", ["ZORGRA : 1,204", "zorgra  3 March 2014", "* Zorgra – 7:30 pm"])
def test_numbers_dates_and_punctuation_do_not_count(line: str) -> None:
    assert cleaned(f"{line}\n{PROSE[0]}\n").text == f"{PROSE[0]}\n"


def test_rules_may_be_left_out_and_exceptions_win() -> None:
    assert cleaned(PAGE, ignore=frozenset({"site-quay.example"})).text == PAGE
    keep = """
[[rule]]
id = "own-zorgra"
kind = "chrome"
keep = true
starts = ["zorgra"]
why = "A column."
[[rule.example]]
text = "keep | Zorgra: 7"
[[rule.example]]
text = "drop | Vamdru"
"""
    choice = Choice(parse(keep, "own.toml").rules, sites=SITES, url="https://quay.example/")
    assert clean_text(PAGE, choice=choice).text == f"Zorgra: 7\n{ARTICLE}"


def test_a_line_right_below_a_headline_that_is_a_sentence_goes() -> None:
    assert cleaned("\n".join((PROSE[0], "Sabyor 7", "Sabyor 8", *PROSE[1:]))).text == "\n".join(PROSE)
    assert cleaned("\n".join(("Sabyor 7", *PROSE))).text == "\n".join(PROSE)


def test_a_page_of_chrome_alone_is_kept() -> None:
    result = cleaned(f"{LONG}\nZorgra: 1\n")
    assert result.guarded
    assert result.text == f"{LONG}\nZorgra: 1\n"


def test_chrome_of_many_words_does_not_keep_a_page_of_few() -> None:
    assert cleaned(f"{LONG}\nA short poem\nof two lines\n").text == "A short poem\nof two lines\n"


@settings(deadline=None)
@example([PROSE[0], PROSE[0], "vamdru kesh"])  # as if broken at a column, but for the last line
@given(
    st.lists(
        st.sampled_from([*PAGE.split("\n"), *PROSE, "Crane", "", "Share", "Sabyor 7", "Short it is, and done.", "1"]),
        max_size=14,
    )
)
def test_a_second_run_changes_nothing(lines: list[str]) -> None:
    once = cleaned("\n".join(lines)).text
    assert cleaned(once).text == once


def test_pages_lose_the_same_lines() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in (*PROSE[:2], LONG, PROSE[2], "vamdru kesh"))
    page = f"<html><body><article><h1>Crane stays</h1><p>Zorgra: 9</p>{paragraphs}</article></body></html>"
    choice = Choice(sites=SITES, url="https://quay.example/")
    result = clean(page, format="html", choice=choice)
    assert result.text == "\n\n".join(("Crane stays", *PROSE)) + "\n"
    assert "site-quay.example" in {verdict.rule for verdict in result.dropped.values()}
    assert LONG in clean(page, format="html", choice=choice._replace(url="https://quay.test/")).text


def test_the_rule_of_a_site_holds_below_it_too() -> None:
    assert cleaned(PAGE, "https://news.quay.example/a").text == ARTICLE


MISTAKES = {
    'lines = "x"': "needs a list for 'lines'",
    "lines = [3]": "has 3 in 'lines'",
    "lines = [{ pages = 0.5 }]": "which is neither a text nor a table with a 'line'",
    'lines = ["* * *"]': "must be one line with a letter or digit",
    'lines = ["a\\nb"]': "must be one line with a letter or digit",
    'lines = [{ line = "a", where = "middle" }]': "has where = 'middle' beside the line 'a'",
    'lines = [{ line = "a", pages = 62 }]': "has pages = 62 beside the line 'a'",
    'lines = [{ line = "a", share = 0.5 }]': "has the unknown key 'share' beside the line 'a'",
    'lines = [{ line = "a", examples = "b" }]': "needs a list of texts for 'examples' beside the line 'a'",
    "lines = []": "does nothing",
}


@pytest.mark.parametrize("said", MISTAKES)
def test_a_mistake_is_told_with_its_line(said: str) -> None:
    with pytest.raises(UsageError) as told:
        parse(f'\n[[site]]\nhost = "a.example"\nwhy = "x"\n{said}\n', "own.toml")
    assert str(told.value).startswith("own.toml:2: site 'a.example' ")
    assert MISTAKES[said] in str(told.value)


def test_all_mistakes_are_told_at_once() -> None:
    lines = 'lines = ["*", { line = "a", pages = 2 }]'
    with pytest.raises(UsageError) as told:
        parse(f'[[site]]\nhost = "a.example"\nwhy = "x"\n{lines}\n[[site]]\nhost = "b.example"\n{lines}\n', "own.toml")
    assert [line.partition(": ")[0] for line in str(told.value).split("\n")] == ["own.toml:1"] * 2 + ["own.toml:5"] * 3


def test_several_packs_may_speak_of_one_site(tmp_path: Path) -> None:
    one, two, page = tmp_path / "one.toml", tmp_path / "two.toml", tmp_path / "page.txt"
    one.write_text(PACK, "utf-8")
    two.write_text('[[site]]\nhost = "quay.example"\nwhy = "Mine."\nlines = ["Crane stays"]\n', "utf-8")
    page.write_text(PAGE, "utf-8")
    packs = ("--rules", one, "--rules", two, "--url", "https://quay.example/a")
    assert call("clean", *packs, page).out.decode() == "\n".join(PROSE) + "\n"
    assert call("clean", *packs, "--ignore", "site-quay.example", page).out.decode() == PAGE


def test_the_command_takes_the_address(tmp_path: Path) -> None:
    pack, page = tmp_path / "own.toml", tmp_path / "page.txt"
    pack.write_text(PACK, "utf-8")
    page.write_text(PAGE, "utf-8")
    address = ("--url", "https://quay.example/a")
    assert call("clean", "--rules", pack, *address, page).out.decode() == ARTICLE
    assert call("clean", "--rules", pack, page).out.decode() == PAGE
    assert "site-quay.example" in call("explain", "--rules", pack, *address, page).out.decode()
    assert "on 62% of the pages" in call("rules", "show", "site-quay.example", "--rules", pack).out.decode()
