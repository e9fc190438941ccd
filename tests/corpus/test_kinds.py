"""Each kind of input, plain and packed: the same comes out, in the kind and packing that came in."""

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import cleaner
from cleaner.corpus.extras import needed
from cleaner.corpus.streams import CHUNK, pack, zstd
from tests.command import ARTICLE, call
from tests.command import PAGE as TEXT
from tests.corpus.crawl import PAGE, rows, tree
from tests.corpus.test_formats import response, warc_record

KINDS: dict[str, bytes] = {
    "a.txt": TEXT.encode(),
    "a.html": PAGE.encode(),
    "a.jsonl": f'{{"n": 1.0, "text": {json.dumps(TEXT)}}}\n{{"html": {json.dumps(PAGE)}}}\n'.encode(),
    "a.warc": warc_record("response", "application/http", response(PAGE.encode(), "Content-Type: text/html"), 1)
    + warc_record("request", "application/http", b"GET / HTTP/1.1\r\n\r\n", 2),
    "a.wet": warc_record("conversion", "text/plain", TEXT.encode()),
}
KEPT = {"a.txt": ARTICLE.encode(), "a.wet": ARTICLE.encode()}  # of the others, the first words of the page
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.decompress,
    "zst": lambda data: bytes(zstd().decompress(data)),
}


def cleaned(path: Path, out: Path, *options: str) -> dict[str, bytes]:
    done = call("corpus", "clean", path, "-o", out, "-j", "1", *options)
    assert done.code == 0, done.err
    return {name: data for name, data in tree(out).items() if "/" not in name and name != "stats.json"}


@pytest.mark.parametrize("packing", UNPACK)
@pytest.mark.parametrize("name", KINDS)
def test_what_is_packed_comes_out_as_what_is_plain_and_packed_again(name: str, packing: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(KINDS[name])
    (tmp_path / f"{name}.{packing}").write_bytes(pack(KINDS[name], packing))
    [(output, plain)] = cleaned(tmp_path / name, tmp_path / "plain").items()
    [(packed_output, packed)] = cleaned(tmp_path / f"{name}.{packing}", tmp_path / "packed").items()
    assert KEPT.get(name, b"The ferry") in plain
    assert plain != KINDS[name]
    assert packed_output == f"{output}.{packing}"
    assert UNPACK[packing](packed) == plain


@pytest.mark.parametrize("packing", ["", *UNPACK])
@pytest.mark.parametrize("name", KINDS)
def test_each_kind_may_become_json_lines(name: str, packing: str, tmp_path: Path) -> None:
    path = tmp_path / (f"{name}.{packing}" if packing else name)
    path.write_bytes(pack(KINDS[name], packing))
    [(output, data)] = cleaned(path, tmp_path / "out", "--format", "jsonl").items()
    is_packed = packing and not output.startswith("documents")
    lines = (UNPACK[packing](data) if is_packed else data).splitlines()
    expected = ARTICLE if TEXT.encode() in KINDS[name] or name == "a.jsonl" else "The ferry\n"
    assert json.loads(lines[0])["text"].startswith(expected)


def test_markers_tell_what_was_cleaned_and_by_what(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.jsonl").write_bytes(KINDS["a.jsonl"].replace(b"1.0", b"2.0" if name == "two" else b"1.0"))
        cleaned(tmp_path / name / "a.jsonl", tmp_path / f"out-{name}")
    one, two = (json.loads((tmp_path / f"out-{name}/_done/a.jsonl.json").read_bytes()) for name in ("one", "two"))
    assert one["size"] == len(KINDS["a.jsonl"])
    assert one["digest"] != two["digest"]
    assert one["rules"] == two["rules"] == json.loads((tmp_path / "out-one/stats.json").read_bytes())["rules"]
    assert one["version"] == cleaner.__version__


def test_a_page_of_which_all_stays_keeps_its_whole_share(tmp_path: Path) -> None:
    body = PAGE.partition("</nav>")[2]
    (tmp_path / "a.html").write_text(f"<html><body>{body}", "utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, "utf-8")
    cleaned(tmp_path / "a.html", tmp_path / "page")
    cleaned(tmp_path / "b.txt", tmp_path / "text")
    (tmp_path / "c.txt").write_text(TEXT, "utf-8")
    cleaned(tmp_path / "c.txt", tmp_path / "less")
    found = {}
    for name in ("page", "text", "less"):
        stats = json.loads((tmp_path / name / "stats.json").read_bytes())
        found[name] = stats["total"]["kept"]
        assert [shard["kept"] for shard in stats["shards"].values()] == [found[name]]
    assert found == {"page": 1.0, "text": 1.0, "less": round(len(ARTICLE) / len(TEXT), 4)}
    assert len(rows(tmp_path / "less" / "removed" / "documents-00000.jsonl")) == 3


def test_a_warc_record_without_length_and_line_ends_costs_no_other(tmp_path: Path) -> None:
    good = [warc_record("conversion", "text/plain", ARTICLE.encode(), number) for number in range(2000)]
    endless = b"WARC/1.0\r\nWARC-Type: conversion\r\n\r\n" + b"x" * 5 * CHUNK  # longer than any line of headers
    (tmp_path / "a.wet").write_bytes(b"".join([good[0], endless, b"\r\n", *good[1:]]))
    assert call("corpus", "clean", tmp_path / "a.wet", "-o", tmp_path / "out", "-j", "1").code == 3
    assert (tmp_path / "out" / "a.wet").read_bytes() == b"".join(good)
    assert [row["number"] for row in rows(tmp_path / "out" / "failed" / "a.wet.jsonl")] == [2]


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", "; charset=windows-1256"])
def test_a_text_that_a_server_sent_is_a_whole_record_afterwards(charset: str, tmp_path: Path) -> None:
    encoding = charset.partition("=")[2] or "utf-8"
    sent = [response(text.encode(encoding), f"Content-Type: text/plain{charset}") for text in (TEXT, ARTICLE)]
    dirty, clean = (warc_record("response", "application/http", body, number) for number, body in enumerate(sent, 1))
    (tmp_path / "a.warc").write_bytes(dirty + clean)
    data = cleaned(tmp_path / "a.warc", tmp_path / "out")["a.warc"]
    assert data.endswith(clean)
    article, same = needed("fastwarc.warc", "warc").ArchiveIterator(io.BytesIO(data), parse_http=False)
    assert article.headers["WARC-Type"] == "conversion"
    assert article.headers["WARC-Refers-To"] == same.headers["WARC-Record-ID"].replace("00000002", "00000001")
    assert article.headers["Content-Type"] == "text/plain; charset=utf-8"
