"""Which spellings are words in their own right though slips alone could explain them: grammar asks for their relatives.

Writers drop dots and hamzas so often that يسمي (he names) looks like a slip for the commoner يسمى (is named). But ى
cannot stand before a pronoun, so that يسميها shows that there is a verb in ي; and so on for other pairs.
"""

import re
from collections.abc import Callable, Iterator

from cleaner.normalize.slips import skeleton, starts_stem
from cleaner.normalize.wasl import is_hollow, looks_imperative, may_be_bare

Frequency = Callable[[str], float]

_STARTS = ("ال", "ي", "ت", "ن", "م", "و", "ب", "ل", "لل")
_SIXTH = re.compile("ت.ا.ى")  # تنادى
_ENDINGS = (
    *("ي", "ه", "ها", "هم", "هما", "نا", "ك", "كم", "ني", "ت", "تم", "وا", "ا", "ون", "ين", "ان", "ات"),
    *("ة", "ته", "تها", "تهم", "تنا", "وه", "وها", "ية", "يا"),
)
_AFTER_RADICAL = ("ت", "وا", "ية", "ة", "ات", "ون", "ين")  # endings of words whose stem ends in ه

SHORTEST = 4  # letters of a word that is judged by its relatives
AND = 0.04  # how often a word has و before it
PAST = 0.5  # how common نادى is beside ينادي
MASCULINE = 1.5  # how common كتابه is beside كتابها and كتابهم
THEY = 1.0  # and beside تنادوا
FIRST_PERSON = 0.3  # how common أكتب is beside يكتب, at most
INDEFINITE = 0.3  # how common بشرى is beside البشرى, and the other way round, at least
TO_THE = 0.02  # how common للقوي is beside القوي
ADJECTIVE = 0.5  # how common دعوي is beside دعوية
OWNED = 0.3  # how common أيمان is beside أيمانهم
THEN = 0.02  # how often it has ف before it
VERBAL = 0.15  # how common يكتب with its like is beside أكتب and إكتب, at least, where اكتب is an imperative
CURRENT = 0.65  # times as common as واختي, و joined, is واختي without a hamza, from which on it may be another word
AKIN = (
    0.5  # how common the relatives of a word whose first letter is no particle are beside it, at least: الواحد of واحد
)
LONG = 6  # letters from a bare alef on, from which a word is a loan word or a derived form rather than chat


def kin_frequency(word: str, frequency: Frequency) -> float:
    """How common the word is at most, judged by its relatives; 0 without any. `frequency` tells it for a known word.

    >>> kin_frequency("يسمي", lambda relative: 2e-6 if relative == "يسميها" else 0.0)
    2e-06
    """
    if len(word) < SHORTEST and not word.endswith(("ه", "ى")):
        return 0.0
    return max(_likely(word, frequency), default=0.0)


def _of_pronoun(word: str, frequency: Frequency) -> float:
    """How common the word is with a masculine pronoun, by others: مدرسه by مدرسها."""
    return MASCULINE * sum(frequency(word + more) for more in ("ا", "م"))


def _of_article(word: str, frequency: Frequency) -> float:
    """How common a noun in ى is, by the same with or without the article: البشرى by بشرى; not التخلي by تخلى."""
    other = word[2:] if word.startswith("ال") else f"ال{word}"
    sure = frequency(other) >= AKIN * frequency(f"{other[:-1]}ي") and not other.startswith("ت")
    return INDEFINITE * frequency(other) if sure and len(other) >= SHORTEST else 0.0


def _of_owners(word: str, frequency: Frequency) -> float:
    """How common a noun in أ is, where its forms with pronouns speak against إ: أيمان by أيمانكم."""
    owned, other = (sum(frequency(first + word[1:] + pronoun) for pronoun in ("هم", "كم")) for first in "أإ")
    return OWNED * owned if owned >= OWNED * other else 0.0


def _likely(word: str, frequency: Frequency) -> Iterator[float]:
    if word.startswith("و"):
        yield AND * frequency(word[1:])
    if word.startswith("ف"):
        yield THEN * frequency(word[1:])
    if word.endswith("ي") and word[0] in "يتنأ":  # يسمي: يسميها
        yield sum(frequency(word + pronoun) for pronoun in ("ه", "ها", "هم"))
    if word.endswith("ه") and not word.startswith("ال"):  # مدرسه: مدرسها
        yield _of_pronoun(word, frequency)
    if word.endswith("ى"):  # أبى: يأبى, نادى: ينادي
        yield PAST * max(frequency("ي" + word), frequency("ي" + word[:-1] + "ي"))
    if word.endswith("ى") and _SIXTH.fullmatch(word):  # تنادى: تنادوا
        yield THEY * frequency(f"{word[:-1]}وا")
    if word.endswith("ى"):
        yield _of_article(word, frequency)
    if word.endswith("ي") and frequency(f"{word[:-1]}ى"):
        yield TO_THE * frequency(f"ال{word[2:]}") if word.startswith("لل") else 0.0  # للقوي: القوي
        if word[0] not in "اوفبكل":  # معني: المعني, دعوي: دعوية
            yield max(INDEFINITE * frequency(f"ال{word}"), ADJECTIVE * frequency(f"{word}ة"))
    if word.startswith("أ"):  # أستأجر: يستأجر
        yield FIRST_PERSON * frequency("ي" + word[1:])
        yield _of_owners(word, frequency)
    if word.startswith("ا"):  # the imperatives اعلم and اجري: اعلموا, اجروا
        yield frequency(word.removesuffix("ي") + "وا")


def needs_hamza(stem: str, words: dict[str, float], frequency: Frequency) -> bool:
    """Whether a bare alef before such a stem could only be an imperative's, and none speaks for one.

    `stem`: a skeleton from its first alef on; `words`: the spellings of the same skeleton, with their frequencies as
    they are written. A spelling that writers like better without a hamza is let pass, as in dialects.

    >>> needs_hamza("اختي", {"أختي": 3e-5, "اختي": 2e-5}, lambda relative: 0.0)
    True
    >>> needs_hamza("اعلم", {"أعلم": 3e-5, "اعلم": 2e-5}, lambda relative: 3e-5 if relative == "يعلم" else 0.0)
    False
    """
    if not looks_imperative(stem):
        return False
    if skeleton(next(iter(words))) != stem:  # no imperative has an article before it
        return True
    bare = {word: amount for word, amount in words.items() if word.startswith("ا")}
    with_hamza = sum(amount for word, amount in words.items() if word.startswith(("أ", "إ")))
    if sum(bare.values()) >= with_hamza or any(frequency(f"{word}ت") > frequency(f"أ{word[1:]}ت") for word in bare):
        return False  # the second: ninth forms, اسود of اسودت
    verbs = {person + form for word in bare for form in _verb_forms(word[1:]) for person in "يتن"}
    return is_hollow(stem) or sum(map(frequency, verbs)) < VERBAL * with_hamza


def joined_needs_hamza(words: dict[str, float], frequency: Frequency) -> bool:
    """Whether the first letter of words such as واختي is a particle, and what follows cannot be without its hamza.

    `words`: the spellings of the same skeleton, with their frequencies as they are written.

    >>> joined_needs_hamza({"وأخيرا": 3e-5, "واخيرا": 1e-5}, lambda relative: 1e-4 * (relative == "أخيرا"))
    True
    >>> joined_needs_hamza({"وأحد": 3e-5, "واحد": 1e-5}, lambda relative: 1e-4 * (relative == "الواحد"))
    False
    """
    bare = {word: amount for word, amount in words.items() if word[1] == "ا"}
    if sum(bare.values()) >= CURRENT * sum(amount for word, amount in words.items() if word[1] in "أإ"):
        return False
    stem = skeleton(next(iter(words)))[1:]
    stems = {word[1:]: frequency(word[1:]) for word in words}
    if may_be_bare(stem) and not needs_hamza(stem, stems, frequency):
        return False
    relatives = (frequency(start + form) for word in bare for form in _unended(word) for start in _STARTS)
    return sum(relatives) < AKIN * sum(bare.values())


def _unended(word: str) -> Iterator[str]:
    """The word without each of the common endings, and what is left with ة."""
    yield word
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if len(rest) < len(word) and len(rest) >= SHORTEST - 1:
            yield from (rest, f"{rest}ة")


def _verb_forms(rest: str) -> Iterator[str]:
    """The imperative after its alef, as it is and without the ending of a person: كتبي, كتب."""
    yield rest
    for ending in ("ي", "وا", "ا"):
        if rest.endswith(ending):
            yield rest.removesuffix(ending)


def is_radical_heh(stem: str, frequency: Frequency) -> bool:
    """Whether relatives speak for a noun in ه, which after the article is no pronoun: كرهت for الكره, موجهة for الموجه.

    `stem`: the noun without ه.

    >>> is_radical_heh("كر", lambda relative: 1e-6 if relative == "كرهت" else 0.0)
    True
    """
    return any(frequency(f"{stem}ه{ending}") for ending in _AFTER_RADICAL)


def is_current_bare(word: str, raw: dict[str, float]) -> bool:
    """Whether a long word is written with a bare alef more often than in any other way, as انستغرام is.

    `raw`: the spellings of its skeleton, with their frequencies as they are written.
    """
    place = max(word.find("ا"), 0)
    if word.startswith("ال", place):
        place += 2
    bare = word[place : place + 1] == "ا" and starts_stem(word, place)
    return bare and len(word) - place >= LONG and raw[word] == max(raw.values())
