"""Which field of a record holds its text, and which one gets the article: the same for every format of records."""

from collections.abc import Mapping

from cleaner.corpus.plan import Plan
from cleaner.errors import CleanerError
from cleaner.files import Format

_TEXT, _PAGE = "text", "html"


def wanted(plan: Plan) -> tuple[str, ...]:
    """The fields that may hold the text, the likeliest first."""
    return (plan.field,) if plan.field else (_TEXT, _PAGE)


def source_of(values: Mapping[str, object], plan: Plan) -> tuple[str, Format]:
    """The text to be cleaned, and what it is. values: those of the wanted fields that are there.

    Raises CleanerError where none of them is a string.
    """
    for field in wanted(plan):
        if isinstance(text := values.get(field), str):
            return text, "html" if field == _PAGE else "auto"
    names = " or ".join(map(repr, values or wanted(plan)))
    said = f"its {names} is no string" if values else f"it has no field {names}"
    raise CleanerError(f"{said}; name the field of the text with --field")


def target(plan: Plan) -> str:
    """The field that the article is put into. A page stays as it is."""
    return _TEXT if plan.field in ("", _PAGE) or plan.format == "html" else plan.field
