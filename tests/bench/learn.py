"""What learning and cleaning together leave of a crawl's chrome, and take of its bodies, on sites that no rule knows:
`python -m tests.bench.learn [--documents 100000] [--sites 200] [--seed 0]`, or `--small` for a run of seconds.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from cleaner.cleaning import clean_text
from cleaner.corpus.desk import Record
from cleaner.corpus.learning.inputs import site_and_text
from cleaner.corpus.learning.learn import Wanted, learn
from cleaner.rules.choice import Choice
from cleaner.rules.site import Sites
from tests.bench.crawl import Page, crawl

RECALL = 0.98
SMALL = (2_000, 10)  # documents, sites


def pages(documents: int, sites: int, seed: int) -> Iterator[Page]:
    """The crawl; it is made anew each time, so that it need not be held."""
    return islice(crawl(sites, seed), documents)


def learned(documents: int, sites: int, seed: int) -> Sites:
    """The rules for its sites."""

    def read(_: object) -> Iterator[tuple[str, str]]:
        return (site_and_text(Record(page.text, "", "", page.url, "text")) for page in pages(documents, sites, seed))

    return Sites(learn(lambda: [None], read, Wanted()).sites)


def outcome(found: Iterator[Page], rules: Sites) -> Counter[str]:
    """chrome, body: lines there are; left, lost: those of them that stay, that go; by_site: lost to learned rules."""
    count: Counter[str] = Counter()
    for page in found:
        result = clean_text(page.text, choice=Choice(sites=rules, url=page.url))
        for i, label in enumerate(page.labels):
            verdict = result.dropped.get(i)
            count["chrome" if label == "c" else "body"] += 1
            count["left"] += label == "c" and verdict is None
            if label == "b" and verdict:
                count["lost"] += 1
                count["by_site"] += verdict.rule.startswith("site-")
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--sites", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--small", action="store_true")
    asked = parser.parse_args()
    documents, sites = SMALL if asked.small else (asked.documents, asked.sites)
    rules = learned(documents, sites, asked.seed)
    count = outcome(pages(documents, sites, asked.seed), rules)
    recall = 1 - count["left"] / count["chrome"]
    print(f"{documents} documents of {sites} sites; {sum(len(site.lines) for site in rules)} lines of chrome learned")
    print(f"chrome removed {recall:.2%} of {count['chrome']} lines (goal {RECALL:.0%})")
    print(f"body lines lost {count['lost']} of {count['body']}, {count['by_site']} by learned rules (goal 0)")
    return int(recall < RECALL or count["lost"] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
