"""Letters of other keyboards in Arabic words, and letters held down for emphasis."""

from cleaner.normalize.classes import HELD, LETTERS, OTHER_LETTERS, PERSIAN_TWINS, WORD
from cleaner.pattern import pattern

_TWIN = pattern(f"[{PERSIAN_TWINS}]")
_WORD = pattern(f"[{WORD}]+")
_FOREIGN = pattern(f"[{OTHER_LETTERS}](?<![{PERSIAN_TWINS}])")
_TWINS = (("ی", "ي"), ("ک", "ك"), ("ہ", "ه"), ("ھ", "ه"))  # farsi yeh, keheh, heh goal, heh doachashmee

_ARABIC_WORD = pattern(f"[{LETTERS}]+")
_RUN = pattern(f"([{HELD}])\\1\\1+")


def use_arabic_letters(text: str) -> str:
    """The Persian and Urdu shapes of yeh, kaf and heh become the Arabic letters, so that a word is one word.

    Left alone: words with letters that Arabic does not have (a Persian name). Farsi yeh at a word's end becomes ي;
    whether ى was meant is the business of spelling.

    >>> use_arabic_letters("کتاب العربی کے چنگیز")
    'كتاب العربي کے چنگیز'
    """
    return _WORD.sub(lambda word: _arabic(word[0]), text) if _TWIN.search(text) else text


def _arabic(word: str) -> str:
    if _FOREIGN.search(word):
        return word
    for twin, letter in _TWINS:
        word = word.replace(twin, letter)
    return word


def shorten_letters(text: str) -> str:
    """A letter held down three times and more is written once, or twice, if that makes a commoner word.

    Left alone: words that no shortening makes a word (هههه, names).

    >>> shorten_letters("شكرا جداااا ااا")
    'شكرا جدا ااا'
    """
    if not any(letter * 3 in text for letter in HELD):
        return text
    return _ARABIC_WORD.sub(lambda word: _shortened(word[0]) if _RUN.search(word[0]) else word[0], text)


def _shortened(word: str) -> str:
    """The commonest of the word, the word with its runs written once, and with its runs written twice."""
    once = _RUN.sub(r"\1", word)
    return max(word, once, _RUN.sub(r"\1\1", word), key=_weight) if len(once) > 1 else word


def _weight(word: str) -> float:
    from cleaner.normalize.lexicon import shipped
    from cleaner.normalize.slips import skeleton

    known = shipped().spellings(skeleton(word))
    return next((spelling.weight for spelling in known if spelling.word == word), float("-inf"))
