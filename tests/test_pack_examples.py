"""A user's pack: what is refused when it is loaded, and by which rules its examples are judged."""

import pytest

from cleaner.errors import UsageError
from cleaner.judging.examples import failures
from cleaner.rules.load import LANGUAGES, parse_pack, shipped

PACK = """
[[rule]]
id = "own-rule"
kind = "chrome"
why = "A test."
{what}

[[rule.example]]
text = '''
drop | {drop}
'''

[[rule.example]]
text = '''
keep | {keep}
'''
"""


def pack(what: str, drop: str, keep: str) -> str:
    return PACK.format(what=what, drop=drop, keep=keep)


@pytest.mark.parametrize("key", ["lines", "starts", "ends"])
def test_a_phrase_with_letters_among_signs_is_taken(key: str) -> None:
    assert parse_pack(pack(f'{key} = ["» more «"]', "» more «", "less"), "own.toml")


def test_a_phrase_of_signs_is_taken_where_a_pattern_says_which() -> None:
    what = "lines = ['***']\npattern = '^[*]{3}$'\nmax_chars = 9"
    assert not list(failures(parse_pack(pack(what, "***", "---"), "own.toml")))


@pytest.mark.parametrize("key", ["lines", "starts", "ends"])
@pytest.mark.parametrize("phrase", ["***", "-", "« »", "… …"])
def test_a_phrase_of_signs_alone_is_refused(key: str, phrase: str) -> None:
    with pytest.raises(UsageError, match=r"own\.toml:2: .*of signs alone"):
        parse_pack(pack(f'{key} = ["{phrase}"]', phrase, "a word"), "own.toml")


ALL = [rule for language in LANGUAGES for rule in shipped(language)]


def test_an_example_is_judged_beside_the_rules_of_its_own_language() -> None:
    english = parse_pack(pack('lines = ["Island Post"]', "Island Post", "Partager"), "own.toml")
    assert not list(failures(english, ALL))


def test_a_shipped_rule_of_the_examples_language_still_speaks() -> None:
    english = parse_pack(pack('lines = ["Island Post"]', "Island Post", "Share this story"), "own.toml")
    assert ["is dropped by" in sentence for sentence in failures(english, ALL)] == [True]
    french = parse_pack(pack('lines = ["L’île"]', "L’île", "Partager cet article à un ami"), "own.toml")
    assert all("alone" not in sentence for sentence in failures(french, ALL))
