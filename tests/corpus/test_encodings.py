"""Documents in any encoding: read as `cleaner clean` reads a file, counted by encoding, and no damage in silence."""

import gzip
import json
from pathlib import Path

import pytest

from tests.command import ARTICLE, PAGE, Done, call
from tests.corpus.crawl import PAGE as HTML
from tests.corpus.crawl import records, rows, stats, tree
from tests.corpus.test_formats import response, warc_record

FRENCH = "Le conseil municipal a voté hier soir la rénovation de l'école, fermée depuis l'été dernier, à l'unanimité.\n"
RUSSIAN = "Городской совет вчера вечером принял решение о ремонте старой школы на левом берегу реки.\n"
HEAD = '<html><head><meta charset="windows-1252"></head>'
DECLARED = (HTML.replace("<html>", HEAD) + f"<p>{FRENCH * 20}").encode("cp1252")
GUESSED = "the encoding was guessed as {}; --encoding names another"
DOCUMENTS = {  # each with its encoding, and what is noted of it
    "utf-8.txt": (PAGE.encode(), "utf-8", None),
    "bom.txt": (PAGE.encode("utf-8-sig"), "utf-8", None),
    "wide.txt": (PAGE.encode("utf-16"), "utf-16-le", None),
    "arabic.txt": (PAGE.encode("cp1256"), "windows-1256", GUESSED.format("windows-1256")),
    "french.txt": (FRENCH.encode("cp1252"), "windows-1252", GUESSED.format("windows-1252")),
    "declared.html": (DECLARED, "windows-1252", None),
    "cut.html": (DECLARED + b"<p>\x81", "windows-1252", "1 byte sequence is not windows-1252, put as U+FFFD"),
    "bad.txt": (PAGE.encode() + b"\xff\xd8\n", "utf-8", "2 byte sequences are not UTF-8, put as U+FFFD"),
    "control.txt": (PAGE.encode() + b"\x07\n", "utf-8", "1 control character removed"),
}


def run(source: Path, out: Path, *options: str | Path) -> Done:
    return call("corpus", "clean", source, "-o", out, "-j", "1", *options)


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    folder = tmp_path / "crawl"
    folder.mkdir()
    for name, (data, _, _) in DOCUMENTS.items():
        (folder / name).write_bytes(data)
    return folder


def test_a_document_is_read_as_clean_reads_the_file(crawl: Path, tmp_path: Path) -> None:
    for path in list(crawl.iterdir()):
        (crawl / f"packed-{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
    assert run(crawl, tmp_path / "out").code == 0
    for name in DOCUMENTS:
        alone = call("clean", crawl / name).out
        assert (tmp_path / "out" / Path(name).with_suffix(".txt")).read_bytes() == alone
        packed = tmp_path / "out" / f"packed-{Path(name).with_suffix('.txt')}.gz"
        assert gzip.decompress(packed.read_bytes()) == alone


def test_encodings_are_counted_and_what_reading_had_to_do_is_noted(crawl: Path, tmp_path: Path) -> None:
    done = run(crawl, tmp_path / "out")
    total = stats(tmp_path / "out")
    assert total["encodings"] == {"utf-8": 4, "utf-16-le": 1, "windows-1252": 3, "windows-1256": 1}
    assert (total["noted"], total["damaged"]) == (5, 2)
    assert "5 documents with notes of reading, 2 of them with bytes that are no text (put as U+FFFD)" in done.err
    noted = {row["document"]: row["notes"] for row in rows(tmp_path / "out" / "noted" / "documents-00000.jsonl")}
    assert noted.keys() == {name for name, (_, _, note) in DOCUMENTS.items() if note}
    for name, notes in noted.items():
        assert notes[0].startswith(DOCUMENTS[name][2])
        assert notes == json.loads(call("clean", "--format", "jsonl", crawl / name).out)["notes"]


def test_records_made_of_documents_carry_notes_title_and_metadata(crawl: Path, tmp_path: Path) -> None:
    run(crawl, tmp_path / "out", "--format", "jsonl")
    for row in rows(tmp_path / "out" / "documents-00000.jsonl"):
        alone = json.loads(call("clean", "--format", "jsonl", crawl / row["id"]).out)
        told = {name: alone[name] for name in ("notes", "title", "metadata") if name in alone}
        assert row == {"id": row["id"], **told, "text": row["text"]}
        assert ("metadata" in row) == row["id"].endswith(".html")


def test_what_needs_no_note_leaves_none(tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    source.mkdir()
    (source / "a.txt").write_text(ARTICLE, "utf-8")
    (source / "b.jsonl").write_bytes(records(2))
    done = run(source, out)
    assert "notes" not in done.err
    assert not [name for name in tree(out) if name.startswith("noted/")]
    assert stats(out)["noted"] == 0


def test_an_encoding_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode("koi8-r"))
    assert run(tmp_path / "a.txt", tmp_path / "out", "--encoding", "koi8-r").code == 0
    assert (tmp_path / "out" / "a.txt").read_text("utf-8") == RUSSIAN
    assert stats(tmp_path / "out")["encodings"] == {"koi8-r": 1}
    other = run(tmp_path / "a.txt", tmp_path / "out", "--encoding", "cp866")
    assert "give --force" in other.err


@pytest.mark.parametrize(
    ("name", "encoding", "said"),
    [("a.txt", "klingon", "--encoding 'klingon' is no text encoding"), ("a.jsonl", "cp1256", "for .txt and .html")],
)
def test_an_encoding_that_cannot_serve_is_told_before_anything_is_written(
    name: str, encoding: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(records(1))
    done = run(tmp_path / name, tmp_path / "out", "--encoding", encoding)
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "out").exists()


def test_what_a_server_says_of_the_encoding_counts_if_it_fits(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    told = {
        "windows-1256": PAGE.encode("cp1256"),
        "undefined": PAGE.encode(),
        "no\\such": PAGE.encode(),
        "utf-8": PAGE.encode("cp1256"),
    }
    pages = [
        warc_record("response", "application/http", response(body, f"Content-Type: text/plain; charset={name}"), number)
        for number, (name, body) in enumerate(told.items(), 1)
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(pages))
    assert run(tmp_path / "a.warc", tmp_path / "out", "--format", "jsonl").code == 0
    found = rows(tmp_path / "out" / "a.jsonl")
    assert [row["text"] for row in found] == [ARTICLE] * 4
    assert [len(row["notes"]) for row in found] == [0, 0, 0, 1]
    assert stats(tmp_path / "out")["encodings"] == {"utf-8": 2, "windows-1256": 2}


@pytest.mark.parametrize("kind", ["conversion", "resource"])
def test_what_a_text_record_says_of_its_encoding_counts_and_is_true_afterwards(kind: str, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    told = warc_record(kind, "text/plain; charset=windows-1256", PAGE.encode("cp1256"), 1)
    (tmp_path / "a.warc").write_bytes(told)
    assert run(tmp_path / "a.warc", tmp_path / "out").code == 0
    written = (tmp_path / "out" / "a.warc").read_bytes()
    assert b"Content-Type: text/plain; charset=utf-8\r\n" in written
    assert written.endswith(ARTICLE.encode() + b"\r\n\r\n")
    assert stats(tmp_path / "out")["encodings"] == {"windows-1256": 1}


def test_bytes_of_a_text_record_that_are_no_text_are_told(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    whole = warc_record("conversion", "text/plain", ARTICLE.encode(), 1)
    (tmp_path / "a.wet").write_bytes(whole + warc_record("conversion", "text/plain", PAGE.encode() + b"\xff\n", 2))
    done = run(tmp_path / "a.wet", tmp_path / "out")
    assert "1 document with notes of reading, 1 of them with bytes that are no text" in done.err
    assert (tmp_path / "out" / "a.wet").read_bytes().startswith(whole)
    assert stats(tmp_path / "out")["damaged"] == 1
