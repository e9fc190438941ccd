"""Texts that somebody typed, programs and data: what looks like a page's furniture in them is their own."""

import textwrap

import pytest

from cleaner.cleaning import clean_text
from cleaner.rules.choice import Choice
from cleaner.rules.rule import Rule

PARAGRAPH = (
    "The reader counts what stands in a ledger, line for line, and says nothing of what it did not find. Whoever wants "
    "more than a sum may ask it for a table, which it prints with the names on the left."
)
OTHER = "Two of them were lost in the flood, which is why the sums of that year are written by hand into the last one."
LICENCE = [
    "The Ledger Reader",
    "Copyright (c) 2014 The Writers",
    "All rights reserved.",
    "Redistribution and use in source and binary forms, changed or not, are allowed.",
    "Redistributions of source code must retain this page.",
    PARAGRAPH,
]
MENU = ["Skip to content", "Sign in", "Subscribe now", "Contact us", "Terms of use"]


def kept(*lines: str) -> list[str]:
    result = clean_text("\n".join(lines))
    return [result.document.blocks[i].text for i in result.kept]


def broken(text: str = PARAGRAPH) -> list[str]:
    return textwrap.wrap(text, 72)


@pytest.mark.parametrize(
    "lines",
    [
        LICENCE,
        ["tally", "=====", *broken(), "https://tally.example.org/", *broken(), "All rights reserved."],
        ["Comments", "--------", *broken(), "Share", "-----", *broken()],
    ],
)
def test_what_somebody_typed_stays(lines: list[str]) -> None:
    assert kept(*lines) == lines


@pytest.mark.parametrize("first", ["import sys", "Close", "Subscribe now"])
def test_programs_stay(first: str) -> None:
    code = [first, "def share(", "    self, comments, tags", "):", "    related = []", "    share.follow_us()", "});"]
    code += [
        "# All rights reserved.",
        "# Redistribution is prohibited.",
        f'"""{PARAGRAPH}"""',
        "});",
        "share.follow_us()",
    ]
    assert kept(*map(str.strip, code)) == [*map(str.strip, code)]


def test_a_page_with_a_program_in_it_is_a_page() -> None:
    code = ["import sys", "", "print(sys.path)", "sys.exit(1)"]
    assert kept(*MENU, PARAGRAPH, *code, OTHER, "All rights reserved.") == [PARAGRAPH, *filter(None, code), OTHER]


def test_what_users_say_holds_in_a_program_too() -> None:
    own = Rule("own", "chrome", "ours", lines=("import sys",))
    text = "\n".join(["import sys", "print(sys.path)", "sys.exit(1)", f"# {PARAGRAPH}"])
    assert clean_text(text, choice=Choice(packs=(own,))).text == text.partition("\n")[2]


def test_a_page_that_names_a_licence_is_a_page() -> None:
    note = "Licensed under the Apache License, Version 2.0."
    assert kept(PARAGRAPH, OTHER, note) == [PARAGRAPH, OTHER]


def test_a_menu_above_paragraphs_broken_at_a_column_goes() -> None:
    assert kept(*MENU, *broken(), *broken(OTHER)) == [*broken(), *broken(OTHER)]


@pytest.mark.parametrize(
    "code",
    [
        ['"Tags": [],', '"Share": true,', '"Comments": 3'],
        [f'"createdAt": "2021-05-0{day}T22:39:32.147+00:00",' for day in (1, 2, 3, 4)],
        ['"ClusterSnapshotCopyStatus": {', '"ManualSnapshotRetentionPeriod": -1', "}"],
    ],
)
def test_fields_of_data_are_no_furniture(code: list[str]) -> None:
    article = [PARAGRAPH, "{", *code, "}"]
    assert kept(*MENU, *article) == article
    article = ["Listing what is there", "{", *code, '"Value": "paid",', *code, "}", PARAGRAPH]
    assert kept(*article) == article


def test_the_numbers_of_a_table_are_no_page_numbers() -> None:
    rows = ["1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1"]
    assert kept(*rows) == rows
