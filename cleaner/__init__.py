"""cleaner: strips boilerplate from scraped documents and says why. Most people need two calls: `clean`, `explain`."""

from typing import TYPE_CHECKING

import cleaner.normalize  # noqa: F401 - first: imported later, the package would take the name of the function below
from cleaner.document import Document, Verdict
from cleaner.errors import CleanerError, UsageError
from cleaner.limits import USUAL, Limits, within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleaner.files import Format
    from cleaner.judging.page.mode import Mode
    from cleaner.normalize.digits import Digits
    from cleaner.normalize.repair import Orthography, Repaired, Spelling
    from cleaner.outcome import CleanDocument
    from cleaner.rules.choice import Choice

__all__ = [
    "Choice",
    "CleanDocument",
    "CleanerError",
    "Document",
    "Limits",
    "Orthography",
    "UsageError",
    "Verdict",
    "choose",
    "clean",
    "explain",
    "markdown",
    "normalize",
    "repair",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """The types that few name, loaded when somebody does: `import cleaner` need not wait for them."""
    from importlib import import_module

    homes = {"Choice": "rules.choice", "CleanDocument": "outcome", "Orthography": "normalize.repair"}
    if name not in homes:
        raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
    return getattr(import_module(f"cleaner.{homes[name]}"), name)


def clean(  # noqa: PLR0913 - the one call that most people make
    source: str | bytes,
    *,
    format: "Format" = "auto",
    choice: "Choice | None" = None,
    orthography: "Orthography | None" = None,
    mode: "Mode" = "balanced",
    limits: Limits = USUAL,
) -> "CleanDocument":
    r"""Clean one document. `.text` is the article, `.title` and `.body` its parts, `.dropped` says what went and why.

    format: "text" takes whatever comes as plain text; choice: which rules run, see `choose`; mode: how sure a
    block of an HTML page must be to stay; orthography: what is mended in the lines that stay, told by `.repairs`. By
    itself a text is mended, and a page keeps its words, so that they can be found in it again. limits: what the
    document may cost (of a str, `size` counts characters); CleanerError where it would be more.

    >>> article = "The council has voted to rebuild the old bridge over the river, and work will begin in the spring."
    >>> clean(f"Share this:\n{article}\n").text == f"{article}\n"
    True
    """
    from cleaner.cleaning import clean_document
    from cleaner.files import read_bytes, read_string, too_large
    from cleaner.judging.page.mode import THRESHOLDS
    from cleaner.normalize.repair import AS_IT_IS, AS_USUAL
    from cleaner.rules.choice import EVERYTHING

    if not isinstance(source, str | bytes):
        raise TypeError(f"clean takes the text or the bytes of a document, no {type(source).__name__}; read the file")
    if mode not in THRESHOLDS:
        raise UsageError(f"there is no mode {mode!r}; the modes are {', '.join(THRESHOLDS)}")
    if len(source) > limits.bytes:
        raise too_large(limits.bytes)
    with within(limits):
        if isinstance(source, bytes):
            document = read_bytes(source, "<bytes>", format).document
        else:
            document = read_string(source, "<text>", format)
        usual = AS_IT_IS if document.format == "html" else AS_USUAL
        return clean_document(document, choice or EVERYTHING, orthography or usual, mode)


def choose(
    *, rules: "Iterable[str]" = (), select: "Iterable[str]" = (), ignore: "Iterable[str]" = (), url: str = ""
) -> "Choice":
    """Which rules run, for the `choice` of `clean`. UsageError for a pack with a mistake or an unknown id.

    rules: names of packs of your own; select: ids to run alone; ignore: ids to leave out, as `cleaner rules list` shows
    them; url: the document's address, for the rules of its site.

    >>> choose(ignore=["ar-share-button"]).allows("ar-share-button")
    False
    """
    from cleaner.cli.known import chosen

    return chosen(rules, select, ignore, url)


def explain(  # noqa: PLR0913 - as `clean`
    source: str | bytes,
    *,
    format: "Format" = "auto",
    choice: "Choice | None" = None,
    orthography: "Orthography | None" = None,
    mode: "Mode" = "balanced",
    limits: Limits = USUAL,
) -> str:
    """What `clean` does to each line of a document, and why, in the columns that `cleaner explain` prints in a pipe."""
    from cleaner.writing.explain import plain

    return plain(clean(source, format=format, choice=choice, orthography=orthography, mode=mode, limits=limits))


def markdown(cleaned: "CleanDocument", *, title: bool = True) -> str:
    r"""The article that `clean` gave as Markdown; of a page its headings, lists, tables, links and emphasis too.

    title: whether its headline comes first, as a heading.

    >>> page = "<p>The <b>council</b> has voted to rebuild the old bridge, and work will begin in the spring of *1990*."
    >>> markdown(clean(page, format="html"))
    'The **council** has voted to rebuild the old bridge, and work will begin in the spring of \\*1990\\*.\n'
    """
    from cleaner.writing.markdown import markdown as written

    return written(cleaned, title=title)


def repair(
    text: str,
    *,
    spelling: "Spelling" = "auto",
    digits: "Digits" = "keep",
    words: "Iterable[str]" = (),
    skip: "Iterable[str]" = (),
) -> "Repaired":
    r"""Mend the Arabic orthography of one document. `.text` has a line for each line, `.repairs` what each step did.

    spelling: "auto" goes by this writer's habits, "always" takes every doubtful word for a slip; words: spellings that
    are right whatever the lexicon says; skip: steps to leave out, by the names that `cleaner rules list` shows.

    >>> [(each.step, each.count, each.changes[0]) for each in repair("قـــال ، نعم").repairs][0]
    ('tatweel', 1, Change(line=1, before='قـــال', after='قال'))
    """
    from cleaner.normalize.repair import Orthography
    from cleaner.normalizing import normalize_text

    return normalize_text(text, Orthography(spelling, digits, frozenset(words), frozenset(skip)))[0]


def normalize(
    text: str,
    *,
    spelling: "Spelling" = "auto",
    digits: "Digits" = "keep",
    words: "Iterable[str]" = (),
    skip: "Iterable[str]" = (),
) -> str:
    """The text of `repair`, which tells the options.

    >>> normalize("نيويورك وواشنطن.من جانبه ،قال")
    'نيويورك وواشنطن. من جانبه، قال'
    """
    return repair(text, spelling=spelling, digits=digits, words=words, skip=skip).text
