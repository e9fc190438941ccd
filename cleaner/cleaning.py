"""The whole flow: bytes → blocks → verdicts → article. Read this file to know what happens to a document."""

from collections.abc import Sequence

from cleaner.document import Block, BlockKind, Document, Source, Verdict, cut
from cleaner.judging.judge import judge, judge_typed
from cleaner.judging.match import fold_keys
from cleaner.judging.page.mode import Mode
from cleaner.judging.scene import Scene
from cleaner.judging.typed import is_typed
from cleaner.limits import check_time
from cleaner.normalize.repair import AS_USUAL, Orthography, Repaired, repair
from cleaner.outcome import CleanDocument, places_of
from cleaner.reading.kinds import LONG_SHAPES
from cleaner.reading.page import Page
from cleaner.reading.text import read_text, reads_alike
from cleaner.rules.choice import EVERYTHING, Choice
from cleaner.rules.choose import languages_of, rulebook
from cleaner.rules.compile import Rulebook

PROSE = BlockKind.PROSE
THREAD = "comment-thread"
TOLD = frozenset({"forum-notice", "blog-motto", "leaked-code"})  # paragraphs that are none for sure
SITE = "site-"  # begins the ids of rules for one site
ROUNDS = 12
SHORT = 20_000  # lines judged in all, for a document of few lines
MOST_PROSE = 0.95  # rules that would take more of the prose than this have misread the document
LIST_WORDS = 3  # a text without a longer line is a list of words, not language to be mended


def clean_document(
    document: Document, choice: Choice = EVERYTHING, wanted: Orthography = AS_USUAL, mode: Mode = "balanced"
) -> CleanDocument:
    """Judge the blocks, settle the verdicts, mend what stays, and keep all where next to no prose would stay.

    What is kept is judged again until no verdict falls on it, as it would be read and by the rules of its own
    languages: so a second run has nothing left to do. A page is judged by its own structure (page_cleaning.py).
    """
    if isinstance(document, Page):
        from cleaner.page_cleaning import clean_page

        return clean_page(document, choice, wanted, mode)
    blocks: Sequence[Block] = document.blocks
    places = list(range(len(blocks)))
    languages = asked = languages_of(document.source.text)
    dropped: dict[int, Verdict] = {}
    is_ascii = document.source.text.isascii()
    for number in range(_most_rounds(blocks)):
        found, left = _judged(blocks, places, rulebook(languages, choice), choice, is_ascii=is_ascii)
        if number and not found:
            break  # what is kept has been mended already
        dropped |= found
        kept = [place for place in range(len(document.blocks)) if place not in dropped]
        repaired = _mended(document, kept, wanted)
        spoken = languages_of(repaired.text) if dropped or repaired.stages else languages
        is_part = set(spoken).issubset(languages)
        is_alike = spoken == languages or left.is_alike_by(rulebook(spoken, choice), is_part=is_part)
        if is_alike and not repaired.stages and (left.has_shape(LONG_SHAPES) or reads_alike(left.blocks)):
            break
        again = read_text(Source(repaired.text))
        if is_alike and _are_alike(left.blocks, again.blocks):
            break
        blocks, places, languages = again.blocks, places_of(document, kept, again), spoken
    if _takes_all_prose(document, kept, dropped):
        repaired = Repaired(document.source.text)  # not mended: it was misread
        return CleanDocument(document, {}, repaired, guarded=True, languages=asked)
    return CleanDocument(document, {i: dropped[i] for i in sorted(dropped)}, repaired, languages=asked)


def _judged(
    blocks: Sequence[Block], places: list[int], book: Rulebook, choice: Choice, *, is_ascii: bool
) -> tuple[dict[int, Verdict], Scene]:
    """The blocks that one rulebook drops, round by round, in the numbers of the whole document, and what is left.

    places: for each block its number in the whole document; is_ascii: whether all letters of it are of ASCII.
    """
    scene = Scene.of(blocks, book)
    typed = is_typed(scene, is_ascii=is_ascii)
    dropped: dict[int, Verdict] = {}
    for _ in range(_most_rounds(blocks)):
        check_time()
        found = judge_typed(scene, choice) if typed else judge(scene, choice)
        if not found:
            break
        has_gaps = places[-1] > len(places) - 1  # else these are the document's own numbers
        dropped |= {places[i]: _moved(verdict, places) for i, verdict in found.items()} if has_gaps else found
        scene = scene.without(found)
        typed = typed and is_typed(scene, is_ascii=is_ascii)  # a user's rules may have taken what told so
        places = [place for i, place in enumerate(places) if i not in found]
    return dropped, scene


def _most_rounds(blocks: Sequence[Block]) -> int:
    """Real documents need two or three rounds; the bound keeps the cost linear, a short document may take its time."""
    return max(ROUNDS, SHORT // max(1, len(blocks)))


def _moved(verdict: Verdict, kept: list[int]) -> Verdict:
    """The verdict of a later round, its span in the numbers of the whole document."""
    if kept[verdict.last - 1] == verdict.last - 1:
        return verdict  # nothing has gone before its end
    return verdict._replace(first=kept[verdict.first], last=kept[verdict.last - 1] + 1)


def _mended(document: Document, kept: Sequence[int], wanted: Orthography) -> Repaired:
    """What is kept, its orthography mended; a list of words is left alone."""
    text = cut(document, kept)
    if any(document.blocks[i].text.count(" ") >= LIST_WORDS for i in kept):
        return repair(text, wanted)
    return Repaired(text)


def _are_alike(blocks: Sequence[Block], mended: Sequence[Block]) -> bool:
    """Whether judging sees the same in lines that were mended: in their keys, marks and spaces may be others."""
    if _looks(blocks) != _looks(mended):
        return False
    changed = [(a, b) for a, b in zip(blocks, mended, strict=True) if a.text != b.text]
    return fold_keys([a for a, _ in changed]) == fold_keys([b for _, b in changed])


def _looks(blocks: Sequence[Block]) -> list[tuple[BlockKind, int, int]]:
    """All that judging sees of lines beside their keys."""
    return [(block.kind, block.shape, len(block.text)) for block in blocks]


def _takes_all_prose(document: Document, kept: Sequence[int], dropped: dict[int, Verdict]) -> bool:
    """Whether nearly all prose would go. A thread that a heading announces may be longer, so it does not count, nor
    does what is none for sure; the sentences of a site's own chrome count only where nothing else would stay.
    """
    blocks = document.blocks
    prose = [(i, verdict.rule) for i, verdict in dropped.items() if blocks[i].kind is PROSE]
    sizes = [(len(blocks[i].text), rule) for i, rule in prose if rule not in TOLD]
    if all(rule.startswith(SITE) for _, rule in sizes):
        return bool(sizes) and not kept
    stays = sum([len(blocks[i].text) for i in kept if blocks[i].kind is PROSE])
    taken = sum([size for size, rule in sizes if rule != THREAD and not rule.startswith(SITE)])
    return stays == 0 or taken > MOST_PROSE * (taken + stays)


def clean_text(text: str, name: str = "<text>", choice: Choice = EVERYTHING) -> CleanDocument:
    """Clean a plain text that is already a str."""
    return clean_document(read_text(Source(text, name)), choice)
