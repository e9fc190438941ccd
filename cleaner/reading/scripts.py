"""Scripts, styles and comments, half of most pages, taken out before the parser sees them: that costs less than to
parse them, and nothing of them is ever text.

Only what is plainly one goes. What may be the value of an attribute, what has no end of its own, or what holds the
beginning of a comment, in which other rules hold, stays for the parser to judge, and so do the data that the metadata
are read from.
"""

import re

from cleaner.pattern import pattern

_COMMENT = r"--(?!-?>)[^-]*+(?:-(?!-!?>)[^-]*+)*+"
_NO_DATA = r"[^<>l]{0,500}+(?:l(?!d[+&])[^<>l]{0,500}+){0,99}+"  # attributes, not of application/ld+json
_GOES = (
    rf"!(?<![\"'=]<!){_COMMENT}--!?>",
    rf"(?i:s(?<![\"'=]<s)(cript|tyle)\b{_NO_DATA}(?<!/)>[^<]*+(?:<(?!/s\1\b|!)[^<]*+)*+</s\1\s*+>)",
)
# Read to the end, for in these a `<` begins nothing.
_STAYS = (
    rf"!{_COMMENT}(?:--!?>|\Z)",
    r"(?i:(s(?:cript|tyle)|title|textarea)\b[^<]*+(?:<(?!/\3\b)[^<]*+)*+(?:</\3|\Z))",
)
_UNSEEN = pattern(rf"<(?=[sStT!])(?:{'|'.join(_GOES)}|({'|'.join(_STAYS)}))")


def without_scripts(page: str) -> str:
    """The page without its scripts, styles and comments, but for those that the parser has to judge. Linear.

    >>> without_scripts("<p>One.<script>two()</script><title>The <script> tag</title><style>three</style><!-- four -->")
    '<p>One.<title>The <script> tag</title>'
    """
    return _UNSEEN.sub(_kept, page)


def _kept(found: re.Match[str]) -> str:
    return found[0] if found[2] else ""
