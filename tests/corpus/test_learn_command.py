"""`cleaner corpus learn`: the pack it writes, what it says, and what it refuses."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from cleaner.corpus.learning.inputs import blocks_of, pages_in
from cleaner.document import Document
from cleaner.files import read_string
from cleaner.rules.load import read_pack
from cleaner.rules.site import PLACES
from tests.bench.crawl import crawl, records
from tests.command import call
from tests.corpus.crawl import rows


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crawl")
    lines = [*records(500_000, sites=3)]
    (folder / "a.jsonl").write_bytes(b"".join(lines[:70]))
    (folder / "b.jsonl").write_bytes(b"".join(lines[70:]))
    return folder


def test_the_pack_is_read_and_applied(corpus: Path, tmp_path: Path) -> None:
    done = call("corpus", "learn", corpus, "-o", tmp_path / "rules.toml", "-j", "1")
    assert done.code == 0
    assert done.out == b""
    assert "sites: 3 of 3;" in done.err
    sites = read_pack(str(tmp_path / "rules.toml")).sites
    assert [site.host for site in sites] == ["site0.example", "site1.example", "site2.example"]
    assert all(0.2 < line.pages <= 1 for site in sites for line in site.lines)
    page = next(crawl(3))
    (tmp_path / "page.txt").write_text(page.text, "utf-8")
    cleaned = call("clean", "--rules", tmp_path / "rules.toml", "--url", page.url, tmp_path / "page.txt").out.decode()
    lines = [line for line in page.text.split("\n") if line.strip()]
    assert [line for line in cleaned.split("\n") if line] == [
        line for line, label in zip(lines, page.labels, strict=True) if label == "b"
    ]


def test_a_corpus_cleaned_by_what_it_taught_is_left_with_its_bodies(corpus: Path, tmp_path: Path) -> None:
    pack, out = tmp_path / "rules.toml", tmp_path / "out"
    call("corpus", "learn", corpus, "-o", pack, "-j", "1")
    assert call("corpus", "clean", corpus, "-o", out, "--rules", pack, "-j", "1").code == 0
    for name in ("a.jsonl", "b.jsonl"):
        before, after = (rows(folder / name) for folder in (corpus, out))
        for was, now in zip(before, after, strict=True):
            lines = zip(filter(str.strip, was["text"].split("\n")), was["labels"], strict=True)
            assert [line for line in now["text"].split("\n") if line] == [line for line, label in lines if label == "b"]


def test_the_same_bytes_for_any_order_and_any_workers(corpus: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    call("corpus", "learn", corpus / "a.jsonl", corpus / "b.jsonl", "-o", one, "-j", "1")
    call("corpus", "learn", corpus / "b.jsonl", corpus / "a.jsonl", "-o", two, "-j", "2")
    assert one.read_bytes() == two.read_bytes()


def test_odd_records_teach_nothing(tmp_path: Path) -> None:
    lines = [
        "",
        "{",
        "[]",
        "3",
        json.dumps({"url": 3, "text": "a"}),
        json.dumps({"text": "b"}),
        '{"text": 3}',
        "[" * 10**5,
    ]
    (tmp_path / "odd.jsonl").write_text("\n".join(lines), "utf-8")
    done = call("corpus", "learn", tmp_path / "odd.jsonl", "-o", tmp_path / "rules.toml", "-j", "1")
    assert done.code == 0
    assert "passed over, for nothing tells their site: 2 pages" in done.err
    assert read_pack(str(tmp_path / "rules.toml")).sites == ()


def test_a_page_on_which_reading_fails_costs_that_page(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_on_some(text: str, name: str, *others: Any) -> Document:
        if name.endswith(":7"):
            raise RuntimeError("of a kind that nobody foresaw")
        return read_string(text, name, *others)

    monkeypatch.setattr("cleaner.corpus.learning.inputs.read_string", fails_on_some)
    [block] = blocks_of([str(corpus / "b.jsonl")])
    heard = pages_in(block, "")
    assert heard[6] == ("", "")
    assert len([host for host, text in heard if host and text]) == len(heard) - 1


def test_the_head_of_a_pack_tells_each_place_by_its_name(corpus: Path, tmp_path: Path) -> None:
    call("corpus", "learn", corpus, "-o", tmp_path / "rules.toml", "-j", "1")
    head = (tmp_path / "rules.toml").read_text("utf-8").partition("[[site]]")[0]
    told = re.findall(r"(?:^|[,;] )(\w+)", head.partition("# where: ")[2].partition(". ")[0])
    assert {*told, "anywhere"} == {*PLACES}


@pytest.mark.parametrize("url", ["http://[::1]/", "http://a b/", "http://a..b/", "ftp://a.example/", "http://a,b/"])
def test_addresses_without_a_name_teach_nothing(url: str, tmp_path: Path) -> None:
    found = [json.dumps({"url": url, "text": page.text}) for page, _ in zip(crawl(1), range(30), strict=False)]
    (tmp_path / "a.jsonl").write_text("\n".join(found), "utf-8")
    assert call("corpus", "learn", tmp_path, "-o", tmp_path / "rules.toml", "-j", "1").code == 0
    assert read_pack(str(tmp_path / "rules.toml")).sites == ()


def test_lines_of_any_signs_can_be_read_again(tmp_path: Path) -> None:
    line = 'Zor "gra" \\ kesh \N{DELETE} \N{LINE SEPARATOR} wen\N{NULL} \t {0}'
    found = [
        json.dumps({"url": "http://a.example/", "text": f"{line}\n{page.text}"})
        for page, _ in zip(crawl(1), range(30), strict=False)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(found), "utf-8")
    call("corpus", "learn", tmp_path, "-o", tmp_path / "rules.toml", "-j", "1")
    lines = [line.line for site in read_pack(str(tmp_path / "rules.toml")).sites for line in site.lines]
    assert any(line.startswith('Zor "gra" \\ kesh') for line in lines)


def test_pages_of_html_tell_their_own_site(tmp_path: Path) -> None:
    page = next(crawl(1))
    body = "".join(f"<p>{line}</p>" for line in page.text.split("\n") if line)
    html = f'<html><head><link rel="canonical" href="https://www.quay.example/a"></head><body>{body}</body></html>'
    for number in range(12):
        (tmp_path / f"{number}.html").write_text(html.replace("</p>", f" {'abcdefghijkl'[number]}</p>", 1), "utf-8")
    done = call("corpus", "learn", tmp_path, "-o", tmp_path / "rules.toml", "-j", "1")
    assert "sites: 0 of 1; pages read: 12" in done.err


def test_numbers_of_pages_and_shares_may_be_asked_for(corpus: Path, tmp_path: Path) -> None:
    pack = tmp_path / "rules.toml"
    call("corpus", "learn", corpus, "-o", pack, "-j", "1", "--min-share", "0.9", "--min-pages", "20")
    assert all(line.pages > 0.7 for site in read_pack(str(pack)).sites for line in site.lines)
    call("corpus", "learn", corpus, "-o", pack, "-j", "1", "--min-pages", "1000")
    assert read_pack(str(pack)).sites == ()


def test_a_folder_without_a_file_to_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").mkdir()
    done = call("corpus", "learn", tmp_path, "-o", tmp_path / "rules.toml", "-j", "1")
    assert done.code == 2
    assert f"{tmp_path}: no file there is of a kind that is known here" in done.err


def test_packed_records_teach_as_plain_ones_do(corpus: Path, tmp_path: Path) -> None:
    packed = tmp_path / "packed"
    packed.mkdir()
    for shard in corpus.iterdir():
        (packed / f"{shard.name}.gz").write_bytes(gzip.compress(shard.read_bytes()))
    packs = []
    for source in (corpus, packed):
        call("corpus", "learn", source, "-o", tmp_path / "rules.toml", "-j", "1")
        packs.append((tmp_path / "rules.toml").read_bytes())
    assert packs[0] == packs[1]
    assert b"[[site]]" in packs[0]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere", "-o", "rules.toml"), "nowhere: there is no such file or folder; check the name"),
        (("-o", "rules.toml"), "IN"),
        ((".", "-o", "nowhere/rules.toml"), "there is no such folder; make it first"),
        ((".",), "-o"),
        ((".", "-o", "rules.toml", "--min-share", "2"), "--min-share"),
    ],
)
def test_wrong_calls_are_told(arguments: tuple[str, ...], message: str) -> None:
    done = call("corpus", "learn", *arguments)
    assert done.code == 2
    assert message in done.err
