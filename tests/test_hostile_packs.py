"""Packs from strangers: whatever a pattern or selector is, it is refused by name, or its search ends in time."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from cleaner import CleanerError, Limits, UsageError, clean
from cleaner.rules.choice import Choice
from cleaner.rules.load import parse
from cleaner.rules.patterns import MAX_NESTED, MAX_PATTERN, MAX_REPEATS
from tests.command import ARTICLE, call

SECONDS = 1.5  # of CPU for one pattern, loaded and searched in two lines; a hang takes minutes
REFUSED = {
    "a repeat in a repeat": "^(a+)+$",
    "a lazy one in a greedy one": "^(?:a*?)*b",
    "possessive in possessive": "^(?:a++)++b",
    "possessive in greedy": "^(?:a*+a)*b",
    "atomic groups": "^(?>a+|a)+(?>a|aa)+b",
    "within a look ahead": "^(?=(a+))*b",
    "within a condition": "^((a)|(b))*(?(2)(a+)+|b)+z",
    "star of star of star": "^((a*)*)*b",
    "words": r"^(?:\w+\W*)+$z",
    "an address": r"^([\w.]+)+@x",
    "a count beyond memory": "^a{100000000}",
    "a count of counts": "^(?:(?:(?:a{99}){99}){99}){99}",
    "a count of nothing": "^(?:){9999}",
    "many optional ones, many times": "^(?:a{0,240}){0,240}b",
    "named groups, each repeated": f"^{''.join(f'(?:(?P<n{i}>a+)|b)*' for i in range(30))}z",
    "deep": f"^{'(' * 99}a{')' * 99}",
    "deeper than any stack": f"^{'(?:' * 240}a{')' * 240}",
    "long": f"^{'a?' * MAX_PATTERN}",
    "a group within itself": r"^(a\1?){1,240}b",
    "a set that means something else one day": "^[[a-z]--[b]]*x",
    "no end": "^(a",
    "a look behind of any length": "^.*(?<=a+)z",
    "a flag in the middle": "^a(?i)b",
    "a group without a name": "^(?P<>a)",
}
TIMED = {
    "alternatives that overlap": "^(a|a)*b",
    "alternatives of two lengths": "^(?:a|aa)+$x",
    "many alternatives": f"^(?:{'|'.join('a' * size for size in range(1, 42))})*b",
    "six repeats in a row": "^a*a*a*a*a*a*b",
    "lazy ones in a row": "^.*?.*?.*?.*?.*?x9",
    "dots": "^.*.*.*.*.*.*=",
    "references": r"^(.*)(.*)(.*)\1\2\3x",
    "references repeated": r"^(\w+)\s*\1+\1+\1+$z",
    "look behind": "^.*(?<=a)[^b]*(?<!b).*.*z",
    "look ahead in look ahead": "^(?=.*(?=.*(?=.*(?=.*z))))",
    "not ahead": "^(?!.*.*.*.*.*z)(a|a)*b",
    "optional ones and as many": "^(?:a?){240}a{240}b",
    "nothing, repeated": "^(?:)*(?:|a)*b",
    "letters that fold to several": "^(?i:ſ|s|ß|ss|ﬀ|ff|a|aa)*x",
    "letters that fold to one": "^(?i:K|k|K|A|a|aa)*x",
    "blanks and flags": "^(?ix: (a | A | aA)* b)",
    "named groups": f"^{''.join(f'(?P<n{i}>a?)' for i in range(80))}b",
    "a condition": "^(a)?(?(1)a*a*a*a*b|c*)",
    "what some take for errors that are allowed": "^(?:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa){e<=30}",
    "a large set": f"^[{''.join(chr(0x600 + i) for i in range(900))}a]*[a-z]*[a-z]*[a-z]*b",
    "anchors": "^(?:^|a|$)*b",
    "edges of words": r"^(?:\b|a|aa)+c",
    "alternatives of classes": r"^(?:\w|[a-z])*z",
}
LINES = "a" * 228 + "! b zx9 = c\n" + "aab " * 57 + "! z\n"  # they hold what the patterns end in, out of reach


def pack(pattern: str) -> str:
    return (
        f"[[rule]]\nid = 'good'\nkind = 'chrome'\nwhy = 'x'\nlines = ['x y']\n[[rule.example]]\ntext = 'drop | x y'\n"
        f"[[rule.example]]\ntext = 'keep | y'\n"
        f"[[rule]]\nid = 'evil'\nkind = 'chrome'\nwhy = 'x'\nneeds = 'a'\nmax_chars = 240\npattern = '''{pattern}'''\n"
        "[[rule.example]]\ntext = 'drop | a'\n[[rule.example]]\ntext = 'keep | b'\n"
    )


@pytest.mark.parametrize("pattern", REFUSED.values(), ids=REFUSED)
def test_a_pattern_without_bounds_is_refused_with_its_rule_file_and_line(pattern: str) -> None:
    start = time.process_time()
    with pytest.raises(UsageError, match=r"^own\.toml:10: rule 'evil' has a pattern [^\n]*$"):
        parse(pack(pattern), "own.toml")
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("pattern", TIMED.values(), ids=TIMED)
def test_a_slow_search_is_given_up_with_its_rule_file_and_line(pattern: str) -> None:
    start = time.process_time()
    rules = parse(pack(pattern), "own.toml").rules
    with suppress(UsageError):
        clean(ARTICLE + LINES, format="text", choice=Choice(packs=rules))
    assert time.process_time() - start < SECONDS


def test_some_of_them_are_slow_indeed() -> None:
    for name in ("alternatives of two lengths", "references", "many alternatives"):
        with pytest.raises(UsageError, match=r"^own\.toml:10: rule 'evil' took over"):
            clean(ARTICLE + LINES, format="text", choice=Choice(packs=parse(pack(TIMED[name]), "own.toml").rules))


def test_what_is_slow_on_each_of_many_lines_meets_the_time_of_the_document() -> None:
    rules = parse(pack(TIMED["references"]), "own.toml").rules
    lines = "".join(f"{'a' * 90}{i} bx\n" for i in range(4000))
    start = time.process_time()
    with pytest.raises(CleanerError, match="it took more than 1 s; leave it out, or raise --max-seconds"):
        clean(ARTICLE + lines, format="text", choice=Choice(packs=rules), limits=Limits(seconds=1))
    assert time.process_time() - start < 1 + SECONDS


@pytest.mark.parametrize(
    "pattern", ["^(?:[a-z]+ ){1,4}x", r"^\W{0,3}(?:\w{2,9} ){2,12}$", "^(?:(?:(?:a|b)|c)|d)x", "^a{240}"]
)
def test_what_rules_need_is_allowed(pattern: str) -> None:
    assert parse(pack(pattern), "own.toml").rules


def test_the_bounds_have_room_above_our_own_rules() -> None:
    assert (MAX_PATTERN, MAX_NESTED, MAX_REPEATS) == (1000, 12, 3000)


COSTLY = {
    "body div p": "two blanks",
    "b  div\tdiv div p": "two blanks",
    ":is(a b, c) p": "two blanks",
    "b:not(x) div p": "two blanks",
    "b ~ p": "~",
    "b~p": "~",
    "p:nth-child(2n+1)": ":nth-child",
    "p:NTH-CHILD(2)": ":NTH-CHILD",
    "p:nth-last-of-type(3)": ":nth-last-of-type",
    "div:has(b) p": ":has",
    ".a, " * 200 + "p": "characters",
}


@pytest.mark.parametrize("selector", COSTLY)
def test_a_selector_that_some_page_would_never_end_is_refused(selector: str) -> None:
    text = f"[[site]]\nhost = 'a.example'\nwhy = 'x'\ndrop = [{selector!r}]\n"
    with pytest.raises(UsageError, match=r"^own\.toml:1: site 'a.example' has ") as told:
        parse(text, "own.toml")
    assert COSTLY[selector] in str(told.value) or "no CSS selector" in str(told.value)


FINE = [
    "main .card",
    "div > p > a",
    "b + p",
    "p:first-child",
    "a, b c, d",
    "[class*='a b c ~ d']",
    r".sm\:flex .x",
    "p:not(.a)",
]


@pytest.mark.parametrize("selector", FINE)
def test_a_selector_that_is_allowed_takes_its_time_in_line_with_the_page(selector: str) -> None:
    from selectolax.lexbor import LexborHTMLParser

    text = f'[[site]]\nhost = "a.example"\nwhy = "x"\ndrop = ["{selector.replace(chr(92), chr(92) * 2)}"]\n'
    (site,) = parse(text, "own.toml").sites
    trees = [LexborHTMLParser("<div>" * 500 + "<p class=a>x</p>" * 40_000)]
    start = time.process_time()
    for tree in trees:
        tree.css(site.drop[0])
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000 + "]" * 5000,
        "a = " + "{a=" * 3000 + "1" + "}" * 3000,
        "max_chars = " + "9" * 6000,
        "[[" + "a." * 2000 + "b]]",
        "rule = [[1]]",
        "rule = [{id = 1979-05-27}]",
        "\0",
        "[[rule]]\nid = 'a'\nkind = 'chrome'\nwhy = 'x'\npattern = '^a'\nmax_chars = " + "9" * 4000,
    ],
    ids=["lists", "tables", "a number", "a name", "no table", "a date", "a control", "a limit"],
)
def test_a_pack_beyond_all_measure_is_told_and_no_traceback(text: str, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    done = call("clean", "--rules", file, stdin=b"x")
    assert done[:2] == (2, b"")
    assert str(file) in done.err


@pytest.mark.parametrize("value", ["[" * 5000 + "]" * 5000, "9" * 6000])
def test_a_configuration_beyond_all_measure_likewise(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(f"[tool.cleaner]\nrules = {value}\n", "utf-8")
    assert call("clean", stdin=b"x")[:2] == (2, b"")


def test_a_pack_names_no_code() -> None:
    for text in ("!!python/object/apply:os.system [id]", "rule = __import__('os')", "[[rule]]\nfind = 'os.system'\n"):
        with pytest.raises(CleanerError):
            parse(text, "own.toml")
