"""Dates as pages give them → ISO 8601. What cannot be told for sure, such as 3/4/2020, is no date."""

import re
from datetime import UTC, datetime

from cleaner.normalize.digits import unify_digits
from cleaner.normalize.months import LONG_MONTHS, MONTHS

_NUMBER_OF = {name: str(number) for number, names in enumerate(MONTHS, 1) for name in names.split()}
_NUMBER_OF |= {name: str(number) for name, number in LONG_MONTHS.items()}
_LONGEST = 200  # characters; a date is short
_CLOCK = r"[T ]{1,2}(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?"
_ISO = re.compile(rf"(?<!\d)((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:{_CLOCK})?(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[/.]| ?[年년] ?)(\d{1,2})(?:[/.]| ?[月월] ?)(\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\.?\d)")
_NAME = r"([^\W\d_]{3,12}(?: ال[^\W\d_]{3,5})?)"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\.|er|st|nd|rd|th)? (?:de |of )?{_NAME}\.?,? (?:de |del )?((?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(rf"{_NAME}\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)(?!\d)")
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")  # since 1970, or thousandths of them


def iso_date(text: str) -> str | None:
    """The first date in a short text, with its time and zone where it gives them.

    >>> iso_date("2024-05-01T10:20:00Z"), iso_date("Published 4 November 2019"), iso_date("1.5.2024"), iso_date("soon")
    ('2024-05-01T10:20:00+00:00', '2019-11-04', '2024-05-01', None)
    >>> iso_date("٤ يونيو ٢٠١٩"), iso_date("No. 10101212")
    ('2019-06-04', None)
    """
    text = unify_digits(text.strip()[:_LONGEST], "western")
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    if (found := _ISO.search(text)) and (moment := _moment(*found.groups())):
        return moment
    return _written(text.lower()) or _mail_date(text)


def _moment(year: str, month: str, day: str, *time: str | None) -> str | None:
    """A date, or date and time, if the calendar has it."""
    hour, minute, second, zone = (*time, None, None, None, None)[:4]
    value = f"{year}-{month:0>2}-{day:0>2}"
    if hour:
        value += f"T{hour}:{minute}:{second or '00'}{zone or ''}"
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.isoformat() if hour else value


def _written(text: str) -> str | None:
    """A date in words, or in figures whose order leaves no doubt."""
    for pattern, order in (
        (_YEAR_FIRST, (0, 1, 2)),
        (_DOTTED, (2, 1, 0)),
        (_DAY_FIRST, (2, 1, 0)),
        (_MONTH_FIRST, (2, 0, 1)),
    ):
        for found in pattern.finditer(text):
            year, month, day = (found.groups()[place] for place in order)
            number = month if month.isdigit() else _NUMBER_OF.get(month) or _NUMBER_OF.get(month.partition(" ")[0])
            if number and (moment := _moment(year, number, day)):
                return moment
    return None


def _mail_date(text: str) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError):
        return None
