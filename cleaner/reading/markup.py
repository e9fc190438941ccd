"""What HTML elements do to the text inside them. The only place that names them."""

# Roles, in the order in which the walk asks for them.
TEXT, INLINE, LINK, PICTURE, BREAK, SILENT, CELL, TELLING, LASTING, PLAIN = range(10)

ROLE_OF: dict[str, int] = {
    "-text": TEXT,
    "br": BREAK,
    # Stand in a line of text.
    **dict.fromkeys(
        ["abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "ruby", "rb", "rt", "rtc", "rp", "s", "samp", "slot", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"],
        INLINE,
    ),
    "a": LINK,
    "img": PICTURE,
    # Never text: code, pictures, form fields, other documents. What <noscript> and <noframes> hold is text.
    **dict.fromkeys(
        ["-comment", "-doctype", "script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas", "input", "textarea", "select", "datalist", "audio", "video", "picture", "map", "meter", "progress", "title", "head", "meta", "link", "base", "param", "source", "track", "area"],
        SILENT,
    ),
    **dict.fromkeys(("td", "th"), CELL),
    # Block elements that tell what their text is, where no inner one says otherwise.
    **dict.fromkeys(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr"], TELLING),
    # These outlast a paragraph inside them.
    **dict.fromkeys(["blockquote", "figcaption", "caption", "pre", "plaintext"], LASTING),
}  # all others, those of the page's own invention among them: PLAIN blocks

LASTING_TAGS = frozenset(tag for tag, role in ROLE_OF.items() if role == LASTING)
IN_A_ROW = frozenset(("tr", "td", "th"))
