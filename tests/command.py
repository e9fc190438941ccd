"""Running the command in tests: in this process where that is enough, as one of its own where pipes and codes count."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from cleaner.cli import dispatch

PLAIN = Path(__file__).parent.parent / "fixtures" / "plain"
PAGES = Path(__file__).parent.parent / "fixtures" / "pages"

ARTICLE = """معرض الكتاب يفتح أبوابه في العاصمة

أعلنت وزارة الثقافة اليوم افتتاح معرض الكتاب في العاصمة بمشاركة ثلاثمئة دار نشر من عشرين بلدا عربيا وأجنبيا.

وقال المدير إن الدورة الجديدة تخصص جناحا كاملا لكتب الأطفال وورشا مفتوحة للزوار حتى نهاية الأسبوع.
"""
HEADING = "مقالات ذات صلة"
PAGE = f"{ARTICLE}\n{HEADING}\n\nافتتاح مكتبة جديدة في الحي القديم\nقصر الثقافة يستضيف أمسية شعرية\n"
BODY = ARTICLE.partition("\n\n")[2]
PACK = """
[[rule]]
id = "last-edited"
kind = "chrome"
lines = ["zuletzt bearbeitet"]
why = "A note of the editing system."
[[rule.example]]
text = "drop | Zuletzt bearbeitet"
[[rule.example]]
text = "keep | Er hat es zuletzt bearbeitet"
"""
MARK = "Zuletzt bearbeitet"  # a line that PACK drops


class Done(NamedTuple):
    code: int
    out: bytes
    err: str


def call(*arguments: str | Path, stdin: bytes = b"") -> Done:
    """Run one command in this process."""
    with CliRunner().isolation(input=stdin) as (out, err, _):
        code = dispatch(list(map(str, arguments)))
        sys.stdout.flush()
        return Done(code, out.getvalue(), err.getvalue().decode())


def spawn(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Done:
    """Run one command as a process."""
    command = [sys.executable, "-m", "cleaner", *map(str, arguments)]
    done = subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, check=False)
    return Done(done.returncode, done.stdout, done.stderr.decode())
