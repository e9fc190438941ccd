"""Parquet and WARC: what is text is cleaned, everything else stays."""

import errno
import gzip
import io
import json
import os
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from cleaner.corpus.extras import needed
from tests.command import ARTICLE, call
from tests.command import PAGE as TEXT
from tests.corpus.crawl import PAGE, rows, stats, text_of, tree

pa: Any = pytest.importorskip("pyarrow")
pq: Any = needed("pyarrow.parquet", "parquet")
parquet: Any = needed("cleaner.corpus.formats.parquet", "parquet")


def clean(*arguments: str | Path) -> int:
    done = call("corpus", "clean", "-j", "1", *arguments)
    assert "Traceback" not in done.err
    return done.code


def warc_record(kind: str, content: str, body: bytes, number: int = 1) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:08}-0000-4000-8000-000000000000>\r\n"
        f"WARC-Target-URI: https://a.example/{number}\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
        f"WARC-Block-Digest: sha1:AAAA\r\nContent-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def response(body: bytes, *headers: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", *headers, "", ""]).encode() + body


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (b"no gzip", "Content-Encoding: gzip"),
        (gzip.compress(PAGE.encode())[:20] + b"\0\1\2" * 50, "Content-Encoding: gzip"),
        (b"no brotli", "Content-Encoding: br"),
        (b"no deflate", "Content-Encoding: deflate"),
        (b"zz\r\nno chunk", "Transfer-Encoding: chunked"),
    ],
)
def test_a_page_that_was_sent_damaged_costs_that_record(body: bytes, header: str, tmp_path: Path) -> None:
    sent = [response(body, "Content-Type: text/html", header), response(PAGE.encode(), "Content-Type: text/html")]
    found = [warc_record("response", "application/http", each, number) for number, each in enumerate(sent, 1)]
    (tmp_path / "a.warc").write_bytes(b"".join(found))
    assert clean(tmp_path / "a.warc", "-o", tmp_path / "out", "--format", "jsonl") == 3
    [row] = rows(tmp_path / "out" / "failed" / "a.warc.jsonl")
    assert (row["number"], row["reason"].partition(" (")[0]) == (1, "what the server sent cannot be unpacked")
    assert row["record"] == found[0].decode() if "record" in row else b64decode(row["record_base64"]) == found[0]
    assert rows(tmp_path / "out" / "a.jsonl")[0]["text"].startswith("The ferry\n")


def test_parquet_keeps_schema_other_columns_row_groups_and_codec(tmp_path: Path) -> None:
    schema = pa.schema(
        [("id", pa.int64()), ("text", pa.large_string()), ("score", pa.float32()), ("tags", pa.list_(pa.string()))],
        metadata={"made": "by hand"},
    )
    values = [{"id": i, "text": TEXT if i % 2 else "Short.", "score": i / 3, "tags": ["a", None]} for i in range(50)]
    values[7]["text"] = None
    table = pa.Table.from_pylist(values, schema)
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=20, compression="zstd")
    assert clean(tmp_path / "a.parquet", "-o", tmp_path / "out") == 3
    file = pq.ParquetFile(tmp_path / "out" / "a.parquet")
    found = file.read()
    assert found.schema.equals(schema)
    assert found.schema.metadata == schema.metadata
    assert [file.metadata.row_group(i).num_rows for i in range(3)] == [19, 20, 10]
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    expected = table.take([i for i in range(50) if i != 7])
    assert found.drop_columns("text").equals(expected.drop_columns("text"))
    assert set(found["text"].to_pylist()) == {ARTICLE, "Short."}
    [row] = rows(tmp_path / "out" / "failed" / "a.parquet.jsonl")
    assert (row["number"], row["reason"].partition(";")[0]) == (8, "its 'text' is no string")


def test_parquet_gets_the_article_of_a_page_as_a_column(tmp_path: Path) -> None:
    pq.write_table(pa.table({"html": [PAGE], "n": [1]}), tmp_path / "a.parquet")
    assert clean(tmp_path / "a.parquet", "-o", tmp_path / "out") == 0
    [row] = pq.read_table(tmp_path / "out" / "a.parquet").to_pylist()
    assert (row["html"], row["n"]) == (PAGE, 1)
    assert row["text"].startswith("The ferry\n")


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())], ids=str
)
def test_a_text_of_any_type_is_cleaned_and_keeps_it(kind: Any, tmp_path: Path) -> None:
    texts = pa.array([TEXT, None, "x", TEXT], pa.string()).cast(kind)
    pq.write_table(pa.table({"text": texts, "n": [1, 2, 3, 4]}), tmp_path / "a.parquet")
    assert clean(tmp_path / "a.parquet", "-o", tmp_path / "out") == 3
    found = pq.read_table(tmp_path / "out" / "a.parquet")
    assert found.schema.field("text").type == kind
    assert found.to_pydict() == {"text": [ARTICLE, "x", ARTICLE], "n": [1, 3, 4]}


@pytest.mark.parametrize("nothing", [pa.nulls(2), pa.array([None, 7]), pa.array([None, None], pa.string())], ids=str)
def test_the_article_of_a_page_takes_the_place_of_a_text_that_is_none(nothing: Any, tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": nothing, "html": [PAGE, PAGE]}), tmp_path / "a.parquet")
    assert clean(tmp_path / "a.parquet", "-o", tmp_path / "out") == 0
    found = pq.read_table(tmp_path / "out" / "a.parquet").to_pydict()
    assert found["html"] == [PAGE, PAGE]
    assert all(text.startswith("The ferry\n") for text in found["text"])


def test_two_columns_of_one_name_end_no_run(tmp_path: Path) -> None:
    crawl, out = tmp_path / "crawl", tmp_path / "out"
    crawl.mkdir()
    columns = [pa.array([TEXT]), pa.array(["a"]), pa.array(["b"])]
    pq.write_table(pa.Table.from_arrays(columns, ["text", "n", "n"]), crawl / "a.parquet")
    pq.write_table(pa.Table.from_arrays(columns, ["text", "text", "n"]), crawl / "b.parquet")
    assert clean(crawl, "-o", out) == 3
    assert pq.ParquetFile(out / "a.parquet").read().column_names == ["text", "n", "n"]
    assert (stats(out)["documents"], stats(out)["failed"]) == (1, 1)


def test_parquet_as_json_lines(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": [1, 2], "text": [TEXT, "x"]}), tmp_path / "a.parquet")
    clean(tmp_path / "a.parquet", "-o", tmp_path / "out", "--format", "jsonl")
    assert rows(tmp_path / "out" / "a.jsonl") == [{"id": 1, "text": ARTICLE}, {"id": 2, "text": "x"}]


def test_parquet_without_rows_and_one_that_is_cut_short(tmp_path: Path) -> None:
    schema = pa.schema([("text", pa.string())])
    pq.write_table(pa.Table.from_pylist([], schema), tmp_path / "empty.parquet")
    (tmp_path / "cut.parquet").write_bytes((tmp_path / "empty.parquet").read_bytes()[:-10])
    done = call(
        "corpus", "clean", "-j", "1", tmp_path / "empty.parquet", tmp_path / "cut.parquet", "-o", tmp_path / "o"
    )
    assert done.code == 3
    assert "cut.parquet: it is no whole parquet file" in done.err
    assert pq.read_table(tmp_path / "o" / "empty.parquet").schema.equals(schema)
    assert not (tmp_path / "o" / "cut.parquet").exists()


def damaged(data: bytes, group: int, share: float = 0.5) -> bytes:
    """A parquet file with a byte turned over in the texts of a row group, so far into them."""
    about = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(group).column(1)
    place = about.data_page_offset + int(share * about.total_compressed_size)
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def in_groups(rows: int, **options: Any) -> bytes:
    """A parquet file of row groups of 200, of several pages each."""
    text = [f"Record {i} is kept. {text_of(i)}" for i in range(rows)]
    file, table = io.BytesIO(), pa.table({"id": range(rows), "text": text})
    pages = {"use_dictionary": False, "data_page_size": 20_000, "write_batch_size": 10, "write_statistics": False}
    pq.write_table(table, file, row_group_size=200, **pages, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    "options", [{"compression": "gzip"}, {"compression": "none", "write_page_checksum": True}], ids=str
)
@pytest.mark.parametrize("groups", [(0,), (1,), (2,), (0, 2), (0, 1, 2)])
def test_a_damaged_part_of_parquet_costs_no_other(
    groups: tuple[int, ...], options: dict[str, Any], tmp_path: Path
) -> None:
    data = in_groups(600, **options)
    for group in groups:
        data = damaged(data, group)
    (tmp_path / "a.parquet").write_bytes(data)
    done = call("corpus", "clean", "-j", "1", tmp_path / "a.parquet", "-o", tmp_path / "out")
    assert done.code == 3
    found = pq.read_table(tmp_path / "out" / "a.parquet")
    failed = [row["number"] - 1 for row in rows(tmp_path / "out" / "failed" / "a.parquet.jsonl")]
    assert sorted(found["id"].to_pylist() + failed) == list(range(600))
    assert all(text.startswith(f"Record {i} is kept.") for i, text in zip(*found.to_pydict().values(), strict=True))
    for group in range(3):
        lost = [row for row in failed if row // 200 == group]
        assert lost == list(range(200 * (group + 1) - len(lost), 200 * (group + 1)))  # to the end of its group
        assert (0 < len(lost) < 200) == (group in groups)
    total = stats(tmp_path / "out")
    assert (total["documents"], total["failed"]) == (600 - len(failed), len(failed))


def test_a_text_of_parquet_that_is_no_text_costs_that_record(tmp_path: Path) -> None:
    data = in_groups(300, compression="none").replace(b"Record 7 is kept.", b"Record 7 is \xffept.")
    (tmp_path / "a.parquet").write_bytes(data)
    for form in ("same", "jsonl"):
        assert clean(tmp_path / "a.parquet", "-o", tmp_path / form, "--format", form) == 3
        [row] = rows(tmp_path / form / "failed" / "a.parquet.jsonl")
        assert (row["number"], row["record"]) == (8, '{"id": 7}')
        assert "a text in it is not UTF-8" in row["reason"]
        assert stats(tmp_path / form)["documents"] == 299


def test_a_footer_that_makes_no_sense_is_told(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    data = in_groups(600)
    footer = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    fewer = data[footer:].replace(b"\x16\xb0\x09", b"\x16\x90\x03", 1)  # 600 and 200, as thrift writes them
    (crawl / "rows.parquet").write_bytes(data[:footer] + fewer)
    (crawl / "name.parquet").write_bytes(data.replace(b"text", b"te\xfft"))
    done = call("corpus", "clean", "-j", "1", crawl, "-o", tmp_path / "out")
    assert done.code == 3
    assert "rows.parquet: it is no whole parquet file (its footer contradicts itself); fetch it again" in done.err
    assert "name.parquet: it is no whole parquet file" in done.err
    told = json.loads((tmp_path / "out/stats.json").read_text("utf-8"))["unreadable"]
    assert sorted(each.partition(":")[0] for each in told) == ["name.parquet", "rows.parquet"]


def test_a_disk_that_fails_within_parquet_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.parquet").write_bytes(in_groups(600))

    class Failing(io.FileIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() < 20_000:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return super().read(size)

    monkeypatch.setattr(parquet.places, "open_to_read", lambda path: Failing(path))
    done = call("corpus", "clean", "-j", "1", tmp_path / "a.parquet", "-o", tmp_path / "out")
    assert done.code == 3
    assert "a.parquet: it cannot be read (Input/output error)" in done.err
    assert not (tmp_path / "out" / "a.parquet").exists()
    assert not list((tmp_path / "out").glob("_done/*"))


def test_warc_pages_become_conversions_and_other_records_stay(tmp_path: Path) -> None:
    info = warc_record("warcinfo", "application/warc-fields", b"software: own\r\n", 1)
    page = warc_record(
        "response", "application/http; msgtype=response", response(PAGE.encode(), "Content-Type: text/html"), 2
    )
    picture = warc_record(
        "response", "application/http; msgtype=response", response(b"\x89PNG", "Content-Type: image/png"), 3
    )
    packed = warc_record(
        "response",
        "application/http; msgtype=response",
        response(gzip.compress(PAGE.encode(), mtime=0), "Content-Type: text/html", "Content-Encoding: gzip"),
        4,
    )
    empty = warc_record(
        "response", "application/http; msgtype=response", response(b"<img src=a>", "Content-Type: text/html"), 5
    )
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, (info, page, picture, packed, empty))))
    assert clean(tmp_path / "a.warc.gz", "-o", tmp_path / "out") == 3
    data = (tmp_path / "out" / "a.warc.gz").read_bytes()
    plain = gzip.decompress(data)
    assert data.count(b"\x1f\x8b\x08") >= 4  # a member for each record
    assert plain.startswith(info + b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/2\r\n")
    assert picture in plain
    warc = needed("fastwarc.warc", "warc")
    found = [
        (str(record.headers["WARC-Refers-To"]), record.reader.read().decode())
        for record in warc.ArchiveIterator(io.BytesIO(plain))
        if record.record_type == warc.WarcRecordType.conversion
    ]
    assert [refers[10:18] for refers, _ in found] == ["00000002", "00000004"]
    assert all(text.startswith("The ferry\n") for _, text in found)
    [row] = rows(tmp_path / "out" / "failed" / "a.warc.gz.jsonl")
    assert row["number"] == 5
    assert row["record"].encode() == empty


def test_wet_keeps_headers_and_what_needs_no_change(tmp_path: Path) -> None:
    dirty = warc_record("conversion", "text/plain", TEXT.encode(), 1)
    clean_one = warc_record("conversion", "text/plain", ARTICLE.encode(), 2)
    (tmp_path / "a.wet").write_bytes(dirty + clean_one)
    assert clean(tmp_path / "a.wet", "-o", tmp_path / "out") == 0
    data = (tmp_path / "out" / "a.wet").read_bytes()
    assert data.endswith(b"\r\n\r\n" + ARTICLE.encode() + b"\r\n\r\n" + clean_one)
    assert b"Digest" not in data[: -len(clean_one)]
    assert f"Content-Length: {len(ARTICLE.encode())}\r\n\r\n".encode() in data[: -len(clean_one)]
    assert set(stats(tmp_path / "out")["sites"]) == {"a.example"}
    clean(tmp_path / "a.wet", "-o", tmp_path / "lines", "--format", "jsonl")
    assert [row["url"] for row in rows(tmp_path / "lines" / "a.jsonl")] == [
        "https://a.example/1",
        "https://a.example/2",
    ]


def test_a_damaged_record_costs_that_record_and_a_cut_file_its_last(tmp_path: Path) -> None:
    good = [warc_record("conversion", "text/plain", ARTICLE.encode(), i) for i in (1, 2, 3)]
    (tmp_path / "a.wet").write_bytes(good[0] + b"rubbish\r\nmore of it\r\n\r\n" + good[1] + good[2][:-50])
    assert clean(tmp_path / "a.wet", "-o", tmp_path / "out") == 3
    assert (tmp_path / "out" / "a.wet").read_bytes() == good[0] + good[1]
    found = rows(tmp_path / "out" / "failed" / "a.wet.jsonl")
    assert [row["number"] for row in found] == [2, 4]
    assert "ends within this record" in found[1]["reason"]


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [TEXT] * 9}), tmp_path / "a.parquet")
    (tmp_path / "a.wet").write_bytes(warc_record("conversion", "text/plain", TEXT.encode()))
    for out in ("one", "two"):
        clean(tmp_path / "a.parquet", tmp_path / "a.wet", "-o", tmp_path / out)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
