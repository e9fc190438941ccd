"""The whole flow: bytes → blocks → verdicts → article. Read this file to know what happens to a document."""

from cleaner.document import BlockKind, CleanDocument, Document, Source, Verdict
from cleaner.judging.judge import judge
from cleaner.judging.scene import Scene
from cleaner.judging.settle import settle
from cleaner.judging.title import find_title
from cleaner.reading.text import read_text
from cleaner.rules.choose import EVERYTHING, Choice, languages_of, rulebook

THREAD = "comment-thread"
ROUNDS = 12  # real documents need two or three; the bound keeps the cost linear
MOST_PROSE = 0.95  # rules that would take more of the prose than this have misread the document


def clean_document(document: Document, choice: Choice = EVERYTHING) -> CleanDocument:
    """Judge the blocks, settle the verdicts, and keep all where they would leave next to nothing of the prose.

    What is kept is judged again until no verdict falls on it: so a second run has nothing left to do.
    """
    blocks = document.blocks
    scene = Scene.of(blocks, rulebook(languages_of(document.source.text), choice))
    dropped = found = settle(judge(scene, choice))
    for _ in range(ROUNDS):
        if not found:
            break
        kept = [i for i in range(len(blocks)) if i not in dropped]
        scene = scene.without(found)
        found = settle(judge(scene, choice))
        dropped |= {kept[i]: _moved(verdict, kept) for i, verdict in found.items()}
    if _takes_all_prose(document, dropped):
        return CleanDocument(document, {}, find_title(blocks, {}), guarded=True)
    return CleanDocument(document, dict(sorted(dropped.items())), find_title(blocks, dropped))


def _moved(verdict: Verdict, kept: list[int]) -> Verdict:
    """The verdict of a later round, its span in the numbers of the whole document."""
    return verdict._replace(first=kept[verdict.first], last=kept[verdict.last - 1] + 1)


def _takes_all_prose(document: Document, dropped: dict[int, Verdict]) -> bool:
    """Whether nearly all prose would go; a thread may well be longer than its article, so it counts on neither side."""
    size = {i: len(block.text) for i, block in enumerate(document.blocks) if block.kind is BlockKind.PROSE}
    kept = sum(chars for i, chars in size.items() if i not in dropped)
    taken = sum(chars for i, chars in size.items() if i in dropped and dropped[i].rule != THREAD)
    return bool(size) and (kept == 0 or taken > MOST_PROSE * (taken + kept))


def clean_text(text: str, name: str = "<text>", choice: Choice = EVERYTHING) -> CleanDocument:
    """Clean a plain text that is already a str."""
    return clean_document(read_text(Source(text, name)), choice)
