"""The smallest input of each kind that breaks tools: its bytes, and whether its article must come out.

Each case that can hold it carries the paragraph KEPT. `refused`: one sentence and exit code 3 is the right answer.
"""

import gzip
import io
import tarfile
import zipfile
from typing import NamedTuple

MARK = "qz7kept"
KEPT = (
    f"أعادت بلدية الميناء افتتاح السوق القديم {MARK} صباح الاثنين بعد ترميم دام عامين، وقال رئيسها إن المحال الجديدة "
    "ستبقى مفتوحة حتى المساء، وإن الإيجارات لن ترتفع قبل نهاية العام المقبل."
)
MORE = (
    "The market had been closed since the flood, and its traders sold their goods from boats along the quay until the "
    "council found the money for a new roof and for drains that carry the water back to the river."
)
TEXT = f"السوق القديم\n\n{KEPT}\n\n{MORE}\n"
ARTICLE = f"<article><h1>السوق القديم</h1><p>{KEPT}</p><p>{MORE}</p></article>"
BODY = f"<!doctype html><html><head><meta charset=utf-8><title>السوق</title></head><body>{ARTICLE}"
MANY = 10_000


class Case(NamedTuple):
    """One hostile input. kept: its article must come out; refused: it must not, and a sentence must say why."""

    data: bytes
    kept: bool = True
    refused: bool = False


def text(written: str) -> Case:
    return Case(written.encode("utf-8", "surrogatepass"))


def page(body: str, before: str = "") -> Case:
    return Case(BODY.replace("<body>", f"<body>{before}").encode() + body.encode("utf-8", "surrogatepass"))


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../evil.txt", TEXT)
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("../evil.txt")
        entry.size = len(TEXT.encode())
        archive.addfile(entry, io.BytesIO(TEXT.encode()))
    return out.getvalue()


PACKED = gzip.compress(TEXT.encode(), mtime=0)
ENCODINGS = {
    "empty.txt": Case(b"", kept=False),
    "one-newline.txt": Case(b"\n", kept=False),
    "blanks.txt": Case(" \t\N{NO-BREAK SPACE}\N{EM SPACE}\N{IDEOGRAPHIC SPACE}\n \n".encode(), kept=False),
    "no-last-newline.txt": text(TEXT.rstrip()),
    "bom.txt": text(f"\ufeff{TEXT}"),
    "bom-inside.txt": text(f"{TEXT}\ufeff{TEXT}"),
    **{f"{name}.txt": Case(TEXT.encode(name)) for name in ("utf-16", "utf-32", "utf-16-le")},
    "utf-16-be-bom.txt": Case(b"\xfe\xff" + TEXT.encode("utf-16-be")),
    **{f"{name}.txt": Case(TEXT.encode(name, "replace")) for name in ("cp1256", "iso8859-6")},
    "declared.html": Case(BODY.replace("utf-8", "windows-1256").encode("cp1256", "replace")),
    "declared-wrong.html": Case(BODY.replace("utf-8", "windows-1256").encode()),
    "stray-bytes.txt": Case(TEXT.encode() + b"\xff\xfe\xc0\xaf\xed\xa0\x80\xf5\x80 " + TEXT.encode() + b"\xd9"),
    "nuls.txt": Case(TEXT.encode().replace(b" ", b" \0", 9)),
    "mojibake.txt": text(TEXT.encode().decode("latin-1")),
}
BINARIES = {
    "png.txt": Case(b"\x89PNG\r\n\x1a\n" + bytes(64), kept=False, refused=True),
    "png.html": Case(b"\x89PNG\r\n\x1a\n" + bytes(64), kept=False, refused=True),
    "noise.txt": Case(bytes(range(256)) * 64, kept=False, refused=True),
    "zip.txt": Case(_zip(), kept=False, refused=True),
    "gzip.txt": Case(PACKED, kept=False, refused=True),
    "tar.tar": Case(_tar(), kept=False, refused=True),
}
PAGES = {
    **{
        f"deep-{tag}.html": page("", before=f"<{tag}>" * MANY)
        for tag in ("div", "b", "table", "font", "blockquote", "a", "svg", "form", "ul><li")
    },
    "adoption.html": page("<b><p>x</b>" * 3000),
    "unclosed-emphasis.html": page("<p>" + "<i>" * MANY + "<p>x" * 50),
    "attributes.html": page("", before="<div " + " ".join(f"a{i}=1" for i in range(MANY)) + ">"),
    "long-attribute.html": page(f'<img src="data:image/png;base64,{"QUJD" * MANY}">'),
    "classes.html": page("", before=f'<div class="{" ".join(f"c{i}" for i in range(MANY))}">'),
    "siblings.html": page("<p>a b</p>" * MANY),
    "links.html": page("", before=f"<nav>{'<a href=#>روابط</a>' * MANY}</nav>"),
    "unclosed.html": Case(BODY.replace("</p>", "").replace("</article>", "").encode()),
    "cut-in-a-tag.html": page("<div class='x"),
    "cut-in-a-comment.html": page("<!-- "),
    "script-unclosed.html": page("<script>var a='</p>"),
    "script-within-script.html": page("", before="<script><!--<script>x</script>--></script>"),
    "plaintext.html": page("", before="<plaintext>"),
    "noscript.html": Case(BODY.replace(ARTICLE, f"<noscript>{ARTICLE}</noscript>").encode()),
    "template.html": Case(BODY.replace(ARTICLE, f"<template>{ARTICLE}</template>").encode(), kept=False),
    "frameset.html": Case(f"<html><frameset><noframes>{ARTICLE}</noframes></frameset>".encode()),
    "entity-bomb.html": Case(
        b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + BODY.encode()
        + b"<p>&b;&x;<![CDATA[ raw ]]>"
    ),
    "entities.html": page("<p>" + "&amp;&#1575;&#x110000;&#0;&bogus;" * 2000),
    "colspan.html": page("<table><tr><td colspan=9007199254740991 rowspan=99999999>x<td>y</table>"),
    "options.html": page("<select multiple>" + "<option selected>x" * MANY + "<table><tr><td><select>"),
    "nul-tags.html": page("<p\0x y\0=1>a</p\0><\x01p>b"),
    "twice.html": Case(BODY.encode() * 2),
    "style-bomb.html": page("", before=f"<style>{'a:not(' * MANY}b{')' * MANY}{'{x:y}' * MANY}</style>"),
    "text-named.html": text(TEXT),
    "page-named.txt": Case(BODY.encode()),
}
SIZES = {
    "one-line.txt": text(f"{TEXT}\n{KEPT * 400}\n"),
    "lines.txt": text(TEXT + "".join(f"سطر {i}\n" for i in range(MANY))),
    "blank-lines.txt": text(TEXT + "\n" * MANY + TEXT),
    "same-line.txt": text(TEXT + f"{MORE}\n" * 5000),
    "unlike-words.txt": text(TEXT + " ".join(f"ك{i * 7919 % 999_983}م" for i in range(MANY))),
}
UNICODE = {
    "marks.txt": text(TEXT + "\nا" + "\u0301\u0327" * MANY + "\n"),
    "marks-unsorted.txt": text(TEXT + "\nا" + "\u0301" * MANY + "\u0323" * MANY),
    "vocalised.txt": text(TEXT + "كَتَبَ " * 3000),
    "tatweel.txt": text(f"{TEXT}\nال{'ـ' * MANY}كتاب"),
    "zalgo.txt": text(f"{TEXT}\n{''.join(c + ''.join(map(chr, range(0x300, 0x31E))) for c in MORE)}"),
    "bidi.txt": text(f"{TEXT}\n\u202eevil\u202c \u2066a\u2067b\u2068c " + "\u202b" * 5000),
    "zero-width.txt": text(TEXT.replace("سوق", "س\u200bو\u00adق") + "\nمی\u200cخواهم\n👩\u200d👧\n"),
    "forms.txt": text(f"{TEXT}\n{'ﷺ' * 5000}\nﺍﻟﻜﺘﺎﺏ ﻻ"),
    "non-characters.txt": text(f"{TEXT}\n\ufffe\uffff\U0010ffff\ue000\U000e0041\ufffd"),
    "line-ends.txt": text(TEXT.replace("\n\n", "\r\n\r\n", 1).replace("\n\n", "\x85\u2028\u2029\x0b\x0c", 1)),
    "cr.txt": text(TEXT.replace("\n", "\r")),
    "crlf.txt": text(TEXT.replace("\n", "\r\n")),
    "surrogates.txt": text(f"{TEXT}\n\ud83d lone \ude00"),
    "astral.txt": text(f"{TEXT}\n{'𝔄𞸀🇸🇾👍🏽' * 999}"),
}
TERMINAL = {
    "colours.txt": text(f"\x1b[31m{TEXT}\x1b[0m\x1b[2J\x1b[1;1H"),
    "title.txt": text(f"\x1b]0;evil\x07{TEXT}\x1b]8;;http://a.example\x1b\\link\x1b]8;;\x1b\\"),
    "c1.txt": text(f"\x9b31m{TEXT}\x90q\x9c\x9d0;t\x9c"),
    "backspaces.txt": text(f"{TEXT}\nb\bbo\bol\bld\bd _\bu\n\x07\x07"),
    "in-a-page.html": page("<p>&#27;[2J&#x9b;31m \x1b[31m\x9b2J \x07 and so on</p>"),
    "markup.txt": text(f"{TEXT}\n[bold]x[/bold] [link=file:///etc/passwd]y[/link]\n"),
}
REGEXES = {
    f"{name}.txt": text(f"{TEXT}\n{line}\n")
    for name, line in {
        "blanks": "a" + " " * MANY + "b",
        "tabs": "a" + "\t" * MANY + "b",
        "at-signs": "a@" * MANY,
        "an-address": "a." * MANY + "@",
        "stops": "." * MANY + "!",
        "dashes": "- " * MANY + "x",
        "bars": "a | " * MANY,
        "digits": "1" * MANY + "x",
        "dates": "12/12/2016 " * 2000,
        "brackets": "(" * MANY + ")",
        "quotes": "«" * MANY,
        "slashes": "/" * MANY + " x",
        "www": "www." * MANY,
        "entities": "&" * MANY + "&a" * 5000,
        "tags": "<" * MANY + "<a" * 5000,
        "code": "`" * MANY,
        "hashes": "#a" * MANY,
        "alefs": "ا" * MANY,
        "yehs": "ی ي ى " * 5000,
    }.items()
}
COLLECTIONS = {
    "shard.jsonl": Case(b'{"text": "x"}\n', kept=False, refused=True),
    "page.txt.gz": Case(PACKED, kept=False, refused=True),
    "cut.txt.gz": Case(PACKED[:-9], kept=False, refused=True),
    "table.parquet": Case(b"PAR1\x15" + bytes(64), kept=False, refused=True),
    "frame.zst": Case(b"\x28\xb5\x2f\xfd\x00\xa8\x01\x00\x00", kept=False, refused=True),
}
CASES = ENCODINGS | BINARIES | PAGES | SIZES | UNICODE | TERMINAL | REGEXES
