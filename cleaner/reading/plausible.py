"""Does a reading of some bytes make words? Asked before an encoding is guessed or mojibake is undone.

The same bytes are text in many encodings. In the wrong one they still give letters, but letters of two alphabets in one
word, marks that stand nowhere, and the rare letters as often as the common ones.
"""

import re

from cleaner.pattern import pattern

_LATIN = "A-Za-zÀ-ÖØ-öø-ÿ"
# Arabic letters and vowel marks with those of Persian and Urdu; digits and punctuation are not among them.
_ARABIC = "\N{ARABIC LETTER KASHMIRI YEH}-\N{ARABIC LETTER YEH}ً-ْٱ-ۓە"
_FREQUENT = pattern("[األيىیمونرتده]")  # two of three letters of Arabic and Persian prose
_LEFTOVER = pattern("[\N{REPLACEMENT CHARACTER}\x7f-\x9f¤¦¨¬¯´¸¼½¾ƒˆ†‡ŒÃØÐÞ]")  # what a wrong reading leaves behind

# What French and its neighbours write beyond ASCII: letters (no õ, which is Hungarian misread), then marks.
_WESTERN = "àâäçéèêëîïôöùûüÿœæñáíóúßãìòÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆÑÁÍÓÚÃ"
_MARKS = "\N{NO-BREAK SPACE}«»‹›‘’‚“”„–—…•€£°§©®™·¿¡²³º"


def reads_as_arabic(text: str, *, least: int = 3, frequent: float = 0.4) -> bool:
    """Whether the letters beyond ASCII make Arabic (Persian, Urdu) words: no leftovers, no words of two alphabets.

    least: Arabic letters needed; frequent: share of them that must be common ones (0 where the reading is sure anyway).

    >>> reads_as_arabic("وصل الوفد إلى دمشق أمس (AFP)"), reads_as_arabic("وصلé الèفد")
    (True, False)
    """
    words = re.findall(f"[{_ARABIC}]+", text)
    letters = sum(map(len, words))
    if letters < least or letters < 2 * len(words) or (frequent and len(set().union(*words)) < 3):
        return False
    odd = len(re.findall(f"[{_LATIN}][{_ARABIC}]|[{_ARABIC}][{_LATIN}]", text))
    odd += len(re.findall(f"(?<![{_LATIN}])[À-ÖØ-öø-ÿ]+(?![{_LATIN}])", text))
    odd += len(_LEFTOVER.findall(text))
    return odd * 10 <= len(words) and len(_FREQUENT.findall(text)) >= letters * frequent


def reads_as_latin(text: str) -> bool:
    """Whether the characters beyond ASCII are accents strewn over French, English or a neighbour, and usual marks.

    >>> reads_as_latin("Le café est fermé"), reads_as_latin("Ïðèâåò")
    (True, False)
    """
    beyond = re.findall("[^\0-\x7f]", text)
    accents = len(re.findall(f"[{_WESTERN}]", text))
    if accents + len(re.findall(f"[{_MARKS}]", text)) < len(beyond):
        return False
    pairs = len(re.findall(f"[{_WESTERN}](?=[{_WESTERN}])", text))
    return pairs * 5 <= accents and accents <= len(re.findall("[A-Za-z]", text))
