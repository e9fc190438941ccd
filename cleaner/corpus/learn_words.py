"""Whether a line is in the writers' own words: those of the site's prose, and those that any prose is full of."""

from collections.abc import Iterable
from functools import cache

from cleaner.normalize.lexicon import shipped
from cleaner.normalize.line_key import NUMBER, line_keys
from cleaner.normalize.slips import skeleton

# What sentences of a language cannot do without, and credits. Arabic has its lexicon besides.
_FUNCTION_WORDS = """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which
    one you were all her she there would their we him been has when who will no more if out so what up its about into
    than them can only other time new some could these two may first then do any like my now over our me after also
    le la les de des du un une et est en que qui dans pour pas sur ce il elle au par plus avec ne se sont son nous vous
    el los las y es no se por con una su para como al lo más del der die das und ist nicht von zu den mit dem im ein
    eine auf für sich des o os e da em um não uma il di che è per non una si del nel gli и в не на что с по как это
    في من على إلى عن أن إن ما لا هذا هذه التي الذي مع كل بعد قبل كان كانت قد هو هي بين حتى أو ثم لم لن عند غير منذ
كتب كتبت إعداد أعد تحرير تقرير تصوير ترجمة مراسل وكالات خاص انتهى
reporting reported editing edited written writing story photos ends end fin ende
bir ve bu için ile da de olarak از که این در را به با است
"""
_COMMON = frozenset(line_keys(_FUNCTION_WORDS.split()))


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of some lines, as they are compared, without numbers."""
    return {*line_keys([word for text in texts for word in text.split()])} - {"", NUMBER}


def known_share(text: str, vocabulary: set[str]) -> float:
    """The share of a line's words that a vocabulary holds; 1 for a line without words."""
    said = words_of([text])
    return len(said & vocabulary) / len(said) if said else 1.0


def plain_share(text: str, vocabulary: set[str]) -> float:
    """The same, words that are common in their language taken as known.

    >>> plain_share("Written by the zorvam desk", set()), plain_share("kesh molvam tibqua", set())
    (0.6, 0.0)
    """
    said = words_of([text])
    return sum(word in vocabulary or _is_common(word) for word in said) / len(said) if said else 1.0


def has_function_word(text: str) -> bool:
    """Whether a line is put together as speech is, more than a label."""
    return not _COMMON.isdisjoint(words_of([text]))


@cache
def _is_common(word: str) -> bool:
    return word in _COMMON or (not word.isascii() and bool(shipped().spellings(skeleton(word))))
