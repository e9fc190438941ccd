"""Fuzzing: fixtures torn, mixed and salted with hostile pieces, until something breaks that must never break.

    python -m tests.fuzz [--minutes N] [--inputs N] [--seed N] [--target text|html|pack|pattern]

Hypothesis decides how, and makes what breaks smaller. A failure prints its seed and writes the input to fuzz-failures/,
from where it belongs into the fixtures with its fix.
"""

import argparse
import json
import random
import re
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cleaner import CleanerError, UsageError, clean
from cleaner.normalize.fold import fold
from cleaner.rules.choice import Choice
from cleaner.rules.load import parse, parse_pack

ROOT = Path(__file__).parent.parent
FAILURES = Path("fuzz-failures")
SECONDS = 2.0  # CPU, for an input of at most MOST characters
MOST = 60_000
TURN = 100  # inputs of one target and seed
HOSTILE = (
    *(
        "\x00",
        "\x1b[31m",
        "\x9b2J",
        "\N{RIGHT-TO-LEFT OVERRIDE}",
        "\N{ZERO WIDTH NO-BREAK SPACE}",
        "\ud800",
        "\r",
        "\x85",
    ),
    *("\N{ARABIC FATHA}" * 300, "\N{ARABIC TATWEEL}" * 300, "ا" * 500, " " * 500, "|" * 200, "." * 300, "-" * 300),
    *(
        "\n" * 50,
        "1 " * 200,
        "الى " * 100,
        "ی" * 40,
        "ﻻ" * 60,
        "Ø§Ù„" * 30,
        "”“" * 40,
        "12:21 ,2016 كانون الأول 06\n" * 5,
    ),
    *("<div>" * 300, "</div>" * 300, "<p", "<!--", "-->", "<script>", "</script>", "<![CDATA[", "&#0;", "&" * 200),
    *("<table><tr><td>", "<a href=", "<br>" * 50, "<template>", "<noscript>"),
    *("[[rule]]\n", 'pattern = "^(a+)+$"\n', "max_chars = 99999999999\n"),
)
ATOMS = (
    "a",
    "b",
    "1",
    " ",
    ".",
    "\\w",
    "\\d",
    "\\W",
    "\\b",
    "[a-z]",
    "[^a]",
    "[ء-ي]",
    "^",
    "$",
    "",
    "é",
    "ſ",
    "aa",
    "\\1",
    "(?P=n)",
)
REPEATS = (
    "",
    "",
    "*",
    "+",
    "?",
    "*?",
    "+?",
    "*+",
    "++",
    "{2}",
    "{0,240}",
    "{3,}",
    "{1,9}?",
    "{99}",
    "{99999}",
    "{e<=3}",
)
OPENINGS = ("(", "(?:", "(?i:", "(?P<n>", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?(1)")
SELECTOR_PIECES = (
    *(
        "div",
        "p",
        "b",
        "*",
        ".a",
        "#x",
        "[class]",
        "[class~='a b']",
        "[id^=x i]",
        "\\31 ",
        "|",
        "||",
        "/**/",
        '"',
        "\\",
    ),
    *(" ", " ", ">", " > ", "+", "~", ",", ", ", ":not(", ":is(", ":where(", ":has(", ")", ")", ")", ":first-child"),
    *(":nth-child(2n+1)", ":nth-last-child(n of p)", ":empty", ":root", "::before", ":lexbor-contains('a')", ":scope"),
)
HARD_LINES = "a" * 220 + "! b1zx\n" + "aab1 " * 40 + "\n" + "1 a" * 70 + "\n"
HARD_PAGE = (
    "<div>" * 400
    + "<p class='a b' id=x>The harbour council voted on Tuesday to keep the old crane in March.</p>" * 60
    + "<b></b>" * 300
)
SEEDS = {
    "text": "fixtures/pages/*/source.txt",
    "html": "fixtures/html/*/source.html",
    "pack": "cleaner/rules/packs/*/*.toml",
    "pattern": "fixtures/plain/*",
}


def seeds(target: str) -> list[str]:
    """The fixtures that inputs of one target are made from."""
    return [path.read_text("utf-8") for path in sorted(ROOT.glob(SEEDS[target]))]


def mutated(texts: list[str], chance: random.Random) -> str:
    """A fixture with pieces cut, doubled, moved in from another, and hostile ones put in."""
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 8)):
        low, high = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        piece = text[low : min(high, low + 400)]
        other = chance.choice(texts)
        start = chance.randrange(len(other) + 1)
        salt = chance.choice(HOSTILE)
        new = chance.choice(("", piece * chance.randint(2, 6), other[start : start + 600], salt, salt))
        text = text[:low] + new + text[low + len(piece) :]
    return text[:MOST]


def letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", fold(text))


def check_text(text: str) -> None:
    """A second run changes nothing, and no letter comes out that did not go in."""
    once = clean(text, format="text").text
    assert clean(once, format="text").text == once, "a second run changes the text"
    kept = iter(letters(text.encode("utf-8", "replace").decode()))
    assert "Ø" in text or all(letter in kept for letter in letters(once)), "a letter came out that did not go in"


def check_html(text: str) -> None:
    """Text comes out, or a sentence that says why not."""
    result = clean(text, format="html")
    assert result.text.strip(), "nothing came out, and nothing was said"
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", result.text), "a control came out"


def check_pack(text: str) -> None:
    """A pack is refused with its mistakes, or its rules run in bounded time."""
    rules = parse_pack(text, "pack.toml")
    clean("One line.\n" + "a" * 200 + "\n" + "1 " * 100, format="text", choice=Choice(packs=rules))


def random_pattern(chance: random.Random, depth: int) -> str:
    """A pattern of random pieces, mostly a valid one."""
    parts = []
    for _ in range(chance.randint(1, 4)):
        inner = chance.choice(ATOMS)
        if depth and chance.random() < 0.6:
            inner = f"{chance.choice(OPENINGS)}{random_pattern(chance, depth - 1)})"
        parts.append(inner + chance.choice(REPEATS))
    return chance.choice(("", "", "|")).join(parts)


def check_pattern(text: str) -> None:
    """A pattern and a selector made of random pieces are refused, or their rule runs in bounded time."""
    chance = random.Random(ascii(text))
    pattern = random_pattern(chance, chance.randint(0, 5))
    selector = "".join(chance.choices(SELECTOR_PIECES, k=chance.randint(1, 12)))
    entry = 'kind = "chrome"\nwhy = "x"\nmax_chars = 240\nneeds = "a1"\n[[rule.example]]\ntext = "drop | a"\n'
    entry += '[[rule.example]]\ntext = "keep | b"\n'
    with suppress(UsageError):
        rules = parse(f"[[rule]]\nid = 'x'\npattern = {json.dumps('^' + pattern)}\n{entry}", "pack.toml").rules
        clean(HARD_LINES, format="text", choice=Choice(packs=rules))
    site = f"[[site]]\nhost = 'a.example'\nwhy = 'x'\ndrop = [{json.dumps(selector)}]\n"
    sites = parse(site, "pack.toml").sites
    clean(HARD_PAGE, format="html", choice=Choice(sites=sites, url="https://a.example/"))


CHECKS: dict[str, Callable[[str], None]] = {
    "text": check_text,
    "html": check_html,
    "pack": check_pack,
    "pattern": check_pattern,
}


def failure(target: str, text: str) -> str | None:
    """What breaks for one input, None if nothing does."""
    start = time.process_time()
    try:
        CHECKS[target](text)
    except CleanerError:
        pass
    except Exception:  # that is what is looked for
        return traceback.format_exc()
    spent = time.process_time() - start
    return f"{spent:.1f} s of CPU for {len(text)} characters" if spent > SECONDS else None


def hunt(target: str, texts: list[str], seed: int, inputs: int) -> tuple[str, str] | None:
    """The smallest input found that breaks something, and how; None if none does. The same for the same seed."""
    found: list[tuple[str, str]] = []

    @hypothesis.seed(seed)
    @settings(
        max_examples=inputs,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        verbosity=hypothesis.Verbosity.quiet,
    )
    @given(st.randoms(use_true_random=False))
    def attack(chance: random.Random) -> None:
        text = mutated(texts, chance)
        if broken := failure(target, text):
            found.append((text, broken))
            raise AssertionError(broken)

    with suppress(AssertionError, hypothesis.errors.HypothesisException):  # it may be slow only now and then
        attack()
    return min(found, key=lambda pair: len(pair[0])) if found else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--inputs", type=int, default=10**9, help="stop after so many, if the time has not come")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--target", choices=sorted(CHECKS))
    wanted = parser.parse_args()
    targets = [wanted.target] if wanted.target else sorted(CHECKS)
    texts = {target: seeds(target) for target in targets}
    end, runs, failed = time.monotonic() + 60 * wanted.minutes, 0, 0
    while time.monotonic() < end and runs < wanted.inputs:
        seed, target = wanted.seed + runs // TURN, targets[runs // TURN % len(targets)]
        if found := hunt(target, texts[target], seed, TURN):
            text, broken = found
            FAILURES.mkdir(exist_ok=True)
            (FAILURES / f"{target}-{seed}.txt").write_text(text, "utf-8", errors="surrogatepass")
            print(f"{target}, seed {seed}: {broken}")
            failed += 1
        runs += TURN
    print(f"{runs} inputs from seed {wanted.seed}: {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
