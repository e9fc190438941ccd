"""Spelling: hamzas, final ى and ي, final ة and ه, mended where this document's writer slips.

Each unlike word is judged once: its candidate spellings (candidates.py) weighed against the slips that would explain
what is written, at rates estimated from the document itself (rates.py). A few words are judged where they stand, by
their neighbours (spelling_context.py). A spelling only ever becomes another one of the same skeleton, so all that is
vocalised, foreign or unknown stays as it is.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from cleaner.normalize.colloquial import is_colloquial
from cleaner.normalize.prepositions import ali_spans
from cleaner.normalize.slips import WORD_LETTERS, Slip, skeleton, slips_between
from cleaner.normalize.spelling_context import REACH, depends_on_context, depends_on_dialect, in_context
from cleaner.normalize.surroundings import Surroundings
from cleaner.normalize.verdicts import LONGEST_WORD, Verdict, is_steady, judge
from cleaner.normalize.wasl import may_be_bare
from cleaner.pattern import pattern

Mode = Literal["auto", "always", "never"]
Span = tuple[int, int]

SHORT_COMMAND = 3  # letters of an imperative of a root that ends in a vowel: ادعُ
LONGEST_TOKEN = 2 * LONGEST_WORD  # letters and marks
FEW_WORDS = 12
MOST_ROUNDS = 4  # of mending again what is mended; the first nearly always finds nothing
MEMO_TOKENS = 1 << 15  # tokens remembered as steady before all are forgotten

_MARKS = "\N{ARABIC TATWEEL}\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}\N{ARABIC LETTER SUPERSCRIPT ALEF}"
# Letters that no Arabic word has are taken in, so that a foreign word is one word, and unknown.
_FOREIGN = "\N{ARABIC LETTER ALEF WASLA}-\N{ARABIC LETTER YEH BARREE WITH HAMZA ABOVE}"
_WORD_SIGN = f"[ء-غف-ي{_MARKS}{_FOREIGN}]"
_TANWIN = "\N{ARABIC FATHATAN}"
_LETTER = pattern(_WORD_SIGN)
_WORD = re.compile(f"{_WORD_SIGN}+")
_MARK = re.compile(f"[{_MARKS}]")
_VOWEL = re.compile("[\N{ARABIC FATHA}-\N{ARABIC SUKUN}\N{ARABIC LETTER SUPERSCRIPT ALEF}]")
_LIGHTLY_VOCALISED = pattern(f"[وف]?[بكل]?(?:ال)?ا{WORD_LETTERS.pattern}{_VOWEL.pattern}+(?:{WORD_LETTERS.pattern})?")
_SENTENCE_END = pattern(r"[!?؟:؛\n]|\.(?:\s|$)")
_CLOSING = pattern(r"\s*(?:[.,،؛:!?؟»)\]]|\n|$)")
_UNDOTTED = "فى"  # whose writer leaves out the dots of the name too: محمد على
_QUOTES = '"“«”»'
_MENTION = pattern(f"[{_QUOTES}]({WORD_LETTERS.pattern})[{_QUOTES}]")
_OPENING_QUOTE = pattern(r"(?:^|[\s(])[\"“«”]\s?$")

_steady: set[str] = set()  # tokens none of whose words could change at any rates


class Change(NamedTuple):
    """A misspelt word: its span in the text, and how it should be written."""

    start: int
    stop: int
    before: str
    after: str


def mend_spelling(text: str, *, mode: Mode = "auto", words: frozenset[str] = frozenset()) -> str:
    """The text with its misspellings mended; see `find_misspellings`.

    >>> mend_spelling("كيري ينفي اي رفض اميركي لاجراء محادثات")
    'كيري ينفي أي رفض أميركي لإجراء محادثات'
    """
    return _applied(text, find_misspellings(text, mode=mode, words=words))


def find_misspellings(text: str, *, mode: Mode = "auto", words: frozenset[str] = frozenset()) -> list[Change]:
    """The words of one document that its writer misspelt, in their order.

    `mode`: "auto" judges by the slips of this document, "always" as if its writer slipped everywhere, "never" finds
    nothing. `words`: spellings that are right, whatever the lexicon says; others of their skeletons are wrong.
    """
    if mode == "never":
        return []
    changes = _found_once(text, mode, words)
    found = {change.start: change for change in changes}
    mended = text
    for _ in range(MOST_ROUNDS):
        if not changes:
            break
        mended = _applied(mended, changes)
        changes = _found_once(mended, mode, words)
        found |= {change.start: change._replace(before=text[change.start : change.stop]) for change in changes}
    return [found[start] for start in sorted(found)]


def _applied(text: str, changes: Iterable[Change]) -> str:
    parts, done = list[str](), 0
    for change in changes:
        parts += (text[done : change.start], change.after)
        done = change.stop
    return "".join((*parts, text[done:]))


def _found_once(text: str, mode: Mode, words: frozenset[str]) -> list[Change]:
    """The misspellings of a text as it is: mended, its writer looks more careful, and another one may be left over."""
    tokens = set(text.split())
    doubtful = _doubtful(tokens)
    if not words and not doubtful:
        return []
    verdicts = _judged(set(doubtful.values()), tokens, mode) if doubtful else {}
    if words:
        doubtful = dict(_plain_words(text))
        verdicts = _overruled(verdicts, words, doubtful.values())
    wanted = {written: verdicts[word] for written, word in doubtful.items() if word in verdicts}
    changes = list(_placed(text, wanted, tokens)) if wanted else []
    if _UNDOTTED in wanted and not words:
        changes = sorted({*changes, *_named_ali(text)})
    return changes if mode == "always" else _without_mentions(text, changes, words)


def _named_ali(text: str) -> Iterator[Change]:
    for start, stop in ali_spans(text):
        yield Change(start, stop, "على", "علي")


def _judged(doubtful: set[str], tokens: set[str], mode: Mode) -> dict[str, Verdict]:
    verdicts = judge(doubtful, tokens, habitual=mode == "always")
    mentioned = {match[1] for token in tokens if (match := _MENTION.match(token))} - tokens if verdicts else set()
    if mode == "always" or not mentioned.intersection(doubtful):
        return verdicts
    others = judge(doubtful - mentioned, tokens, habitual=False)  # words that are only mentioned are no witnesses
    return others | {word: verdict for word, verdict in verdicts.items() if others and word in mentioned}


def _overruled(verdicts: dict[str, Verdict], words: frozenset[str], found: Iterable[str]) -> dict[str, Verdict]:
    """The verdicts, but for the skeletons of a user's words: there those words are right, and all others wrong."""
    listed = {skeleton(word): word for word in sorted(words)}
    kept = {word: verdict for word, verdict in verdicts.items() if skeleton(word) not in listed}
    return kept | {
        word: Verdict(listed[key]) for word in found if (key := skeleton(word)) in listed and word not in words
    }


def _doubtful(tokens: set[str]) -> dict[str, str]:
    """The unlike words that might be a slip, with and without their marks; remembers tokens that hold none."""
    if len(_steady) > MEMO_TOKENS:
        _steady.clear()
    found: dict[str, str] = {}
    for token in tokens - _steady:
        if token.isascii():  # numbers, which may all be unlike
            continue
        words = [(token, token)] if WORD_LETTERS.fullmatch(token) else _plain_words(token)
        doubtful = [(written, word) for written, word in words if not is_steady(word)]
        found.update(doubtful)
        if not doubtful and len(token) <= LONGEST_TOKEN:
            _steady.add(token)
    return found


def _plain_words(text: str) -> Iterator[tuple[str, str]]:
    """The words with and without their marks; those are left out that are vocalised or too long."""
    for written in _WORD.findall(text):
        if word := _plain(written):
            yield written, word


def _plain(written: str) -> str:
    """The word without tanwin and tatweel; "" for one with other signs (عليّ), as its writer chose them on purpose.

    A word of which one letter has them (انَّ) may lack the hamza of its first alef.
    """
    if len(written) > LONGEST_TOKEN or (_VOWEL.search(written) and not _LIGHTLY_VOCALISED.fullmatch(written)):
        return ""
    return _MARK.sub("", written)


def _placed(text: str, wanted: dict[str, Verdict], tokens: set[str]) -> Iterator[Change]:
    """The written words on which there is a verdict, each changed as its neighbours ask."""
    colloquial = any(map(depends_on_dialect, wanted)) and is_colloquial(tokens)
    for start, stop in _spots(text, wanted):
        written = text[start:stop]
        word, (better, odds) = _plain(written), wanted[written]
        if depends_on_context(word, odds):
            better = in_context(word, better, odds, _surroundings(text, start, stop, colloquial=colloquial))
        if better != word and not _is_written_out(written, word, better):
            yield Change(start, stop, written, _with_marks(better, written))


def _is_written_out(written: str, word: str, better: str) -> bool:
    """Whether the marks of a word show that its writer meant these letters: نقرًا is no نقرأ, and انسَ is told to one."""
    if _TANWIN in written and word.endswith("ا") and not better.endswith("ا"):
        return True
    if not _VOWEL.search(written):
        return False
    return not _adds_hamza_alone(word, better) or (len(word) == SHORT_COMMAND and not WORD_LETTERS.match(written[-1]))


def _adds_hamza_alone(word: str, better: str) -> bool:
    """Whether a word only gets a hamza on an alef that grammar does not leave bare."""
    places = [place for place, (one, other) in enumerate(zip(word, better, strict=True)) if one != other]
    return all(word[place] == "ا" for place in places) and not may_be_bare(skeleton(word[places[0] :]))


def _without_mentions(text: str, changes: list[Change], words: frozenset[str]) -> list[Change]:
    """The changes, but for those of single words in quotes, where their writer does not slip so outside of quotes.

    Such a word may be given as it is on purpose: one does not write «إجتماع». The user's words are what they are.
    """
    mentions = {change for change in changes if change.after not in words and _stands_in_quotes(text, change)}
    if not mentions:
        return changes
    made = {slip for change in changes if change not in mentions for slip in _slips_of(change)}
    return [change for change in changes if change not in mentions or made.issuperset(_slips_of(change))]


def _stands_in_quotes(text: str, change: Change) -> bool:
    return change.start > 0 and text[change.start - 1] in _QUOTES and text[change.stop : change.stop + 1] in _QUOTES


def _slips_of(change: Change) -> list[Slip]:
    return slips_between(_MARK.sub("", change.after), _MARK.sub("", change.before))


def _spots(text: str, wanted: Collection[str]) -> Iterator[Span]:
    """The spans of the wanted words, in order. Few are looked for one by one: that is several times as fast."""
    if len(wanted) > FEW_WORDS:
        yield from (match.span() for match in _WORD.finditer(text) if match.group() in wanted)
        return
    for start, stop in sorted(span for word in wanted for span in _occurrences(text, word)):
        if not _LETTER.match(text, stop) and not (start and _LETTER.match(text, start - 1)):
            yield start, stop


def _occurrences(text: str, part: str) -> Iterator[Span]:
    start = text.find(part)
    while start >= 0:
        stop = start + len(part)
        yield start, stop
        start = text.find(part, stop)


def _surroundings(text: str, start: int, stop: int, *, colloquial: bool) -> Surroundings:
    """What stands around a word, as skeletons: so that nothing depends on what else is mended."""
    sentence = _SENTENCE_END.split(text[max(start - REACH, 0) : start])[-1]
    before = [skeleton(_MARK.sub("", word)) for word in reversed(_WORD.findall(sentence))]
    opens = not before or _OPENING_QUOTE.search(sentence[-3:]) is not None
    follower = _WORD.search(text, stop, stop + LONGEST_TOKEN)
    after = skeleton(_MARK.sub("", follower.group())) if follower else ""
    apart = sentence.rstrip().endswith(("،", ","))
    closes = _CLOSING.match(text, stop) is not None
    return Surroundings(before, opens, after, closes, apart, colloquial, text[stop : stop + LONGEST_TOKEN])


def _with_marks(word: str, written: str) -> str:
    """The word with the marks of the written one at their places."""
    if len(word) == len(written):
        return word
    letters = iter(word)
    return "".join(sign if _MARK.match(sign) else next(letters) for sign in written)
