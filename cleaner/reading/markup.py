"""What HTML elements do to the text inside them. The only place that names them."""

from functools import cache

# Roles, in the order in which the walk asks for them.
TEXT, INLINE, LINK, PICTURE, BREAK, SILENT, CELL, TELLING, LASTING, PLAIN = range(10)
# A text of these alone shows nothing: editors part paragraphs with one.
UNSEEN = (
    " \n\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}"
)

_INLINE_NAMES = (
    "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q ruby rb rt rtc "
    "rp s samp slot small span strike strong sub sup time tt u var wbr"
)
_SILENT_NAMES = (
    "-comment -doctype script style template svg math iframe object embed canvas input textarea select datalist "
    "audio video picture map meter progress title head meta link base param source track area"
)
_TELLING_NAMES = "p h1 h2 h3 h4 h5 h6 li dt dd tr"
_LASTING_NAMES = "blockquote figcaption caption pre plaintext"
ROLE_OF: dict[str, int] = {
    "-text": TEXT,
    "br": BREAK,
    # Stand in a line of text.
    **dict.fromkeys(
        _INLINE_NAMES.split(),
        INLINE,
    ),
    "a": LINK,
    "img": PICTURE,
    # Never text: code, pictures, form fields, other documents. What <noscript> and <noframes> hold is text.
    **dict.fromkeys(
        _SILENT_NAMES.split(),
        SILENT,
    ),
    **dict.fromkeys(("td", "th"), CELL),
    # Block elements that tell what their text is, where no inner one says otherwise.
    **dict.fromkeys(_TELLING_NAMES.split(), TELLING),
    # These outlast a paragraph inside them.
    **dict.fromkeys(_LASTING_NAMES.split(), LASTING),
}  # all others, those of the page's own invention among them: PLAIN blocks


@cache
def roles_by_number() -> dict[int, int]:
    """The roles by the parser's numbers for tags, which cost it less than the names."""
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser("<!doctype html><p>text<!-- comment -->")
    nodes = [parser.create_node(name) for name in ROLE_OF if not name.startswith("-")]
    if root := parser.root:
        nodes += root.traverse(include_text=True)
        nodes += [root.prev] if root.prev else []  # the doctype
    return {node.tag_id: ROLE_OF[node.tag] for node in nodes if node.tag in ROLE_OF}


LASTING_TAGS = frozenset(tag for tag, role in ROLE_OF.items() if role == LASTING)
IN_A_ROW = frozenset(("tr", "td", "th"))
