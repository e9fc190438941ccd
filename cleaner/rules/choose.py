"""Which rules a document gets: the packs of its languages, a user's own packs, less what is ignored."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cleaner.rules.compile import Rulebook
from cleaner.rules.load import shipped
from cleaner.rules.rule import Rule

_SAMPLE = 4_000  # characters from the start and as many from the end: a comment thread may be in another language
_ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]{3}")
_PERSIAN = re.compile("[پچژگیک]")  # peh, tcheh, jeh, gaf, farsi yeh, keheh
_LATIN = re.compile("[A-Za-z]{3}")
_FRENCH = re.compile("[éèêàçùœ]")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user said of rules: packs of his own, ids to run alone (empty: all), ids to leave out."""

    packs: tuple[Rule, ...] = ()
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def allows(self, rule_id: str) -> bool:
        return rule_id not in self.ignore and (not self.select or rule_id in self.select)


EVERYTHING = Choice()


def languages_of(text: str) -> tuple[str, ...]:
    """The packs that may have a word to say of this text, by the letters in it.

    >>> languages_of("نفى وزير الخارجية"), languages_of("Le ministre a nié"), languages_of("وزیر گفت")
    (('any', 'ar'), ('any', 'en', 'fr'), ('any', 'ar', 'fa'))
    """
    sample = text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[-_SAMPLE:]
    found = ["any"]
    if _ARABIC.search(sample):
        found += ["ar", "fa"] if _PERSIAN.search(sample) else ["ar"]
    if _LATIN.search(sample):
        found += ["en", "fr"] if _FRENCH.search(sample) else ["en"]
    return tuple(found)


@lru_cache(maxsize=32)
def rulebook(languages: tuple[str, ...], choice: Choice = EVERYTHING) -> Rulebook:
    """The compiled rules for some languages; made once for each set of them."""
    rules = [rule for language in languages for rule in shipped(language)]
    return Rulebook(rule for rule in (*rules, *choice.packs) if choice.allows(rule.id))
