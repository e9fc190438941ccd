"""The whole flow: bytes → blocks → verdicts → article. Read this file to know what happens to a document."""

from collections.abc import Sequence

from cleaner.document import Block, BlockKind, CleanDocument, Document, Source, Verdict, cut, ends_of_cut
from cleaner.judging.judge import judge
from cleaner.judging.scene import Scene
from cleaner.judging.settle import settle
from cleaner.judging.title import find_title
from cleaner.reading.text import read_text, reads_alike
from cleaner.rules.choose import EVERYTHING, SAMPLE, Choice, languages_of, rulebook
from cleaner.rules.compile import Rulebook

PROSE = BlockKind.PROSE
THREAD = "comment-thread"
ROUNDS = 12  # real documents need two or three; the bound keeps the cost linear
MOST_PROSE = 0.95  # rules that would take more of the prose than this have misread the document


def clean_document(document: Document, choice: Choice = EVERYTHING) -> CleanDocument:
    """Judge the blocks, settle the verdicts, and keep all where they would leave next to nothing of the prose.

    What is kept is judged again until no verdict falls on it, as it would be read and by the rules of its own
    languages: so a second run has nothing left to do.
    """
    blocks: Sequence[Block] = document.blocks
    dropped: dict[int, Verdict] = {}
    kept = list(range(len(blocks)))
    languages = languages_of(document.source.text)
    for _ in range(ROUNDS):
        found = _judged(blocks, kept, rulebook(languages, choice), choice)
        if not found:
            break
        dropped |= found
        blocks = [block for place, block in zip(kept, blocks, strict=True) if place not in found]
        kept = [place for place in kept if place not in found]
        spoken, again = languages_of(ends_of_cut(document, kept, SAMPLE)), _read_again(document, kept, blocks)
        if spoken == languages and [block.kind for block in again] == [block.kind for block in blocks]:
            break
        blocks, languages = again, spoken
    if _takes_all_prose(document, kept, dropped):
        return CleanDocument(document, {}, find_title(document.blocks, {}), guarded=True)
    return CleanDocument(document, dict(sorted(dropped.items())), find_title(document.blocks, dropped))


def _read_again(document: Document, kept: Sequence[int], blocks: Sequence[Block]) -> Sequence[Block]:
    """The kept blocks as a second run would read them; only where a column breaks the lines can that differ."""
    return blocks if reads_alike(blocks) else read_text(Source(cut(document, kept))).blocks


def _judged(blocks: Sequence[Block], places: list[int], book: Rulebook, choice: Choice) -> dict[int, Verdict]:
    """The blocks that one rulebook drops, round by round, in the numbers of the whole document (`places`)."""
    scene = Scene.of(blocks, book)
    dropped: dict[int, Verdict] = {}
    for _ in range(ROUNDS):
        found = settle(judge(scene, choice))
        if not found:
            break
        dropped |= {places[i]: _moved(verdict, places) for i, verdict in found.items()}
        scene = scene.without(found)
        places = [place for i, place in enumerate(places) if i not in found]
    return dropped


def _moved(verdict: Verdict, kept: list[int]) -> Verdict:
    """The verdict of a later round, its span in the numbers of the whole document."""
    if kept[verdict.last - 1] == verdict.last - 1:
        return verdict  # nothing has gone before its end
    return verdict._replace(first=kept[verdict.first], last=kept[verdict.last - 1] + 1)


def _takes_all_prose(document: Document, kept: Sequence[int], dropped: dict[int, Verdict]) -> bool:
    """Whether nearly all prose would go; a thread that a heading announces may be longer, so it does not count."""
    blocks = document.blocks
    sizes = [(len(blocks[i].text), verdict.rule) for i, verdict in dropped.items() if blocks[i].kind is PROSE]
    if not sizes:
        return False
    stays = sum([len(blocks[i].text) for i in kept if blocks[i].kind is PROSE])
    taken = sum([size for size, rule in sizes if rule != THREAD])
    return stays == 0 or taken > MOST_PROSE * (taken + stays)


def clean_text(text: str, name: str = "<text>", choice: Choice = EVERYTHING) -> CleanDocument:
    """Clean a plain text that is already a str."""
    return clean_document(read_text(Source(text, name)), choice)
