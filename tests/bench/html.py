"""The cost of an HTML page as a multiple of the bare parse of the same page, both in one run, on the fixtures and on
pages as long as real ones made of them: `python -m tests.bench.html [--rounds 5]`. CPU time, the least of the rounds.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from cleaner import clean

FIXTURES = Path(__file__).parents[2] / "fixtures/html"
MENUS = 40  # copies of a menu and a script around the article, as news pages have them
GOAL = 3.0


def pages() -> dict[str, list[str]]:
    """The fixtures as they are, and each with the weight of a news page around it."""
    small = [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*/source.html"))]
    menu = "<div class=col><ul class=links>" + "<li class=item><a href=/a/b>A link</a></li>" * 5 + "</ul></div>"
    script = "<script>" + "var a = [1, 2, 3]; if (a < 2) { run(a); }\n" * 80 + "</script>"
    around = f"<div class=wrap>{menu * 5}{script}</div>" * (MENUS // 5)
    return {"fixtures": small, "news pages": [page.replace("</body>", f"{around}</body>") for page in small]}


def cost(work: Callable[[str], object], page: str, rounds: int) -> float:
    """CPU seconds, the least of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work(page)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    for name, sources in pages().items():
        parse = sum(cost(LexborHTMLParser, page, rounds) for page in sources)
        whole = sum(cost(lambda page: clean(page, format="html").body, page, rounds) for page in sources)
        size = sum(map(len, sources)) / len(sources) / 1000
        print(f"{name:<12} {size:6.1f} kB a page   {whole / parse:5.2f} x the bare parse   (goal {GOAL:.1f})")


if __name__ == "__main__":
    main()
