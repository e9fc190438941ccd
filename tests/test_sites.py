"""Site rules of a user's pack: said for one host, they hold over everything else that is known of a page."""

from pathlib import Path

import pytest

from cleaner import Choice, CleanDocument, CleanerError, UsageError, clean
from cleaner.rules.load import parse
from tests.command import call

PROSE = (
    "The harbour council voted on Tuesday to keep the old crane on the north quay, ending a long dispute.",
    "Engineers who examined the crane in March found its frame sound, although two wheels will be cast anew.",
    "Residents had collected three thousand signatures against the demolition, more than half of the town.",
    "The work is to begin once the last herring boats have left, and will be over before the first of May.",
)
PAGE = f"""<html><head><link rel="canonical" href="https://www.Quay.example/crane"></head><body>
<article><h1>Old crane stays</h1>
<p>{PROSE[0]}</p><div class="inset"><p>{PROSE[1]}</p><p class="source">{PROSE[2]}</p></div>
<p>{PROSE[3]} <span class="inset">Read it all.</span></p></article>
<aside class="related"><ul><li class="fact"><a href="/a">Herring prices</a></li><li><a href="/b">Boats</a></li></ul>
</aside>
</body></html>"""


def cleaned(page: str = PAGE, url: str = "", **said: str | list[str]) -> CleanDocument:
    entry: dict[str, str | list[str]] = {"host": "quay.example", "why": "Told by its editors."}
    lines = "\n".join(f"{key} = {value!r}" for key, value in (entry | said).items())
    return clean(page, format="html", choice=Choice(sites=parse(f"[[site]]\n{lines}", "own.toml").sites, url=url))


UNTOUCHED: dict[str, dict[str, str | list[str]]] = {
    "another host": {"host": "quay.test"},
    "a host that ends alike": {"host": "uay.example"},
    "a host below this one": {"host": "news.www.quay.example"},
    "nothing chosen": {"drop": [".insets"]},
    "a part of a paragraph": {"drop": ["span.inset"]},
    "another address": {"url": "https://elsewhere.example/crane"},
}


@pytest.mark.parametrize("name", UNTOUCHED)
def test_pages_that_a_rule_leaves_alone(name: str) -> None:
    entry: dict[str, str | list[str]] = {"drop": [".inset"]}
    said = entry | UNTOUCHED[name]
    result = cleaned(PAGE, str(said.pop("url", "")), **said)
    assert result.text == clean(PAGE, format="html").text


def test_nothing_goes_where_the_host_is_not_known() -> None:
    page = PAGE.replace("canonical", "other")
    assert PROSE[1] in cleaned(page, drop=[".inset"]).text
    assert PROSE[1] not in cleaned(page, "http://quay.example:8080/a", drop=[".inset"]).text


@pytest.mark.parametrize(
    "told", ['<meta property="og:url" content="https://quay.example/">', '<base href="https://m.quay.example/">']
)
def test_the_host_is_told_in_other_ways_too(told: str) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://www.Quay.example/crane">', told)
    assert PROSE[1] not in cleaned(page, drop=[".inset"]).text


def test_what_is_dropped_says_which_rule_took_it() -> None:
    result = cleaned(drop=[".inset"])
    assert result.text == "\n\n".join(("Old crane stays", PROSE[0], f"{PROSE[3]} Read it all.")) + "\n"
    verdicts = [verdict for verdict in result.dropped.values() if verdict.rule == "site-quay.example"]
    assert [result.document.blocks[verdict.first].text for verdict in verdicts] == [PROSE[1], PROSE[2]]
    assert {verdict.reason for verdict in verdicts} == {"Told by its editors."}


def test_what_is_kept_stays_over_the_judgement_of_the_page() -> None:
    assert "Herring prices" not in clean(PAGE, format="html").text
    text = cleaned(keep=[".fact"]).text
    assert "Herring prices" in text
    assert "Boats" not in text


@pytest.mark.parametrize(
    ("keep", "drop", "stays"),
    [
        ([".source"], [".inset"], (False, True)),
        ([".inset"], [".source"], (True, False)),
        ([".inset"], [".inset"], (True, True)),
        ([], ["h1", ".inset, nav"], (False, False)),
    ],
)
def test_the_inner_of_two_elements_decides(keep: list[str], drop: list[str], stays: tuple[bool, bool]) -> None:
    result = cleaned(keep=keep, drop=drop)
    assert tuple(line in result.text for line in PROSE[1:3]) == stays
    assert result.has_title == ("h1" not in drop)


def test_a_page_of_which_nothing_is_to_stay_says_so() -> None:
    with pytest.raises(CleanerError, match="no article"):
        cleaned(drop=["body"])


def test_a_rule_may_be_left_out() -> None:
    sites = parse('[[site]]\nhost = "quay.example"\nwhy = "x"\ndrop = [".inset"]', "own.toml").sites
    choice = Choice(sites=sites, ignore=frozenset({"site-quay.example"}))
    assert PROSE[1] in clean(PAGE, format="html", choice=choice).text


MISTAKES = {
    'host = "https://a.example"\nwhy = "x"\ndrop = ["p"]': "needs a 'host'",
    'host = "a.example/b"\nwhy = "x"\ndrop = ["p"]': "needs a 'host'",
    'host = 3\nwhy = "x"\ndrop = ["p"]': "needs a 'host'",
    'host = "a.example"\ndrop = ["p"]': "needs a 'why'",
    'host = "a.example"\nwhy = "x"': "does nothing",
    'host = "a.example"\nwhy = "x"\ndrop = "p"': "needs a list of texts for 'drop'",
    'host = "a.example"\nwhy = "x"\nkeep = ["p", "p["]': "has 'p[' in 'keep'",
    'host = "a.example"\nwhy = "x"\nkeep = [""]': "has '' in 'keep'",
    'host = "a.example"\nwhy = "x"\nkeep = ["p"]\nid = "a"': "has the unknown key 'id'",
}


@pytest.mark.parametrize("entry", MISTAKES)
def test_a_mistake_is_told_with_its_line(entry: str) -> None:
    with pytest.raises(UsageError) as told:
        parse(f"\n[[site]]\n{entry}\n", "own.toml")
    assert str(told.value).startswith("own.toml:2: site ")
    assert MISTAKES[entry] in str(told.value)


def test_all_mistakes_are_told_at_once() -> None:
    site = '[[site]]\nhost = "a.example"\nwhy = "x"\ndrop = ["p"]\n'
    broken = '[[site]]\nhost = "b.example"\ndrop = ["p["]\n'
    with pytest.raises(UsageError) as told:
        parse(f'{site}{site}{broken}[[rule]]\nid = "r"\n', "own.toml")
    lines = [line.partition(": ")[0] for line in str(told.value).split("\n")]
    assert sorted(set(lines)) == ["own.toml:12", "own.toml:5", "own.toml:9"]
    assert lines.count("own.toml:9") == 2


def test_the_command_takes_a_pack_of_site_rules(tmp_path: Path) -> None:
    pack = tmp_path / "own.toml"
    pack.write_text('[[site]]\nhost = "quay.example"\nwhy = "Told."\ndrop = [".inset"]\n', "utf-8")
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")
    assert PROSE[1] not in call("clean", "--rules", pack, page).out.decode()
    assert PROSE[1] in call("clean", "--rules", pack, "--ignore", "site-quay.example", page).out.decode()
    assert "site-quay.example" in call("explain", "--rules", pack, page).out.decode()
    assert "site-quay.example" in call("rules", "list", "--rules", pack).out.decode()
    assert "drops     .inset" in call("rules", "show", "site-quay.example", "--rules", pack).out.decode()


@pytest.mark.parametrize(("entry", "told"), [("rule", "shop-line"), ("site", "example.com")])
def test_the_examples_in_the_packs_readme_hold(entry: str, told: str) -> None:
    readme = Path(__file__).parent.parent / "cleaner" / "rules" / "packs" / "README.md"
    example = readme.read_text("utf-8").partition(f"```toml\n[[{entry}]]")[2].partition("```")[0]
    pack = parse(f"[[{entry}]]{example}", "README.md")
    assert [*(rule.id for rule in pack.rules), *(site.host for site in pack.sites)] == [told]
