"""Builds lexicon.bin from the word frequencies of `wordfreq` (of the dev extra).

    python -m cleaner.normalize.build_lexicon

The list holds the web's misspellings too: الى is a seventh as common as إلى. So the spellings of a skeleton are taken
as what came out of writers who slip at known rates, and the frequencies that went in are found by deconvolution
(Richardson and Lucy's). A spelling of which slips explain nearly all is left out, unless its
relatives show that it is a word of its own (see build_kin.py).
"""

import math
import re
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cleaner.normalize.build_kin import (
    Frequency,
    is_current_bare,
    is_radical_heh,
    joined_needs_hamza,
    kin_frequency,
    needs_hamza,
)
from cleaner.normalize.lexicon import (
    BUCKETS,
    LAST,
    LEVEL_STEP,
    LEVELS,
    MAGIC,
    MORE,
    PATH,
    number_of,
    place_of,
)
from cleaner.normalize.slips import WORD_LETTERS, Slip, skeleton, slips_between
from cleaner.normalize.wasl import is_verbal_noun, may_be_bare

_JOINED = re.compile("[وفبلك][أإ](?!ل)...")  # shorter ones may be imperatives: وارض
_ARTICLE = re.compile("(?:[وفبك]?ال|[وف]?لل)(?=..)")
_STEM_HAMZA = re.compile(
    "([وفبك]?ال|[وف]?لل)?([أإآ].*)"
)  # after single particles an alef may well be the stem's second
LIST, LANGUAGE = "large", "ar"

# How often writers of the listed texts slip, where they could; a little above what common words show, as words differ.
SLIP_RATES: dict[Slip, float] = {
    "hamza dropped": 0.25,
    "madda dropped": 0.15,
    "madda as hamza": 0.07,
    "inner hamza dropped": 0.10,
    "seat without hamza": 0.04,
    "hamza swapped": 0.03,
    "hamza added": 0.08,
    "hamza on the article": 0.005,  # as an odd one
    "hamza before its letter": 0.01,
    "yeh undotted": 0.08,
    "maqsura dotted": 0.08,
    "marbuta undotted": 0.06,
    "heh dotted": 0.01,
    "odd": 0.005,
}
_ODD: frozenset[Slip] = frozenset(("odd", "hamza on the article"))
NEVER_BARE = 2.0  # takes the place of the rate of a dropped hamza or madda where no bare alef can be: انا, اذا, الان
_NEVER: dict[Slip, float] = {"hamza dropped": NEVER_BARE, "madda dropped": NEVER_BARE}
BARE = 2.0  # times as common as with a hamza is a verbal noun in its own bare spelling: اختلاف, and not إنتاج
TOGETHER = 3.0  # times as likely is each further slip in a word: careless writers make them together, as in الي for إلى
ROUNDS = 40  # of deconvolution; later ones change nothing that the levels show
KIN_SHARE = 0.02  # a spelling of which slips explain more stays when its relatives speak for this share of it
UNEXPLAINED = 0.1  # a spelling stays when at least this share of it is no slip


def listed_words() -> dict[str, float]:
    """The words of the list that are Arabic letters alone, with their frequencies."""
    from wordfreq import get_frequency_list

    bins = get_frequency_list(LANGUAGE, LIST)
    return {
        word: 10 ** (-centibels / 100)
        for centibels, words in enumerate(bins)
        for word in sorted(words)
        if WORD_LETTERS.fullmatch(word)
    }


def by_skeleton(frequencies: dict[str, float]) -> dict[str, dict[str, float]]:
    """The words grouped: skeleton → spelling → frequency. Spellings with a letter where it cannot stand are dropped."""
    groups: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for word, frequency in frequencies.items():
        group = skeleton(word)
        if number_of(word, group) is not None:
            groups[group][word] = frequency
    return dict(groups)


def without_slips(words: dict[str, float], frequency: Frequency) -> dict[str, float]:
    """The spellings of one skeleton that are no mere slips, with the frequencies they would have if nobody slipped.

    `words`: the spellings as they are written; `frequency` tells the same for any word.
    """
    if len(words) == 1:
        return words
    seen = list(words.values())
    channel = [_outcomes(word, words, frequency) for word in words]
    meant = seen
    for _ in range(ROUNDS):
        written = [_dot(meant, column) for column in zip(*channel, strict=True)]
        ratios = [amount / expected for amount, expected in zip(seen, written, strict=True)]
        meant = [share * _dot(row, ratios) for share, row in zip(meant, channel, strict=True)]
    return {
        word: share for word, share, amount in zip(words, meant, seen, strict=True) if share >= UNEXPLAINED * amount
    }


def with_kin(groups: dict[str, dict[str, float]], meant: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The words that were meant, and those of which slips explain much but that have relatives (see build_kin.py)."""

    def frequency(word: str) -> float:
        return meant.get(skeleton(word), {}).get(word, 0.0)

    return {group: _with_kin(words, meant[group], frequency) for group, words in groups.items()}


def _with_kin(words: dict[str, float], meant: dict[str, float], frequency: Callable[[str], float]) -> dict[str, float]:
    if len(words) == 1:
        return meant
    floors = {
        word: amount if is_current_bare(word, words) else min(amount, kin_frequency(word, frequency))
        for word, amount in words.items()
    }
    return {
        word: max(floors[word], meant.get(word, 0.0))
        for word, amount in words.items()
        if word in meant or floors[word] >= KIN_SHARE * amount
    }


def encode(groups: dict[str, dict[str, float]]) -> bytes:
    """The file: see lexicon.py for its form."""
    buckets: list[dict[bytes, bytes]] = [{} for _ in range(BUCKETS)]
    for group in sorted(
        groups, key=lambda group: (max(groups[group].values()), group)
    ):  # of two with one mark the commoner stays
        bucket, mark = place_of(group)
        if record := _record(group, groups[group]):
            buckets[bucket][mark] = record
    blocks = [_block(sorted(entries.items())) for entries in buckets]
    offset = len(MAGIC) + 4 * (BUCKETS + 1)
    offsets = [offset]
    for block in blocks:
        offsets.append(offset := offset + len(block))
    return b"".join((MAGIC, struct.pack(f"<{BUCKETS + 1}I", *offsets), *blocks))


def build() -> bytes:
    """The whole file, always the same for the same list."""
    listed = listed_words()

    def frequency(word: str) -> float:
        return listed.get(word, 0.0)

    groups = {group: left for group, words in by_skeleton(listed).items() if (left := _possible(words, frequency))}
    meant = {group: without_slips(words, frequency) for group, words in groups.items()}
    return encode(with_kin(groups, meant))


def _outcomes(word: str, words: dict[str, float], frequency: Frequency) -> list[float]:
    """How likely a writer who means `word` writes each of the words."""
    never = {} if _may_be_bare(word, words, frequency) else _NEVER
    chances = [_chance(slips_between(word, other), never) for other in words]
    return [chance / sum(chances) for chance in chances]


def _chance(slips: list[Slip], never: dict[Slip, float]) -> float:
    rates = SLIP_RATES if _ODD.intersection(slips) else SLIP_RATES | never
    return math.prod(rates[slip] for slip in slips) * TOGETHER ** max(len(slips) - 1, 0)


def _possible(words: dict[str, float], frequency: Frequency) -> dict[str, float]:
    """The spellings of a skeleton without those that grammar excludes, whose frequencies go to the right ones.

    With the article no pronoun follows: المدينه is المدينة. Verbal nouns with hamzat wasl have no hamza: إختلاف.
    """
    kept: defaultdict[str, float] = defaultdict(float)
    for word, amount in words.items():
        if word.endswith("يء") and frequency(f"{word[:-2]}ئ") >= amount:  # شاطيء: شاطئ
            continue
        meant = word
        while right := _right_one(meant, words, frequency):
            meant = right
        kept[meant] += amount
    return dict(kept)


def _right_one(word: str, words: dict[str, float], frequency: Frequency) -> str:
    """The spelling of which this one can only be a slip, or ""."""
    article, stem = _parted(word)
    if article and stem.endswith("ه"):
        right = f"{word[:-1]}ة"
        if words.get(right, 0.0) >= words[word] and not is_radical_heh(stem[:-1], frequency):
            return right
    if stem.startswith(("أ", "إ")) and is_verbal_noun(skeleton(stem)):
        right = f"{article}ا{stem[1:]}"
        if words.get(right, 0.0) >= BARE * words[word]:
            return right
    return ""


def _parted(word: str) -> tuple[str, str]:
    """The article with its particles, and what follows it."""
    match = _ARTICLE.match(word)
    return (match[0], word[match.end() :]) if match else ("", word)


def _may_be_bare(word: str, words: dict[str, float], frequency: Frequency) -> bool:
    if _JOINED.match(word):
        return not joined_needs_hamza(words, frequency)
    match = _STEM_HAMZA.match(word)
    if match is None or (not match[1] and len(match[2]) <= 2):
        return True
    stem = skeleton(match[2])
    return may_be_bare(stem) and not needs_hamza(stem, words, frequency)


def _dot(left: Iterable[float], right: Iterable[float]) -> float:
    return sum(one * other for one, other in zip(left, right, strict=True))


def _record(group: str, words: dict[str, float]) -> bytes:
    kept = sorted((_level(share), number_of(word, group) or 0) for word, share in words.items())
    kept = [spelling for spelling in kept if spelling[0] < LEVELS]
    flags = [0] * (len(kept) - 1) + [LAST]
    return b"".join(bytes((level | flag, *_digits(number))) for flag, (level, number) in zip(flags, kept, strict=False))


def _level(share: float) -> int:
    return round(-math.log(share) / LEVEL_STEP)


def _digits(number: int) -> Iterator[int]:
    while number >= MORE:
        yield number % MORE | MORE
        number //= MORE
    yield number


def _block(entries: list[tuple[bytes, bytes]]) -> bytes:
    if not entries:
        return b""
    return b"".join((bytes([len(entries)]), *(mark for mark, _ in entries), *(record for _, record in entries)))


def main(path: Path = PATH) -> None:
    path.write_bytes(build())


if __name__ == "__main__":
    main()
