"""Dates as machines and pages write them → ISO 8601, or None: a date that may mean two days is none."""

import re
from datetime import date

_ISO = re.compile(
    r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d{1,9})?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[./年-]\s?(\d{1,2})\s?[./月-]\s?(\d{1,2})(?!\d)")
_NAMED = re.compile(
    r"(?i)\b(?:(\d{1,2})\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})\b"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def iso_date(text: str) -> str | None:
    """The first date in a text.

    >>> iso_date("2024-05-06T07:08:09Z"), iso_date("20240506"), iso_date("Mon, 6 May 2024"), iso_date("05/06/2024")
    ('2024-05-06T07:08:09+00:00', '2024-05-06', '2024-05-06', None)
    """
    if hit := _ISO.search(text):
        year, month, day, hour, minute, second, zone = hit.groups()
        if (found := _day(year, month, day)) is None or hour is None:
            return found
        if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 60:
            return found
        return f"{found}T{hour}:{minute}:{second or '00'}{_zone(zone)}"
    if hit := _YEAR_FIRST.search(text):
        return _day(*hit.groups())
    if hit := _NAMED.search(text):
        before, month, after, year = hit.groups()
        if before or after:
            return _day(year, str(_MONTHS.index(month.lower()) + 1), before or after)
    return None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    return "+00:00" if zone in ("Z", "UTC") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
