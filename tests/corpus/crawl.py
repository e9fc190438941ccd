"""A small crawl of own sentences, and the command run on it."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.command import ARTICLE, HEADING

_SENTENCE = (
    "the ferry left its pier before dawn and carried bread flour letters two bicycles a piano for the school on "
    "the far island where nobody had heard music since winter"
)
PAGE = (
    "<html><body><nav><a href=/>Home</a></nav><article><h1>The ferry</h1>"
    f"<p>{'The ferry has left. ' * 20}</p></article></body></html>"
)


def text_of(number: int, paragraphs: int = 3) -> str:
    """One article with chrome around it, always the same for a number."""
    chance = random.Random(number)
    prose = [" ".join(chance.choices(_SENTENCE.split(), k=30)).capitalize() + "." for _ in range(paragraphs)]
    return "\n\n".join(["الرئيسية", *prose, ARTICLE.strip(), HEADING, "قصر الثقافة يستضيف أمسية شعرية"]) + "\n"


def records(count: int, start: int = 0) -> bytes:
    """JSON Lines."""
    made = [
        {"id": i, "url": f"https://site{i % 3}.example/{i}", "text": text_of(i), "rate": 1.50}
        for i in range(start, start + count)
    ]
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in made).encode()


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; the lock, which names a process, apart."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".cleaner-lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def stats(out: Path) -> dict[str, Any]:
    """What stats.json says of the whole."""
    total: dict[str, Any] = json.loads((out / "stats.json").read_text("utf-8"))["total"]
    return total


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def start(*arguments: str | Path, **options: Any) -> "subprocess.Popen[bytes]":
    """`cleaner corpus clean` as a process."""
    command = [sys.executable, "-m", "cleaner", "corpus", "clean", *map(str, arguments)]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, env=dict(os.environ), **{**pipes, **options})
