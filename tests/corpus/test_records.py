"""JSON Lines: only the cleaned value changes, and a bad record costs that record."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.corpus.desk import Desk
from cleaner.corpus.formats import jsonl
from cleaner.corpus.formats.records import read_json
from cleaner.corpus.parts import Block, Cleaned
from cleaner.corpus.plan import Plan
from cleaner.errors import CleanerError
from cleaner.limits import Limits
from tests.command import ARTICLE, HEADING
from tests.corpus.crawl import PAGE

DIRTY = f"{ARTICLE}\n{HEADING}\n\nقصر الثقافة يستضيف أمسية شعرية\n"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def clean(data: bytes, plan: Plan = Plan()) -> Cleaned:  # noqa: B008 - immutable
    return jsonl.clean(Block("a.jsonl", "jsonl", "", 1, data), Desk(plan))


def line(text: str, **others: Any) -> bytes:
    return json.dumps({"text": text, **others}, ensure_ascii=False).encode() + b"\n"


def failures(cleaned: Cleaned) -> list[dict[str, Any]]:
    return [json.loads(row) for row in cleaned.failed.splitlines()]


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(line(ARTICLE), id="nothing to clean"),
        pytest.param(b'{ "n" : 1.50, "text":"short",  "text2":[1,{"text":"x"}] }\r\n', id="odd spaces, CRLF"),
        pytest.param(b'{"text":"\\u0061\\/b","n":12345678901234567890123,"f":1E5,"g":-0.0}\n', id="escapes, numbers"),
        pytest.param(
            b'{"text":"x","a":NaN,"b":-Infinity,"c":' + b"9" * 5000 + b"}\n", id="numbers beyond JSON and int"
        ),
        pytest.param(b'{"text":"x","lone":"\\ud800"}\n', id="half a pair elsewhere"),
        pytest.param(b"\xef\xbb\xbf" + b'{"text":"x"}\n\n  \n{"text":"y"}', id="BOM, blank lines, no last line end"),
        pytest.param(b'{"text":" \\n "}\n', id="only white space"),
        pytest.param('{"text":"a\u2028b\u0085c"}\n'.encode().replace("\u0085".encode(), b""), id="U+2028 raw"),
    ],
)
def test_what_needs_no_change_stays_byte_for_byte(record: bytes) -> None:
    cleaned = clean(record)
    assert cleaned.data == record
    assert not cleaned.failed


@given(
    st.dictionaries(st.text(), VALUES, max_size=5), st.booleans(), st.sampled_from([", ", " ,\t"]), st.integers(0, 5)
)
def test_all_other_fields_stay_byte_for_byte(others: dict[str, Any], ascii_only: bool, comma: str, place: int) -> None:
    def written(value: object) -> str:
        return json.dumps(value, ensure_ascii=ascii_only)

    members = [f"{written(key)}: {written(value)}" for key, value in others.items() if key != "text"]
    head = "{" + "".join(member + comma for member in members[:place]) + '"text" :'
    tail = "".join(comma + member for member in members[place:]) + "}\n"
    cleaned = clean((head + written(DIRTY) + tail).encode()).data
    assert cleaned == (head + written(ARTICLE) + tail).encode()


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (b'{"text": "cut', "no valid JSON"),
        (b"not json", "no valid JSON"),
        (b'{"text":"a"}{"text":"b"}', "More than one value"),
        (b'{"text":"a",}', "no valid JSON"),
        (b'{"text" "a"}', "no valid JSON"),
        (b'["a"]', "no JSON object"),
        (b'{"id":2}', "no field 'text' or 'html'"),
        (b'{"text":5}', "'text' is no string"),
        (b'{"text":"\\ud800"}', "half of a surrogate pair"),
        (b'{"text":"\xff"}', "not UTF-8 (at byte 10)"),
        (b'{"text":"x","a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deep"),
        (b'{"html":"<img src=a>"}', "no text in this page"),
        (b'{"text":"' + b"x" * 2000 + b'"}', "larger than 0.001 MB"),
    ],
)
def test_a_bad_record_costs_that_record_and_is_kept_with_the_reason(record: bytes, reason: str) -> None:
    good = line("One.")
    cleaned = clean(good + record + b"\n" + good, Plan(limits=Limits(size=0.001 if b"xxx" in record else 1)))
    assert cleaned.data == good + good
    [row] = failures(cleaned)
    assert row["number"] == 2
    assert reason in row["reason"]
    if "record" in row:
        assert row["record"].encode() == record
    assert (cleaned.tally.values["documents"], cleaned.tally.values["failed"]) == (2, 1)


def test_a_last_record_that_fails_leaves_whole_lines() -> None:
    assert clean(line("One.") + b"broken").data == line("One.")


def test_of_two_members_of_one_name_the_last_counts_as_it_does_for_json() -> None:
    record = b'{"text":"first","text":' + json.dumps(DIRTY).encode() + b"}\n"
    assert clean(record).data == b'{"text":"first","text":' + json.dumps(ARTICLE).encode() + b"}\n"


def test_the_article_of_a_page_is_added_and_the_page_stays() -> None:
    record = json.dumps({"id": "p", "html": PAGE}).encode()
    cleaned = clean(record + b"\n")
    assert cleaned.data.startswith(record[:-1] + b', "text": "The ferry\\n')
    assert json.loads(cleaned.data)["html"] == PAGE
    assert json.loads(cleaned.removed.splitlines()[0])["document"] == "p"


def test_the_article_takes_the_place_of_a_text_that_is_none() -> None:
    record = json.dumps({"text": None, "html": PAGE, "z": 1}).encode()
    assert json.loads(clean(record).data)["text"].startswith("The ferry\n")
    assert clean(record).data.endswith(b', "z": 1}')


def test_field_names_another_field() -> None:
    record = line("Share this:", body=DIRTY)
    cleaned = json.loads(clean(record, Plan(field="body")).data)
    assert cleaned == {"text": "Share this:", "body": ARTICLE}
    assert b"no field 'b'" in clean(record, Plan(field="b")).failed


def test_removed_lines_name_document_line_rule_and_reason() -> None:
    cleaned = clean(line(DIRTY, id=7) + line(DIRTY))
    found = [json.loads(row) for row in cleaned.removed.splitlines()]
    assert [row["document"] for row in found] == [7, 7, "a.jsonl:2", "a.jsonl:2"]
    assert found[0]["text"] == HEADING
    assert all(row["line"] and row["rule"] and row["kind"] and row["reason"] for row in found)


def test_an_address_tells_the_site() -> None:
    cleaned = clean(line(DIRTY, url="https://News.example:80/a") + line("x"))
    assert {site: row["documents"] for site, row in cleaned.tally.values["sites"].items()} == {"news.example": 1, "": 1}


@given(st.text())
def test_whatever_is_no_object_is_told(text: str) -> None:
    try:
        found = read_json(text)
    except CleanerError:
        return
    assert text[found.stop] == "}"
    assert isinstance(json.loads(text.lstrip("\ufeff")), dict)
