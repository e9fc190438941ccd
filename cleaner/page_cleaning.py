"""The whole flow for a page: columns → verdicts → article. What `cleaning.py` is for plain text."""

from dataclasses import replace
from functools import cached_property

from cleaner.document import Verdict
from cleaner.errors import CleanerError
from cleaner.judging.page.judge import Judged, decided, everything, judge_page
from cleaner.judging.page.mode import Mode
from cleaner.judging.page.short_lines import short_lines
from cleaner.limits import check_time
from cleaner.normalize.repair import AS_USUAL, Orthography, repair
from cleaner.normalize.report import Repair
from cleaner.outcome import CleanDocument
from cleaner.reading.html_page import parse, read_again
from cleaner.reading.mend import mend
from cleaner.reading.metadata import Metadata, read_metadata
from cleaner.reading.page import WHOLE, Page, gaps_between, joined, unlink_prose
from cleaner.rules.choice import EVERYTHING, Choice

_NO_ARTICLE = (
    "no article was found in this page, which may be a list or ask for a login; --mode recall gives its best text"
)


class CleanPage(CleanDocument):
    """The outcome for a page. `dropped`, and all that depends on it, is worked out when somebody asks."""

    document: Page
    judged: Judged
    mended: tuple[str, ...]

    def __init__(self, document: Page, judged: Judged, wanted: Orthography) -> None:
        columns = document.columns
        headline = [] if judged.title is None else [columns.texts[judged.title]]
        check_time()
        text, mended = mend("\n\n".join([*headline, joined(columns, judged.kept)]), wanted.skip)
        values = {"document": document, "judged": judged, "repaired": repair(text + "\n", wanted), "guarded": False}
        values["mended"] = mended
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @cached_property
    def dropped(self) -> dict[int, Verdict]:
        """Each dropped block's verdict, by its index."""
        return {verdict.first: verdict for verdict in self.judged.verdicts()}

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """Indexes of the blocks that stay, the headline among them, in order."""
        return tuple(sorted({*self.judged.kept, *([] if self.judged.title is None else [self.judged.title])}))

    @property
    def notes(self) -> tuple[str, ...]:
        """What had to be left out to read the page, and what was mended in the characters of its article."""
        return (*self.document.read.notes, *self.mended)

    @property
    def has_title(self) -> bool:
        """Whether the article begins with a headline."""
        return self.judged.title is not None

    @property
    def title(self) -> str | None:
        """The headline, where the page has one."""
        return " ".join(self.text.split("\n", self._title_lines)[: self._title_lines]) if self.has_title else None

    @property
    def title_index(self) -> int | None:
        """The block of the headline."""
        return self.judged.title

    @cached_property
    def repairs(self) -> tuple[Repair, ...]:
        """What each step of orthography changed, each line by the number of its block."""
        columns, line = self.document.columns, 1
        origin: dict[int, int] = {}
        for k, gap in zip(self.kept, [*gaps_between(columns, self.kept), ""], strict=True):
            last = line + columns.texts[k].count("\n")
            origin |= dict.fromkeys(range(line, last + 1), k + 1)
            line = last + (2 if k == self.judged.title else gap.count("\n"))
        return tuple(
            Repair(each.step, tuple(c._replace(line=origin.get(c.line, c.line)) for c in each.changes))
            for each in self.repaired.repairs
        )

    @cached_property
    def metadata(self) -> Metadata:
        """What the page says of itself, each with where it was found."""
        return read_metadata(parse(self.document.html))

    @cached_property
    def body(self) -> str:
        """The article without its title."""
        return self.text.split("\n", self._title_lines)[-1].lstrip("\n") if self.has_title else self.text

    @property
    def _title_lines(self) -> int:
        """The lines of the headline, in which it may be broken; 0 where there is none."""
        title = self.judged.title
        return 0 if title is None else 1 + self.document.columns.texts[title].count("\n")


def clean_page(
    page: Page, choice: Choice = EVERYTHING, wanted: Orthography = AS_USUAL, mode: Mode = "balanced"
) -> CleanPage:
    """Judge the blocks of a page and write what stays. Raises CleanerError for a page without an article.

    An article may stand in something that is called a form or a menu, or in a link that nobody closed: before a page is
    given up it is read again, and where it has no paragraph its short lines will do. So is one of which a site rule
    keeps a part of a menu.
    """
    check_time()
    judged = _judged(page, choice, mode)
    if not judged.kept or (choice.sites and any(page.columns.tags[k] == WHOLE for k in judged.kept)):
        page = read_again(page)
        unlink_prose(page.columns)
        judged = _judged(page, choice, mode, again=True)
    if not judged.kept and mode == "recall":
        judged = everything(judged)
    if not judged.kept:
        raise CleanerError(_NO_ARTICLE)
    return CleanPage(page, judged, wanted)


def _judged(page: Page, choice: Choice, mode: Mode, *, again: bool = False) -> Judged:
    """All verdicts on a page. Where no paragraph is sure to be article, the short lines around the likeliest are too;

    where there is none at all, short lines are the article of a page that is read again.
    """
    judged = judge_page(page.columns, mode, choice)
    if not judged.sure and (judged.kept or again):
        lines = short_lines(page.columns, judged.first.layout, page.html)
        if {*judged.kept} <= {*lines}:
            judged = decided(replace(judged, kept=lines), choice)
    if not choice.sites:
        return judged
    from cleaner.judging.page.sites import by_sites

    return by_sites(judged, page, choice)
