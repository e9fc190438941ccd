"""The encoding that a page names itself, for bytes that are no UTF-8."""

import codecs
import re

from cleaner.reading.binary import has_many_controls, refuse_signature
from cleaner.reading.decode import Decoded, decode, read_as

_HEAD = 4096  # bytes in which the page must say it
_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{2,40})", re.I)
# What browsers take these names for.
_MEANS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
_MEANS |= {"gbk": "gb18030", "iso-8859-9": "cp1254", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932"}
_MOST_BAD = 0.001  # of the characters: a page in the encoding it names may still hold a few strange bytes


def decode_page(data: bytes, encoding: str | None = None) -> Decoded:
    """As `decode`, but where the bytes are no UTF-8 the page's own word counts, if it fits.

    >>> page = '<meta charset="windows-1256"><p>كتاب'.encode("cp1256")
    >>> decode_page(page).text[-4:], decode_page(page).encoding
    ('كتاب', 'windows-1256')
    """
    if encoding is None and (codec := _declared(data)) and not _is_utf8(data) and not has_many_controls(data):
        refuse_signature(data)
        found = read_as(data, codec)
        if found.text.count("\N{REPLACEMENT CHARACTER}") <= _MOST_BAD * len(found.text):
            return found._replace(certainty="guessed")
    return decode(data, encoding)


def _declared(data: bytes) -> str | None:
    """The codec that the head names; UTF-16 cannot be, for then the name itself would not be found."""
    found = _CHARSET.search(data[:_HEAD])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    try:
        codec = codecs.lookup(_MEANS.get(name, name)).name
        b" ".decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    return None if codec.startswith("utf") else codec


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
