"""Presentation forms: letters stored as the shapes they take, as old PDF tools and message boards leave them."""

from functools import cache

from cleaner.normalize.classes import FORMS, TATWEEL
from cleaner.pattern import pattern

_FORMS = pattern(f"[{FORMS}]")
_MADDA, _ABOVE, _BELOW = "\N{ARABIC MADDAH ABOVE}", "\N{ARABIC HAMZA ABOVE}", "\N{ARABIC HAMZA BELOW}"
_COMPOSED = (
    (f"ا{_MADDA}", "آ"),
    (f"ا{_ABOVE}", "أ"),
    (f"ا{_BELOW}", "إ"),
    (f"و{_ABOVE}", "ؤ"),
    (f"ي{_ABOVE}", "ئ"),
    (f"ى{_ABOVE}", "ئ"),
)


def join_forms(text: str) -> str:
    """Each shape becomes its letter or letters, as search, spelling and fonts need them.

    Left alone: the word signs ﷺ ﷻ ﷽ and the brackets ﴿ ﴾, which stand for themselves.

    >>> join_forms("ﻣﺮﺣﺒﺎ ﻻ ﷺ")
    'مرحبا لا ﷺ'
    """
    return _FORMS.sub(lambda form: _letters(form[0]), text) if _FORMS.search(text) else text


@cache
def _letters(form: str) -> str:
    """The letters that Unicode gives for a form; the space or tatweel under a mark of its own is not among them."""
    from unicodedata import decomposition

    codes = decomposition(form).split()[1:]
    return "".join(chr(int(code, 16)) for code in codes).strip(f" {TATWEEL}") or form


def compose_hamzas(text: str) -> str:
    r"""A hamza or madda typed as a mark of its own becomes one letter with its carrier, as keyboards give it.

    Left alone: the order of the other marks, which nobody sees; so vocalised text need not be in form NFC.

    >>> compose_hamzas("ا\N{ARABIC HAMZA ABOVE}مل شاطى\N{ARABIC HAMZA ABOVE}")
    'أمل شاطئ'
    """
    for mark in (_MADDA, _ABOVE, _BELOW):
        if mark in text:
            for pair, letter in _COMPOSED:
                text = text.replace(pair, letter)
    return text
