"""The writers: what a pipe and a terminal get, and that neither can be tricked by a text."""

import json
import re
from inspect import signature
from pathlib import Path

import pytest

import cleaner
from cleaner.cleaning import clean_text
from cleaner.outcome import GUARD, CleanDocument
from cleaner.writing.explain import plain
from cleaner.writing.jsonl import record
from cleaner.writing.printable import printable
from cleaner.writing.terminal import coloured
from cleaner.writing.text import article
from tests.command import ARTICLE, BODY, MARK, PACK, PAGE, PAGES

SOURCES = sorted(PAGES.glob("*/source.txt"))
WIDTH = 80
ESCAPES = re.compile("\x1b\\[[0-9;]*m")
REASON = "\x1b[2;3m"  # dim italic
MEND = "\x1b[36m"  # cyan
LRI, RLI, PDI = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def clean_page(path: Path) -> CleanDocument:
    return clean_text(path.read_text("utf-8"), path.parent.name)


def names(path: Path) -> str:
    return path.parent.name


def test_article_and_body() -> None:
    clean = clean_text(PAGE)
    assert (article(clean), article(clean, title=False)) == (ARTICLE, BODY)


@pytest.mark.parametrize("path", SOURCES, ids=names)
def test_plain_columns_hold_the_whole_document(path: Path) -> None:
    clean = clean_page(path)
    lines = plain(clean).split("\n")
    records = [
        re.fullmatch(r" *(\d+) (keep|drop|why |mend) (\S+) +\| (.*)", line) for line in lines[1:-1] if line[0] != "#"
    ]
    assert all(records)
    shown = [hit.groups() for hit in records if hit]
    blocks = clean.document.blocks
    kept_or_dropped = [(int(line), action, text) for line, action, _, text in shown if action in ("keep", "drop")]
    assert kept_or_dropped == [
        (block.line, "drop" if i in clean.dropped else "keep", printable(block.text.replace("\t", " ")))
        for i, block in enumerate(blocks)
    ]
    mended = [(int(line), text) for line, action, _, text in shown if action == "mend"]
    changes = [change for repair in clean.repairs for change in repair.changes]
    assert sorted(mended) == sorted((c.line, f"{printable(c.before)} → {printable(c.after)}") for c in changes)
    rules = [rule for _, action, rule, _ in shown if action == "drop"]
    assert rules == [verdict.rule for _, verdict in sorted(clean.dropped.items())]


@pytest.mark.parametrize("path", SOURCES, ids=names)
def test_every_reason_stands_before_the_first_line_it_took(path: Path) -> None:
    clean = clean_page(path)
    said: set[str] = set()
    for line in plain(clean).split("\n"):
        if " why " in line[:10]:
            said.add(line.split()[2])
        if " drop " in line[:11]:
            assert line.split()[2] in said
    assert said == {verdict.rule for verdict in clean.dropped.values()}


@pytest.mark.parametrize("path", SOURCES, ids=names)
def test_the_summary_adds_up(path: Path) -> None:
    clean = clean_page(path)
    told = plain(clean).partition("\n# mended")[0].split("\n")[1:]
    summary = [line for line in told if line.startswith("#") and not line.startswith(f"# {GUARD},")]
    kept, dropped, *rules = ([int(n) for n in re.findall(r"(\d+) (?:line|char)", line)[:2]] for line in summary)
    assert [sum(column) for column in zip(*rules, strict=True)] == (dropped if rules else [])
    assert kept[0] + dropped[0] == len(clean.document.blocks)
    assert kept[1] + dropped[1] == sum(len(block.text) for block in clean.document.blocks)


@pytest.mark.parametrize("path", SOURCES, ids=names)
def test_a_terminal_line_never_wraps_and_isolates_its_text(path: Path) -> None:
    from rich.cells import cell_len

    shown = ESCAPES.sub("", coloured(clean_page(path), WIDTH))
    for line in shown.split("\n"):
        assert cell_len(line) <= WIDTH
        assert line.count(LRI) + line.count(RLI) == line.count(PDI) <= 1
        text = re.search(f"[{LRI}{RLI}](.*){PDI}", line)
        outside = line if text is None else line[: text.start()] + line[text.end() :]
        assert not re.search("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]", outside)


@pytest.mark.parametrize("path", SOURCES, ids=names)
def test_a_terminal_shows_the_whole_document(path: Path) -> None:
    clean = clean_page(path)
    lines = coloured(clean, WIDTH).split("\n")
    shown = ESCAPES.sub("", "\n".join(line for line in lines if REASON not in line and MEND not in line))
    pieces = "".join(re.findall(f"[{LRI}{RLI}](.*){PDI}", shown))
    assert re.sub(r"\s", "", pieces) == re.sub(r"\s", "", "".join(block.text for block in clean.document.blocks))
    assert all(verdict.rule in shown for verdict in clean.dropped.values())


def test_a_right_to_left_text_begins_at_the_right_edge_and_its_rule_stands_at_the_left() -> None:
    lines = ESCAPES.sub("", coloured(clean_text(PAGE), WIDTH)).split("\n")
    heading = next(line for line in lines if line.startswith("   7 ✗ "))
    assert re.fullmatch(f"   7 ✗ ar-related-heading +{RLI}مقالات ذات صلة{PDI}", heading)
    latin = ESCAPES.sub("", coloured(clean_text("A line."), WIDTH)).split("\n")
    assert latin[1] == f"   1   {LRI}A line.{PDI}"


def test_a_line_without_letters_reads_as_its_document_does() -> None:
    shown = ESCAPES.sub("", coloured(clean_text(f"{ARTICLE}\n12:30\nEnglish\n"), WIDTH))
    assert re.search(f" {RLI}12:30{PDI}\n", shown)
    assert f"{LRI}English{PDI}" in shown


def test_a_short_reason_stands_in_the_summary(tmp_path: Path) -> None:
    pack = tmp_path / "own.toml"
    pack.write_text(PACK.replace("A note of the editing system.", "A note."), "utf-8")
    clean = cleaner.clean(f"{ARTICLE}\n{MARK}\n", choice=cleaner.choose(rules=[str(pack)]))
    summary = ESCAPES.sub("", coloured(clean, WIDTH)).rpartition("───\n")[2]
    assert re.search(f"last-edited +chrome +{LRI}A note.{PDI}", summary)


def test_line_breaks_of_a_page_are_shown_as_such() -> None:
    page = "".join(f"<p>{line.replace(' اليوم', '<br>اليوم')}</p>" for line in BODY.splitlines())
    assert " ↵ " in cleaner.explain(page, format="html")


@pytest.mark.parametrize("width", [30, 40, 200])
def test_a_narrow_terminal_gives_the_rule_a_line_of_its_own(width: int) -> None:
    from rich.cells import cell_len

    document = ESCAPES.sub("", coloured(clean_text(PAGE), width)).rpartition("───\n")[0].split("\n")
    assert max(map(cell_len, document)) <= min(width, 120)
    assert ("   7 ✗ ar-related-heading" in document) == (width < 60)


def test_repairs_are_shown_word_by_word_and_counted() -> None:
    text = f"{ARTICLE}\nوعاد الوفد الى العاصمة مساء الخميس بعد زيارة استمرت يومين، ثم ذهب الى المعرض.\n"
    clean = clean_text(text)
    assert "   7 mend spelling | الى → إلى" in plain(clean)
    assert plain(clean).endswith("# mended 2 words\n#   spelling: 2 words\n")
    assert json.loads(record(clean))["repairs"] == {"spelling": 2}
    shown = ESCAPES.sub("", coloured(clean, WIDTH))
    assert re.search(f"spelling +{RLI}الى ← إلى, الى ← إلى{PDI}", shown)
    assert "2 words mended by spelling" in shown


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31m" in coloured(clean_text(PAGE), WIDTH)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search("\x1b\\[[0-9;]*3[0-9]", coloured(clean_text(PAGE), WIDTH))


@pytest.mark.parametrize("path", SOURCES, ids=names)
def test_a_json_record_is_one_line_that_holds_it_all(path: Path) -> None:
    clean = clean_page(path)
    line = record(clean)
    assert len(line.splitlines()) == 1
    values = json.loads(line)
    assert (values["source"], values["title"], values["body"]) == (path.parent.name, clean.title, clean.body)
    assert values["byline"] == list(clean.byline)
    assert len(values["removed"]) == len(clean.dropped)


TRICKS = "a\x1b[2Jb \x9b31m c\x07 d\x7f \N{RIGHT-TO-LEFT OVERRIDE}e \N{POP DIRECTIONAL ISOLATE} \N{LINE SEPARATOR}f\x00"


def test_no_writer_lets_a_control_through() -> None:
    clean = clean_text(f"{TRICKS}\n[bold red]markup[/]\n", TRICKS)  # unmended, as no reader would hand it on
    for shown in (plain(clean), record(clean), ESCAPES.sub("", coloured(clean, WIDTH))):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\N{LINE SEPARATOR}]", shown)
    assert r"a\x1b[2Jb \x9b31m" in plain(clean)
    assert "[bold red]markup[/]" in coloured(clean, WIDTH)


def test_python_explain_is_the_report_of_the_pipe() -> None:
    assert cleaner.explain(PAGE) == plain(clean_text(PAGE))
    assert cleaner.explain(PAGE.encode()).startswith("# <bytes>\n")


def test_python_clean_takes_texts_and_bytes() -> None:
    assert cleaner.clean(PAGE).text == cleaner.clean(PAGE.encode("utf-16")).text == ARTICLE
    assert cleaner.clean(PAGE, format="text").title == ARTICLE.split("\n")[0]
    with pytest.raises(cleaner.CleanerError, match="page"):
        cleaner.clean("<!doctype html><p>x</p>")
    with pytest.raises(cleaner.UsageError, match="auto, text, html"):
        cleaner.clean(PAGE, format="pdf")  # type: ignore[arg-type]
    with pytest.raises(cleaner.UsageError, match="precision, balanced, recall"):
        cleaner.clean(PAGE, mode="best")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="PosixPath; read the file"):
        cleaner.clean(Path("page.txt"))  # type: ignore[arg-type]


def test_python_chooses_rules_as_the_command_does(tmp_path: Path) -> None:
    pack = tmp_path / "own.toml"
    pack.write_text(PACK, "utf-8")
    text = f"{ARTICLE}\n{MARK}\n"
    assert [v.rule for v in cleaner.clean(text, choice=cleaner.choose(rules=[str(pack)])).dropped.values()] == [
        "last-edited"
    ]
    assert cleaner.clean(PAGE, choice=cleaner.choose(select=["ar-tags-line"])).text == PAGE
    with pytest.raises(cleaner.UsageError, match="there is no rule 'nope'"):
        cleaner.choose(ignore=["nope"])
    with pytest.raises(TypeError, match=r"write \['ar-copyright'\]"):
        cleaner.choose(ignore="ar-copyright")
    with pytest.raises(cleaner.UsageError, match="url 'quay' names no site"):
        cleaner.choose(url="quay")
    with pytest.raises(cleaner.UsageError, match="cannot be read"):
        cleaner.choose(rules=["no-such-pack.toml"])


def test_a_text_says_nothing_of_itself() -> None:
    assert cleaner.clean(PAGE).metadata.date is None


def test_python_leaves_the_words_of_a_page_as_they_are_unless_asked() -> None:
    paragraph = "وعاد الوفد الى العاصمة مساء الخميس بعد زيارة استمرت يومين، ثم ذهب الى المعرض قرب الميناء القديم."
    page = f"<!doctype html><article><h1>عودة الوفد</h1><p>{paragraph}</p><p>{ARTICLE}</p></article>"
    assert paragraph in cleaner.clean(page).body
    assert paragraph.replace("الى", "إلى") in cleaner.clean(page, orthography=cleaner.Orthography()).body
    assert "إلى" in cleaner.clean(f"{ARTICLE}\n{paragraph}\n").text


def test_a_line_of_rights_is_no_byline() -> None:
    sample = (PAGES.parent / "sample.txt").read_text("utf-8")
    assert cleaner.clean(sample).byline == ("نشرة المرفأ - (وكالات)",)


def test_python_explain_takes_what_python_clean_takes() -> None:
    assert signature(cleaner.explain).parameters == signature(cleaner.clean).parameters
    listing = "<html><body><ul>" + "<li><a href=/a>The ferry that runs at night</a>" * 9 + "</ul></body></html>"
    with pytest.raises(cleaner.CleanerError, match="--mode recall"):
        cleaner.explain(listing, format="html")
    assert "The ferry" in cleaner.explain(listing, format="html", mode="recall")
    with pytest.raises(cleaner.CleanerError, match="--max-size"):
        cleaner.explain(PAGE, limits=cleaner.Limits(size=1e-6))
