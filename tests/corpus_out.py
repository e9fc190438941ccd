"""An OUT as `corpus clean` writes it, small: two shards, one packed, with Arabic, English and hostile lines."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.command import ARTICLE

HOSTILE = "<script>document.title = 'taken'</script><img src=x onerror=alert(1)>"
TRICK = "red \x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}exe.txt"
ENGLISH = "The council has voted to rebuild the old bridge over the river, and work will begin in the spring.\n"
WHY = {"ar-related-heading": "A heading & a list <under> it.", "en-share-button": "A button.", "x-odd": "Odd."}
KINDS = {"ar-related-heading": "related", "en-share-button": "chrome", "x-odd": "comment"}
REMOVED: dict[str, list[tuple[str | int, int, str, str]]] = {
    "a.jsonl": [
        ("doc-1", 6, "ar-related-heading", "مقالات ذات صلة"),
        ("doc-1", 8, "ar-related-heading", "افتتاح مكتبة جديدة في الحي القديم"),
        ("a.jsonl:4", 1, "en-share-button", "Share"),
        ("a.jsonl:4", 2, "x-odd", HOSTILE),
        ("a.jsonl:4", 3, "x-odd", TRICK),
    ],
    "deep/b.jsonl.gz": [(7, 1, "en-share-button", "Share this page with friends"), (7, 9, "x-odd", "x" * 5000)],
}
FAILED = {
    "a.jsonl": [(2, "it is no valid JSON (Expecting value at character 1); mend the record"), (3, "it is not UTF-8")],
    "deep/b.jsonl.gz": [(9, "it is no valid JSON (Expecting value at character 17); mend the record")],
}
OUTPUT: dict[str, list[dict[str, Any]]] = {
    "a.jsonl": [
        {"id": "doc-1", "url": "https://news.example/1", "text": ARTICLE},
        {"body": f"{ENGLISH}{HOSTILE}\n", "title": "short"},
    ],
    "deep/b.jsonl.gz": [{"id": 7, "text": ENGLISH * 40}],
}
GROUP = {"documents": 3, "chars_in": 1000, "chars_out": 600, "lines_removed": 7}
SITES = {"news.example": GROUP, "": GROUP, "…": GROUP, "<b>.example": GROUP}


def written(out: Path) -> Path:
    """Write it."""
    for shard, lines in REMOVED.items():
        keys = ("document", "line", "rule", "text")
        save(out / "removed" / f"{shard}.jsonl", [with_rule(dict(zip(keys, line, strict=True))) for line in lines])
    for shard, failed in FAILED.items():
        save(out / "failed" / f"{shard}.jsonl", [{"number": number, "reason": reason} for number, reason in failed])
    for shard, records in OUTPUT.items():
        save(out / shard, records)
    total: dict[str, Any] = {
        "documents": 3,
        "failed": 3,
        "noted": 1,
        "damaged": 1,
        "guarded": 1,
        "empty": 0,
        "bytes_in": 9,
        "bytes_out": 8,
        "lines": 40,
    }
    total |= {"chars_in": 9000, "chars_out": 6000, "lines_removed": 7, "repairs": {"spelling": 3, "tatweel": 12}}
    total["encodings"] = {"utf-8": 2, "windows-1256": 1}
    total |= {"rules": rules(), "sites": SITES, "languages": {"ar": GROUP, "?": GROUP}}
    stats = {"version": "0.1.0", "rules": "0" * 32, "total": total, "shards": dict.fromkeys(REMOVED, total)}
    (out / "stats.json").write_text(json.dumps(stats), "utf-8")
    return out


def rules() -> dict[str, dict[str, Any]]:
    """The table of rules that goes with the removed lines."""
    lines: Counter[str] = Counter()
    chars: Counter[str] = Counter()
    for entries in REMOVED.values():
        for _, _, rule, text in entries:
            lines[rule] += 1
            chars[rule] += len(text)
    return {rule: {"kind": KINDS[rule], "lines": lines[rule], "chars": chars[rule], "documents": 2} for rule in lines}


def with_rule(row: dict[str, Any]) -> dict[str, Any]:
    """A removed line with what its rule says."""
    return row | {"kind": KINDS[row["rule"]], "reason": WHY[row["rule"]]}


def save(path: Path, records: Iterable[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
