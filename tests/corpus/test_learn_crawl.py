"""The crawls that learning is measured on: the same for the same seed, every line labelled."""

import json

from tests.bench.crawl import crawl, records


def test_the_same_seed_gives_the_same_bytes() -> None:
    once, again, other = ([*records(100_000, sites=5, seed=seed)] for seed in (3, 3, 4))
    assert once == again
    assert once != other


def test_a_crawl_is_as_large_as_asked_for() -> None:
    lines = [*records(100_000, sites=5)]
    assert 100_000 <= sum(map(len, lines)) < 100_000 + max(map(len, lines))


def test_each_line_that_is_not_blank_has_a_label() -> None:
    for line in records(200_000, sites=9, seed=1):
        page = json.loads(line)
        assert len(page["labels"]) == sum(map(bool, map(str.strip, page["text"].split("\n"))))
        assert set(page["labels"]) == {"b", "c"}


def test_no_two_pages_have_the_same_body() -> None:
    pages = [page for page, _ in zip(crawl(4), range(400), strict=False)]
    assert len({max(page.text.split("\n"), key=len) for page in pages}) > 390
