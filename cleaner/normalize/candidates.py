"""What a written word may have been meant to be: spellings of the same skeleton, each with its weight and its slips."""

import math
import re
from functools import lru_cache
from typing import NamedTuple

from cleaner.normalize.analysis import STRANGE, analysed, is_open, may_replace, strange
from cleaner.normalize.lexicon import shipped
from cleaner.normalize.never_bare import rarity
from cleaner.normalize.slips import WORD_LETTERS, Slip, skeleton, slips_between, starts_stem
from cleaner.normalize.verbs import COLOURS, is_known
from cleaner.normalize.wasl import is_bare, is_derived, is_verbal_noun
from cleaner.pattern import pattern

LONGEST_WORD = 24  # letters; longer runs are no words
RARE = -12.5  # weight below which a listed word is analysed too: its right spelling may not be listed
UNLISTED = -9.0  # weight of a spelling that the lexicon does not have, beside the commonest of its skeleton
PUT_TOGETHER = -6.0  # highest weight of a spelling made of a stem and joined parts, beside a listed one
ABSENT = -17.0  # and in itself: the list would have it, were it any commoner
WRITTEN = -15.0  # the same for the written word, in whose favour one doubts
STRANGEST = -19.0  # weight of a spelling that nothing speaks for, unless that is within
UNHEARD = -3.0  # of the best one: words of which all spellings are put together
_ENDS = ("ه", "ى")
_SEVERAL, _FINAL_SLIPS = 2, ("ه", "ى", "ي")  # spellings, and ends that may be a second slip
OF_FUTURE, _ASKED = -2.0, "سأل"  # and of a verb in the future without its hamza, at most, beside the one with it
NEEDLESS = -3.0  # and of a listed verbal noun with a needless hamza, at most, beside the one without
# Short words may be right although the lexicon does not have them, as a piece of a foreign name (إي) or as an uncommon
# word (إلي, "to me"): at most this many letters, and what that adds to the weight of a candidate through this slip.
SHORT: dict[Slip, int] = {"hamza swapped": 2, "maqsura dotted": 3}
SHORT_ODDS = -5.5
_PARTICLE = "حتى"  # without its like in ي
# So may forms that grammar makes of any verb: the fourth form's verbal noun (إزهار, beside أزهار), passives (يجنى), and
# the first person of derived forms (وأستقبل).
# The odds against them, as natural logarithm, are no higher than this.
REGULAR_ODDS = 4.0
AFTER_PARTICLE = 0.5  # how much rarer a noun with ه is after a particle than without, beside the one in ة
_PARTICLES = frozenset("وفبكل")
LIKELIER, AFTER_ARTICLE = 0.0, 5.0  # natural logarithms: how much commoner the one in ة is, and what that adds
_ARTICLE = pattern("[وف]?(?:[بك]?ال|لل)(?=..)")
_FUTURE = ("سأ", "وسأ", "فسأ")
_AFTER_RADICAL = ("ت", "وا", "يه", "ه", "ات", "ين")  # of words whose root has ه: كرهت, موجهة
_REGULAR: dict[Slip, re.Pattern[str]] = {
    "hamza swapped": pattern("[وف]?(?:[بكل]|ال|لل|بال|كال)?إ..ا.(?:ا|ه|ها|هم|هما|ي|نا|ات)?"),
    "hamza added": pattern("[وفل]?أ(?:ست|ن|.ت|[تطد]).{2,6}"),
    "yeh undotted": pattern("[وفس]?[يتن]..ى|[وف]?أنى"),
}
# Verbs of dialects begin with ات where the common language has ت: اتبخر. A rare first person (أتبخر) is no likelier.
DIALECT_ODDS, RARE_VERB = 1.0, -15.5
_DIALECT_VERB = pattern("[وف]?ات.{3,5}")
# Verbal nouns of the fourth form with a pronoun cannot be bare: اهمالنا.
_BARE_VERBAL_NOUN = pattern("[وف]?[بكل]?(ا[^ا]{2}ا[^ا](?:ه|ها|هم|هما|هن|ي|نا|ك|كم))")
# أن and إن (with endings), ألا and إلا are both right; only a bare ان says that its writer left something out.
_SETTLED = frozenset(
    first + word + end
    for first in ("", "و")
    for word in ("أن", "إن", "آن")
    for end in ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "ني", "نا", "ي", "ا")
) | {"ألا", "إلا", "وألا", "وإلا"}
# لأن with a pronoun, وأنا and وأين are never bare, however often one sees لاني; nor does one write لى or المتوفي.
_NEVER_RIGHT = frozenset(
    first + "لان" + end
    for first in ("", "و", "ف")
    for end in ("ه", "ها", "هم", "هما", "هن", "ك", "كم", "ني", "نا", "ي")
) | {"وانا", "واين", "فاين", "لى", "المتوفي", "والمتوفي", "للمتوفي", "اللى", "واللى"}
# Nor are verbal nouns of the fifth and sixth form with the article (التحدى, بالتعاطى), nor have numbers a pronoun.
_WRONG_END = pattern(
    "[وف]?(?:ب?ال|لل)(?:ت(?:حد|صد|عد|سام|حل|خل|بن|لق|عاط|نام|راخ|فش|حر|رد|من|دن|أن|وان|وال|داع|ماد|فان|وخ|غاض|عاف|قاض|لاش"
    "|سل|جل|رق|غذ|ول|نح|وق)ى)|[وفبل]?(?:ال)?(?:ثلاثه|أربعه|ثمانيه)"
)
# Nor has an imperative of the first form a hamza, where no fourth form is in use; nor is it a first person in إ.
_WRONG_ORDER = pattern("[وف]?إ(?:ضغط|كتب|فتح|ذهب|سأل|عرف|سمع|حفظ|قرأ|شرب|لعب|غسل)(?:ي|وا|ها|ه)?")
# What is asked for in the oldest way, not what one missed.
_SETTLED |= {"فأتني", "فأتنا", "فأتوني", "وأتني", "وأتوني"}
# The ninth form of colours with an ending: a verb, and no أحمر takes one.
_SETTLED |= {first + colour + end for first in ("", "و", "ف") for colour in COLOURS for end in ("ت", "تا", "وا")}
# Right words that the lexicon lacks, as nearly all that is written so is a slip of a commoner one: how much rarer they
# are (natural logarithm). Careless writers are mended all the same.
OVERSHADOWED = -4.0
_OVERSHADOWED_WORDS = (
    "سكرى الرجعى أجراء الأجراء للأجراء والأجراء أخلاء الأخلاء إقام وإقام الأيمان أيمانا الإعراض الأكمه والأكمه"
    " العمه والعمه البله والبله عوده بعوده درجه بطوله"  # his lute, his drawer
    " أدرى ذوى برى وبرى يكتفى الجوى المحتوي العيسي"  # knows best, withered, cut; a name
    " الأمارات والأمارات ألموت أرثر أدوارد أدواردو"  # signs; names
    " اقبل واقبل اخرجوا واخرجوا امضوا وامضوا امضي انصح اقفز احلم"  # imperatives
)
_OVERSHADOWED = frozenset(_OVERSHADOWED_WORDS.split())
# Pronouns of dialects, which have إ where the common language has أ, or a bare alef: no slips.
_SETTLED |= {"اهو", "اهي"} | {
    first + word for first in ("", "و") for word in ("إنت", "إنتي", "إنتو", "إنتوا", "إنتم", "إحنا")
}


class Candidate(NamedTuple):
    """A spelling that may be meant, the logarithm of its frequency, and the slips between it and the written one."""

    word: str
    weight: float
    slips: tuple[Slip, ...]


@lru_cache(maxsize=1 << 14)
def candidates(written: str) -> tuple[Candidate, ...]:
    """All spellings that a written word may stand for, the written one first; that one alone when there is no other.

    >>> [candidate.word for candidate in candidates("المدينه")]
    ['المدينه', 'المدينة']
    """
    weights: dict[str, float] = {}
    if len(written) <= LONGEST_WORD and WORD_LETTERS.fullmatch(written) and written not in _SETTLED:
        weights = _weights(written)
        if len(weights) == 1 and written in weights:
            return (Candidate(written, weights[written], ()),)
    listed = written in weights
    best = max(weights.values(), default=STRANGE)
    if len(weights) >= _SEVERAL and written.endswith(_FINAL_SLIPS):
        weights |= _half_mended(written, weights, best)
    if written in _NEVER_RIGHT or (written[-1:] in _ENDS and _WRONG_END.fullmatch(written)):
        weights[written] = best + UNLISTED
    elif "إ" in written[:2] and _WRONG_ORDER.fullmatch(written):
        weights = {written: best + UNLISTED, written.replace("إ", "ا"): best}
    own = weights.pop(written, best + UNLISTED if _lacks_hamza(written) else _unlisted(best))
    if _has_needless_hamza(written, own if listed else None, weights, best):
        own = best + UNLISTED
    if _lacks_hamza_of_future(written, own, weights):
        own = best + UNLISTED
    own = max(own, _of_stem(written, weights)) - _no_pronoun(written, own, weights)
    if weights and (rarer := rarity(written)):
        own = min(own, best + rarer)
    if written in _OVERSHADOWED:
        own = max(own, best + OVERSHADOWED)
    others = (_candidate(word, weight, written, None if listed else own) for word, weight in weights.items())
    return (Candidate(written, own, ()), *others)


def _half_mended(written: str, weights: dict[str, float], best: float) -> dict[str, float]:
    """Spellings that mend the end of a word and leave a slip at its beginning: الالكترونيه is no الالكترونية."""
    found = {}
    for word, weight in weights.items():
        if word == written:
            continue
        rarer = UNLISTED if _has_needless_hamza(word, weight, weights, best) else rarity(word)
        if rarer:
            found[word] = min(weight, best + rarer)
    return found


def _of_stem(written: str, weights: dict[str, float]) -> float:
    """The weight of a noun with ه after a particle, as common beside the one in ة as it is without: بكتابه by كتابه."""
    rival = weights.get(f"{written[:-1]}ة")
    if rival is None or written[0] not in _PARTICLES or not written.endswith("ه"):
        return -math.inf
    stems = dict(shipped().spellings(skeleton(written[1:])))
    own, other = stems.get(written[1:]), stems.get(f"{written[1:-1]}ة")
    if own is None or other is None or other < rival:  # the first letter is no particle: كلمة is commoner than لمة
        return -math.inf
    return rival + own - other - AFTER_PARTICLE


def _no_pronoun(written: str, own: float, weights: dict[str, float]) -> float:
    """How much less likely a noun in ه is after the article, where no pronoun follows and no root has that ه."""
    rival = weights.get(f"{written[:-1]}ة", -math.inf)
    match = _ARTICLE.match(written)
    if match is None or not written.endswith("ه") or rival < own + LIKELIER:
        return 0.0
    stem = skeleton(written[match.end() :])
    return 0.0 if any(is_known(stem + ending) for ending in _AFTER_RADICAL) else AFTER_ARTICLE


def _unlisted(best: float) -> float:
    return max(best + UNLISTED, min(STRANGEST, best + UNHEARD))


def _lacks_hamza(written: str) -> bool:
    noun = _BARE_VERBAL_NOUN.fullmatch(written)
    return noun is not None and not is_derived(noun[1])


def _has_needless_hamza(written: str, own: float | None, weights: dict[str, float], best: float) -> bool:
    """Whether a word has a hamza where grammar asks for none: إنتظري, إنقطاع; not إنتاج or أتباع, which are listed."""
    place = next((place for place, letter in enumerate(written) if letter in "أإ"), None)
    if place is None or weights.get(f"{written[:place]}ا{written[place + 1 :]}", -math.inf) < best:
        return False
    stem = skeleton(written[place:])
    doubtful = stem[1:2] in ("ت", "د", "ط")  # إطلاع and إتباع are of the fourth form as well
    if own is not None and ((doubtful and own > best + NEEDLESS) or not is_verbal_noun(stem)):
        return False
    return starts_stem(written, place) and is_bare(stem)


def _lacks_hamza_of_future(written: str, own: float, weights: dict[str, float]) -> bool:
    """Whether a word can only be what one will do, without its hamza: سانتظر; not سافر, a word of its own."""
    start = written[:3].find("سا")
    if start < 0 or (start and written[0] not in "وف"):
        return False
    better = f"{written[: start + 1]}أ{written[start + 2 :]}"
    return better in weights and own < weights[better] + OF_FUTURE and not better.startswith(_ASKED, start)


def is_sole(written: str) -> bool:
    """Whether a word is the only spelling of its skeleton, and its stem need not be asked: a shortcut for most words.

    >>> is_sole("المدينة"), is_sole("المدينه")
    (True, False)
    """
    if not WORD_LETTERS.fullmatch(written):
        return False
    spellings = shipped().spellings(skeleton(written))
    if len(spellings) != 1 or spellings[0].word != written:
        return False
    return spellings[0].weight >= RARE or not is_open(written, listed=True)


def _candidate(word: str, weight: float, written: str, unlisted: float | None) -> Candidate:
    """`unlisted`: the weight of the written word when the lexicon does not have it."""
    slips = tuple(slips_between(word, written))
    is_future = word.startswith(_FUTURE)  # سابدأ: who leaves out أ at a word's start does so here
    if is_future and "inner hamza dropped" in slips:
        slips = tuple("hamza dropped" if slip == "inner hamza dropped" else slip for slip in slips)
    if unlisted is not None and len(slips) == 1:
        (slip,) = slips
        if len(word) <= SHORT.get(slip, 0) and word != _PARTICLE:
            weight += SHORT_ODDS
        elif slip in _REGULAR and _REGULAR[slip].fullmatch(written) and not _is_noun_alone(slip, word):
            weight = min(weight, unlisted + REGULAR_ODDS)
        elif slip == "hamza dropped" and weight < RARE_VERB and _DIALECT_VERB.fullmatch(written):
            weight = min(weight, unlisted + DIALECT_ODDS)
    return Candidate(word, weight, slips)


def _is_noun_alone(slip: Slip, word: str) -> bool:
    """Whether a needless hamza makes no first person of a word, as it is a verbal noun: أتحاد."""
    return slip == "hamza added" and is_verbal_noun(skeleton(word[word.index("ا") :]))


def _weights(written: str) -> dict[str, float]:
    group = skeleton(written)
    weights = dict(shipped().spellings(group))
    best = max(weights.values(), default=STRANGE)
    listed = written in weights
    if (best < RARE or not listed) and is_open(written, listed=listed):
        _add_analysed(weights, written, best)
    return weights or strange(written)


def _add_analysed(weights: dict[str, float], written: str, best: float) -> None:
    """Adds the written word as its stem gives it; and where all spellings are rare, the others too.

    The others weigh least: the lexicon would have them, were they any commoner.
    """
    listed, rare = bool(weights), best < RARE
    for word, weight in analysed(skeleton(written)):
        if word == written:
            highest = WRITTEN if rare else best + PUT_TOGETHER
        elif rare and may_replace(word, written) and not (listed and weight < STRANGEST):
            highest = min(ABSENT, best + PUT_TOGETHER) if listed else 0.0
        else:
            continue
        weights[word] = max(min(weight, highest), weights.get(word, STRANGEST))
