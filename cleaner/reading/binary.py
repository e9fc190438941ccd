"""What is no text: files known by their first bytes, and bytes too full of controls to be any writing."""

from cleaner.errors import CleanerError

# Rare in text, common in everything else. Bell to carriage return, ^Z and escape are not counted: old texts hold them.
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in (*range(7, 14), 26, 27))
_SHARE = 33  # one byte in 33 may be such a control; compressed and random data have three
_HEAD = 512

_UNPACK = "unpack it first"
_EXPORT = "export it as plain text first"
_LEAVE = "leave it out"
_CONVERT = "turn it into text files first"
BINARY = "this is binary data, not text; leave it out, or name its encoding with --encoding"

# Signatures that text cannot begin with.
_SURE: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF document", _EXPORT),
    (b"{\\rtf", "an RTF document", _EXPORT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _EXPORT),
    (b"\x1f\x8b\x08", "gzip data", _UNPACK),
    (b"PK\3\4", "a ZIP archive or a document packed as one (DOCX, ODT, EPUB)", "unpack or export it first"),
    (b"PK\5\6", "an empty ZIP archive", _LEAVE),
    (b"\x28\xb5\x2f\xfd", "Zstandard data", _UNPACK),
    (b"\xfd7zXZ\0", "xz data", _UNPACK),
    (b"BZh91AY&SY", "bzip2 data", _UNPACK),
    (b"\x04\x22\x4d\x18", "LZ4 data", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\7", "a RAR archive", _UNPACK),
    (b"PAR1\x15", "a Parquet table", _CONVERT),
    (b"ARROW1\0\0", "an Arrow table", _CONVERT),
    (b"SQLite format 3\0", "an SQLite database", _CONVERT),
    (b"\x89HDF\r\n\x1a\n", "an HDF5 file", _CONVERT),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _LEAVE),
    (b"\xff\xd8\xff", "a JPEG image", _LEAVE),
    (b"\x7fELF", "an ELF program", _LEAVE),
    (b"\0asm", "a WebAssembly program", _LEAVE),
    (b"\xca\xfe\xba\xbe", "a compiled program", _LEAVE),
)
# Plain letters that an article might begin with: believed only if a NUL stands near. (offset, bytes, …)
_WITH_NUL: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"PAR1", "a Parquet table", _CONVERT),
    (0, b"GIF8", "a GIF image", _LEAVE),
    (0, b"RIFF", "an image, sound or film", _LEAVE),
    (0, b"OggS", "a sound or film", _LEAVE),
    (0, b"ID3", "a sound file", _LEAVE),
    (0, b"MZ", "a Windows program", _LEAVE),
    (0, b"wOF", "a font", _LEAVE),
    (4, b"ftyp", "a film or image", _LEAVE),
    (257, b"ustar", "a tar archive", _UNPACK),
)


def refuse_signature(data: bytes) -> None:
    """Raise if the first bytes are those of a known format, and say of which.

    >>> refuse_signature(b"%PDF-1.7 and so on")
    Traceback (most recent call last):
    ...
    cleaner.errors.CleanerError: this is a PDF document, not text; export it as plain text first
    """
    for signature, what, advice in _SURE:
        if data.startswith(signature):
            raise CleanerError(f"this is {what}, not text; {advice}")
    if b"\0" in data[:_HEAD]:
        for offset, signature, what, advice in _WITH_NUL:
            if data.startswith(signature, offset):
                raise CleanerError(f"this is {what}, not text; {advice}")


def has_many_controls(data: bytes) -> bool:
    """Whether more control bytes stand here than any text in an ASCII-based encoding has.

    >>> has_many_controls(b"a stray \\0 in a sentence of some length"), has_many_controls(b"\\1\\2 ab")
    (False, True)
    """
    return (len(data) - len(data.translate(None, _CONTROLS))) * _SHARE > len(data)
