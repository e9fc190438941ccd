"""How well spelling is mended in whole documents, one call each, in four manners of writing; what clean ones suffer.

    python -m tests.bench.spelling_documents SHARED [--show N]

SHARED holds gold/ortho_dev.jsonl and gold/text_dev.jsonl. Their edited texts are cut into documents of 200 to 500 words
and spoilt by rule, with a fixed seed. Scores are of Arabic words, over all documents of a manner.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cleaner.normalize.spelling import mend_spelling

SHORTEST, LONGEST = 200, 500  # words of a document
GOAL = 0.955  # F0.5, for writers who slip all over the document
WORD = re.compile("[ء-غـ-ْ]+")
PLAIN_SLIP = re.compile(r"\b(?:الى|او|فى|التى|الذى|ان|انه|انها|اذا|ايضا|اكثر|أى|هى|اي|الا|اول)\b")
STEM_HAMZA = re.compile(r"\b([وف]?(?:[بك]?(?:ال)?|لل?))[أإ]")

Spoil = Callable[[str, random.Random], str]


def some(pattern: str, replacement: str, share: float) -> Spoil:
    """A manner that makes a share of the matches something else."""
    compiled = re.compile(pattern)

    def spoil(text: str, dice: random.Random) -> str:
        return compiled.sub(lambda match: match.expand(replacement) if dice.random() < share else match[0], text)

    return spoil


def chain(*steps: Spoil) -> Spoil:
    def spoil(text: str, dice: random.Random) -> str:
        for step in steps:
            text = step(text, dice)
        return text

    return spoil


MANNERS: dict[str, Spoil] = {
    "hamza-less wire": some(STEM_HAMZA.pattern, r"\1ا", 0.97),
    "Egyptian": chain(some(r"(?<=[ء-ي])ي\b", "ى", 0.95), some(STEM_HAMZA.pattern, r"\1ا", 0.1)),
    "careless web": chain(
        some(STEM_HAMZA.pattern, r"\1ا", 0.5),
        some(r"(?<=[ء-ي])ة\b", "ه", 0.4),
        some(r"(?<=[ء-ي])ى\b", "ي", 0.4),
        some(r"(?<=[ء-ي])ي\b", "ى", 0.1),
        some(r"\bإ(?=[ء-ي])", "أ", 0.05),
    ),
    "one slip in 50": chain(
        some(STEM_HAMZA.pattern, r"\1ا", 0.08),
        some(r"(?<=[ء-ي])ة\b", "ه", 0.03),
        some(r"(?<=[ء-ي])ى\b", "ي", 0.02),
        some(r"(?<=[ء-ي])ي\b", "ى", 0.02),
    ),
}
HABITS = ("hamza-less wire", "Egyptian", "careless web")


def edited_lines(shared: Path) -> Iterator[tuple[str, str]]:
    """Source and line of edited text: corrected sentences, bodies of articles whose writers do not slip."""
    for row in _rows(shared / "gold" / "ortho_dev.jsonl"):
        yield row["source"], row["correct"]
    for row in _rows(shared / "gold" / "text_dev.jsonl"):
        body = [line for line, label in zip(row["lines"], row["labels"], strict=True) if label == "body"]
        if row["lang"] == "ar" and not PLAIN_SLIP.search("\n".join(body)):
            for line in body:
                yield row["id"], line


def documents(shared: Path) -> list[str]:
    """Lines of one source in their order, joined to documents; what is shorter is left out."""
    found, lines, source_before = [], list[str](), ""
    for source, line in edited_lines(shared):
        size = sum(len(WORD.findall(kept)) for kept in lines)
        if source != source_before or size + len(WORD.findall(line)) > LONGEST:
            if size >= SHORTEST:
                found.append("\n".join(lines))
            lines = []
        lines.append(line)
        source_before = source
    return found


def score(manner: str, texts: list[str], show: int) -> float:
    """Prints one line; F0.5."""
    counts: Counter[str] = Counter()
    wrong: Counter[tuple[str, str, str]] = Counter()
    for number, right in enumerate(texts):
        written = MANNERS[manner](right, random.Random(number))
        mended = mend_spelling(written)
        for was, now, meant in zip(*map(WORD.findall, (written, mended, right)), strict=True):
            counts["slips"] += was != meant
            counts["changed"] += was != now
            counts["mended"] += was != meant and now == meant
            if now != meant:
                wrong[was, now, meant] += 1
    precision, recall = counts["mended"] / counts["changed"], counts["mended"] / counts["slips"]
    value = 1.25 * precision * recall / (0.25 * precision + recall)
    print(f"{manner:18} {counts['slips']:6} slips  P {precision:.4f}  R {recall:.4f}  F0.5 {value:.4f}")
    if show:
        print("   ", " | ".join(f"{a}>{b} ({c}) {n}" for (a, b, c), n in wrong.most_common(show)))
    return value


def damage(texts: list[str], show: int) -> None:
    """Prints what is changed in the documents as they are."""
    words = sum(len(WORD.findall(text)) for text in texts)
    hurt = Counter(
        pair
        for text in texts
        for pair in zip(WORD.findall(text), WORD.findall(mend_spelling(text)), strict=True)
        if pair[0] != pair[1]
    )
    print(
        f"{len(texts)} documents of {words} words as they are: "
        f"{hurt.total()} changed, {1e4 * hurt.total() / words:.1f} of 10,000"
    )
    print("   ", " | ".join(f"{was}>{now} {n}" for (was, now), n in hurt.most_common(show)))


def _rows(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args()
    texts = documents(options.shared)
    damage(texts, options.show)
    scores = {manner: score(manner, texts, options.show) for manner in MANNERS}
    missed = [manner for manner in HABITS if scores[manner] < GOAL]
    print(
        f"goal of {GOAL} missed by {', '.join(missed)}" if missed else f"goal of {GOAL} reached by {', '.join(HABITS)}"
    )


if __name__ == "__main__":
    main()
