"""A record in JSON as text: where each member lies, so that one value is replaced and every other byte stays."""

import json
import re
from json import JSONDecodeError
from json.scanner import make_scanner
from typing import Any, NamedTuple

from cleaner.errors import CleanerError
from cleaner.writing.jsonl import dumps

_SPACE = re.compile(r"[ \t\r\n]*")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# Numbers are not made, for they need not fit into any; their digits stay as they are written.
_DECODER = json.JSONDecoder(parse_int=len, parse_float=len)
_VALUE = _DECODER.raw_decode
_QUICK_VALUE = make_scanner(_DECODER)  # type: ignore[arg-type]  # its stub asks for a scanner
_QUICK_NAME = re.compile(r'"([^"\\\0-\x1f]*)"[ \t\r\n]*:[ \t\r\n]*').match  # a name without an escape
_QUICK_NEXT = re.compile(r'[ \t\r\n]*,[ \t\r\n]*(?=")').match


class Member(NamedTuple):
    """A value, and where it is written."""

    value: Any
    start: int
    stop: int


class Json(NamedTuple):
    """A JSON object as it is written. members: by key, the last of several of one name; stop: where its `}` stands."""

    text: str
    members: dict[str, Member]
    stop: int

    def string(self, key: str) -> str | None:
        """The value of a member, None where it is no string."""
        member = self.members.get(key)
        return member.value if member and isinstance(member.value, str) else None

    def raw(self, key: str) -> str | None:
        """A member's value as it is written."""
        member = self.members.get(key)
        return self.text[member.start : member.stop] if member else None

    def put(self, key: str, value: str) -> str:
        """The text with this string as the value of a member, a new one at the end where there is none."""
        member = self.members.get(key)
        if member is None:
            new = f", {json.dumps(key)}: {self._written(value, self.text)}"
            return self.text[: self.stop] + new + self.text[self.stop :]
        if member.value == value:
            return self.text
        old = self.text[member.start : member.stop]
        return f"{self.text[: member.start]}{self._written(value, old)}{self.text[member.stop :]}"

    @staticmethod
    def _written(value: str, like: str) -> str:
        """A string in JSON, with escapes for all but ASCII where its like has none but ASCII."""
        return json.dumps(value) if like.isascii() else dumps(value)


def read_json(text: str) -> Json:
    """Find the members of the object in a text. Raises CleanerError where it is not exactly one."""
    try:
        return _read(text)
    except JSONDecodeError as error:
        raise CleanerError(f"it is no valid JSON ({error.msg} at character {error.pos + 1}); mend the record") from None
    except RecursionError:
        raise CleanerError("it is nested too deep to be read; flatten the record") from None


def _read(text: str) -> Json:
    members: dict[str, Member] = {}
    place = _after_space(text, text.startswith(_BOM))
    if text[place : place + 1] != "{":
        _VALUE(text, place)
        raise CleanerError("it is no JSON object; put the text into a field of one")
    place = _after_space(text, place + 1)
    while text[place : place + 1] != "}":
        if quick := _QUICK_NAME(text, place):
            key, start = quick[1], quick.end()
        else:
            key, start = _name(text, place)
        try:
            value, stop = _QUICK_VALUE(text, start)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", text, error.value) from None
        members[key] = Member(value, start, stop)
        if quick := _QUICK_NEXT(text, stop):
            place = quick.end()
            continue
        place = _after_space(text, stop)
        if text[place : place + 1] != "}":
            place = _after_space(text, _expect(",", text, place))
            if text[place : place + 1] == "}":
                raise JSONDecodeError("Expecting a name in double quotes", text, place)
    if (end := _after_space(text, place + 1)) != len(text):
        raise JSONDecodeError("More than one value on the line", text, end)
    return Json(text, members, place)


def _name(text: str, place: int) -> tuple[str, int]:
    """A member's name, and where its value begins."""
    if text[place : place + 1] != '"':
        raise JSONDecodeError("Expecting a name in double quotes", text, place)
    key, place = _VALUE(text, place)
    return key, _after_space(text, _expect(":", text, _after_space(text, place)))


def _after_space(text: str, place: int) -> int:
    if text[place : place + 1] > " ":
        return place
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _expect(sign: str, text: str, place: int) -> int:
    if text[place : place + 1] != sign:
        raise JSONDecodeError(f"Expecting {sign!r}", text, place)
    return place + 1
