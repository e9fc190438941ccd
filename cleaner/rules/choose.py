"""Which rules a document gets: the packs of its languages, a user's own packs, less what is ignored."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from math import inf

from cleaner.rules.choice import EVERYTHING, Choice
from cleaner.rules.compile import Rulebook, Shelf
from cleaner.rules.load import folded, shipped
from cleaner.rules.site import Sites

_SAMPLE = 700  # characters from the start and as many from the end: a comment thread may be in another language
_ARABIC = "الي"  # alef, lam, yeh
_COMMON = (  # the commonest letters of a script → the language that is likeliest there; four of them make a word or two
    (_ARABIC, "ar"),
    ("ea", "en"),
    ("αοε", "el"),
    ("のはンをがにでし", "ja"),
    ("的是了在们們网", "zh"),
    ("이는을의", "ko"),
    ("ािे", "hi"),
    ("יוה", "he"),
)
_CYRILLIC = (("іїє", "uk"), ("ъ", "bg"), ("јњљћ", "sr"), ("оае", "ru"))
_BULGARIAN = (" се ", " са ", " във ", " със ", "ът ", "ията ")  # a short text has not four hard signs
_NOT_BULGARIAN = "ыэёјіїє"
_RARER = (("ািে", "bn"), ("าเนก", "th"), ("்ிக", "ta"))  # scripts looked for where there is no Arabic
_LEAST = 4
_FEW_LATIN = 40  # in a text of Arabic letters: names and addresses have some
# The bytes of ASCII, of what continues a letter, of punctuation and of the Arabic letters: most texts have no others.
_NEAR = bytes((*range(0xC3), *range(0xD8, 0xDC), 0xE2))
_LEAST_SIGNS = 3  # in a long text: a name or two of another language ask for no pack
_NEAREST = frozenset(("any", "ar", "en"))  # a document in these alone needs no rules of the wider world
_URDU = "ٹڈڑے"  # tteh, ddal, rreh, yeh barree
_SORANI = "ێۆڵڕ"  # yeh with small v, oe, lam with small v, reh with small v below
_SIGNS = (  # Latin letters that give a language away
    ("éèêàçùœ", "fr"),
    ("ñáíóú¿¡", "es"),
    ("ãõ", "pt"),
    ("ìòù", "it"),
    ("äöüß", "de"),
    ("ğşıİ", "tr"),
    ("ąęłż", "pl"),
    ("ėų", "lt"),
    ("āēīļ", "lv"),
    ("ățţ", "ro"),
    ("ěř", "cs"),
    ("őű", "hu"),
    ("ạảấậđơư", "vi"),
    ("å", "sv"),
    ("ø", "da"),
    ("ø", "no"),
)
_WORDS = (  # texts that may lack those letters
    (" yang ", "id"),
    (" dengan ", "id"),
    (" untuk ", "id"),
    (" tidak ", "id"),
    (" het ", "nl"),
    (" com ", "pt"),
    (" della ", "it"),
    (" pentru ", "ro"),
)
_TOLD = (  # letters of several languages → what only one of them writes; looked for before the letters alone
    (
        "čšž",
        {
            "sk": ("ľ", " ktor"),
            "hr": (" koji ", " koja ", " koje ", " nije ", " što ", " su ", " kojim", " koju "),
            "sl": (" tudi ", " kot ", " lahko "),
        },
    ),
    ("äö", {"fi": (" että ", "ssä ", "llä ", " myös ", "ää")}),
    ("õ", {"et": (" ja ", " on ", " ning ")}),
)
_TELLING = "".join(letters for letters, _ in _TOLD)
_SHARED = (  # their accents are those of French
    ((" amb ", " els ", "otícies", " i la ", " i les ", " i el ", "omentari"), "ca"),
    ((" di ", " che "), "it"),
)
_PERSIAN = "پچژگیک"  # peh, tcheh, jeh, gaf, farsi yeh, keheh: one letter in ten of a Persian text
_PERSIAN_SHARE = 0.01  # of the characters; an Arabic page may name a Kurdish edition


def languages_of(text: str) -> tuple[str, ...]:
    """The packs that may have a word to say of this text, by the letters in it: rather one too many than too few.

    >>> languages_of("نفى وزير الخارجية الخبر"), languages_of("Le ministre a nié hier"), languages_of("وزیر ایران گفت")
    (('any', 'ar'), ('any', 'en', 'fr', 'world'), ('any', 'ar', 'fa', 'world'))
    """
    sample = text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[-_SAMPLE:]
    if sample.isascii():
        worded = [language for word, language in _WORDS if word in sample]
        return ("any", "en", *dict.fromkeys(worded), "world") if worded else ("any", "en") if sample else ("any",)
    is_near = _count(sample, _ARABIC, _LEAST) >= _LEAST and _has_near_letters_alone(sample)
    scripts = _COMMON[:2] if is_near else _COMMON
    found = ["any", *[language for letters, language in scripts if _count(sample, letters, _LEAST) >= _LEAST]]
    if not is_near and _holds(sample, "оае"):
        found += [language for letters, language in _CYRILLIC if _count(sample, letters, _LEAST) >= _LEAST]
        if "bg" not in found and not _holds(sample, _NOT_BULGARIAN) and _holds(sample, _BULGARIAN):
            found += ["bg"]
    if _count(sample, _PERSIAN) > _PERSIAN_SHARE * len(sample):
        found += ["ar", "fa"] if "ar" not in found else ["fa"]
        found += ["ckb"] if _holds(sample, _SORANI) else []
    elif "ar" not in found:
        found += [language for letters, language in _RARER if _count(sample, letters, _LEAST) >= _LEAST]
    found += ["ur"] if _holds(sample, _URDU) else []
    if _count(sample, "eaio", _FEW_LATIN) >= (_FEW_LATIN if is_near else 1):  # there is Latin text
        found += [] if is_near else _by_signs(sample)
        found += dict.fromkeys(language for word, language in _WORDS if word in sample and language not in found)
        if "fr" in found:
            found += [language for words, language in _SHARED if language not in found and _holds(sample, words)]
    return tuple(found) if _NEAREST.issuperset(found) else (*found, "world")


def _has_near_letters_alone(sample: str) -> bool:
    """Whether there are no letters but Arabic ones and those of ASCII."""
    return not sample.encode("utf-8", "surrogatepass").translate(None, _NEAR)


def _by_signs(sample: str) -> list[str]:
    """The languages that its accents give away."""
    least = _LEAST_SIGNS if len(sample) == 2 * _SAMPLE else 1
    found: list[str] = []
    if _holds(sample, _TELLING):
        told = chain.from_iterable(languages.items() for letters, languages in _TOLD if _holds(sample, letters))
        found += [language for language, words in told if _holds(sample, words)]
    return found + [language for letters, language in _SIGNS if _count(sample, letters, least) >= least]


def _holds(sample: str, parts: Iterable[str]) -> bool:
    """Whether any of the parts stands in the sample."""
    return any(map(sample.__contains__, parts))


def _count(sample: str, letters: str, enough: float = inf) -> int:
    """How often the letters occur, up to enough; most texts hold none of most, and `in` stops sooner than a count."""
    count = 0
    for letter in letters:
        if letter in sample:
            count += sample.count(letter)
            if count >= enough:
                break
    return count


def rulebook(languages: tuple[str, ...], choice: Choice = EVERYTHING) -> Rulebook:
    """The compiled rules for some languages; made once for each set of them."""
    return _rulebook(languages, choice._replace(sites=Sites(), url="") if choice.url or choice.sites else choice)


@lru_cache(maxsize=128)  # half a megabyte each; documents of the web ask for some fifty
def _rulebook(languages: tuple[str, ...], choice: Choice) -> Rulebook:
    own = Shelf(rule for rule in map(folded, choice.packs) if choice.allows(rule.id))
    return Rulebook(*(_shelf(language, choice) for language in languages), own)


@lru_cache(maxsize=64)
def _shelf(language: str, choice: Choice) -> Shelf:
    """The shipped rules of one language, less those that do not run."""
    return Shelf(rule for rule in shipped(language) if choice.allows(rule.id))
