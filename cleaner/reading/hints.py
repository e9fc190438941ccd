"""What the names of a container say: class, id, role and itemprop, cut into words, each looked up in lists of kinds.

The kinds are bits of one number, so that what all the containers around a block say is one `|`. The words are those
that sites of many languages use; which kind speaks for the article and which against it is fitted, not decided here.
"""

import re
from functools import lru_cache

_WORDS = {
    "comment": (
        "comment comments disqus respond reply replies commentform commentlist commenter discussion livefyre coral "
        "kommentar kommentare commentaire commentaires comentario comentarios commenti yorum yorumlar reactie "
        "reacties reaction reactions diskuse diskussion condolence condolences guestbook komentarze komentarz "
        "komentare comentarii hozzaszolasok commentsection commentbox commentbody commenttext commentblock cmt cmts"
    ),
    "related": (
        "related recommended recommendations recommend recommendation recirc recirculation outbrain taboola suggested "
        "suggestions associated similar similares relacionadas relacionados relacionada ilgili correlati correlate "
        "verwandt relatedcontent relatedarticles relatedarticle relatedposts relatedpost relatednews relatedlinks "
        "relatedstories relatedbox seealso readalso relacionado aussi anche tambien tambem interesar powiazane "
        "souvisejici kapcsolodo ajanlo empfehlungen weiterlesen yarpp zergnet mgid revcontent plista"
    ),
    "more": (
        "more most popular trending latest recent readmore next previous prev upnext last newest mehr weitere mas "
        "autres"
    ),
    "teaser": (
        "teaser teasers card cards promo promos carousel swiper slider slide slides tile tiles headlines posts "
        "stories grid listing feed archive preview"
    ),
    "caption": (
        "caption captions figcaption imagecaption bildunterschrift leyenda legende bildtext legenda didascalia "
        "photocaption imgcaption bildtexte"
    ),
    "credit": (
        "credit credits copyright attribution source quelle credito creditos photographer photocredit imagecredit"
    ),
    "byline": (
        "byline bylines author authors contributor contributors writer writers reporter autor autoren auteur auteurs "
        "autore yazar authorbox authorbio authorinfo authorname authorblock signature autori szerzo"
    ),
    "biography": "bio biography about vcard profile avatar gravatar saboxplugin",
    "date": (
        "date dates time timestamp published posted pubdate updated datetime dateline modified datum fecha hora tarih"
    ),
    "meta": "meta metadata postmeta entrymeta info infos byuser details detail",
    "section": (
        "kicker eyebrow overline category categories taxonomy section cat cats breadcrumb breadcrumbs crumbs rubrik"
    ),
    "tags": (
        "tags tagged topics keywords taglist tagcloud etiquetas etiket etiketler schlagworte tagslist tagbox "
        "articletags posttags tagi stichworte temas"
    ),
    "share": (
        "share sharing shares shared social socials sharedaddy addthis addtoany facebook twitter whatsapp linkedin "
        "pinterest instagram sns follow likes like print teilen compartir partager paylas sharebar sharebuttons "
        "sharebutton sharebox sharelinks sharetools socialbar socialshare socialshares sociallinks socialicons "
        "compartilhar compartilhe condividi delen udostepnij"
    ),
    "newsletter": (
        "newsletter newsletters subscribe subscription signup optin mailchimp subscriber bulletin mailing convertkit "
        "hubspot nieuwsbrief nyhetsbrev newsletterbox newslettersignup enews boletin mailpoet mailerlite "
        "klaviyo sendinblue"
    ),
    "form": "form forms gform field fields input login signin register auth required search searchform password",
    "advertisement": (
        "ad ads advert adverts advertisement advertising adsense sponsor sponsored sponsors banner dfp gpt adslot "
        "adunit affiliate native werbung anzeige publicidad publicite reklam"
    ),
    "offer": (
        "promo promotion cta ctas donate donates donation donations appeal offer paywall upsell pricing subscribe "
        "commercial marketing action"
    ),
    "menu": (
        "nav navigation navbar menu menus submenu menuitem megamenu pagination pager subnav navi burger hamburger "
        "sitemap"
    ),
    "tabs": "toolbar dropdown tabs tab skip",
    "footer": "footer foot colophon contentinfo legal bottom",
    "header": "header masthead topbar hero top head",
    "sidebar": "sidebar aside complementary widget widgets rail secondary side sidebarright textwidget",
    "dialog": (
        "modal popup popover overlay cookie cookies consent gdpr privacy tooltip dialog lightbox offcanvas "
        "notification notice popin toast onetrust cybot didomi usercentrics iubenda cmplz complianz cky trustarc "
        "truste axeptio tarteaucitron klaro borlabs osano termly cmpbox cookiebar cookiebanner cookieconsent "
        "cookienotice cookiewall cookielaw cookiehub eucookielaw ccpa rgpd dsgvo lgpd privacymanager gdprcookie "
        "interstitial"
    ),
    "contents": "toc contents jump index anchor",
    "body": (
        "body articlebody articlecontent prose richtext rte wysiwyg markup rich editor freetext textblock corpo "
        "cuerpo icerik"
    ),
    "content": "content contents main primary single page",
    "text": "text texto textes paragraph paragraphs copy txt fliesstext",
    "article": "article post entry hentry blog news story longform artikel articulo articolo noticia haber nota",
    "lead": (
        "standfirst lead lede intro excerpt summary deck dek description abstract subtitle subhead subheadline chapo "
        "sapo sommario vorspann bajada entradilla spot perex ingress manchet zajawka copete strapline blurb introtext "
        "anrisstext subtitulo sottotitolo soustitre catenaccio underrubrik desc descp "
        "chapeau linhafina ingressi"
    ),
    "title": "title headline heading subheading titel titulo titre",
    "quote": "quote pullquote blockquote",
    "media": (
        "gallery video player embed audio podcast image photo media slideshow figure img pic picture thumbnail photos "
        "images pictures videos foto fotos bild imagen imagem immagine galerie galeria"
    ),
    "hidden": "hidden hide sr screenreader visually only offscreen invisible none collapsed",
    "note": "disclaimer disclosure notes footnotes footnote references reference correction",
    "tweet": "tweet tweets oembed",
    "verse": "poem poems poetry verse verses stanza stanzas qasida bayt",
    "question": "faq accordion question answer",
    "recipe": (
        "ingredient ingredients ingrediente ingredientes ingredienti ingredienten ingredienser ingredientlist "
        "recipeingredient recipeingredients recipeinstructions zutaten zutatenliste malzeme malzemeler skladniki"
    ),
    "live": "live liveblog ticker update updates timeline",
    "list": "list items listitem links link",
    "box": "box infobox factbox inset callout highlight panel",
    "facts": (
        "infobox factbox fact facts fakt fakta fakten faktbox kader faktaruta faktaboks infokasten infoboks infobase "
        "encadre apoyo despiece"
    ),
    "tool": (
        "tools tool actions buttons button btn btns toggle controls icon icons feedback rating ratings vote votes "
        "count counter"
    ),
}
# From languages that name with Latin letters what they write in others, or without their accents.
_ROMANISED = {
    "comment": (
        "talkback talkbacks komentar binhluan nazarat didgah otzyvy kommentarii kuchikomi kondolenz kondolenzen "
        "kondolenzbuch gedenkkerzen condoleances condoglianze"
    ),
    "recipe": "mavad",
    "related": (
        "benzer terkait lienquan tinlienquan kanren osusume relate relates relatednews relatenews connexes connexe "
        "gerelateerd relaterad relaterade relaterat relatert relaterte relateret relaterede suvisiace povezano vezano "
        "slicne relacionats tengt podobne susije seotud recomendados recomendadas recommande consigliati "
        "relation"
    ),
    "more": "terpopuler populer terkini",
    "advertisement": "iklan quangcao reklama",
    "byline": "yazarlar penulis tacgia journalist journalists",
    "body": "honbun noidung",
    "lead": "subheader",
}
# Two words in a row that say what neither says alone.
_PAIRS = {
    "comment": "memory-wall tribute-wall guest-book",
    "related": (
        "read-also also-read see-also baca-juga doc-them xem-them leia-mais saiba-mais veja-mais read-next more-on "
        "more-from lees-ook lees-meer les-ogsa las-mer laes-ogsaa lue-myos citeste-si zobacz-takze czytaj-takze "
        "read-more"
    ),
    "offer": "support-us",
    "recipe": "recipe-instructions recipe-directions recipe-steps recipe-preparation recipe-method recipe-materials",
    "lead": "linha-fina sub-title sub-head sub-header sub-headline sub-tit tit-sub",
}
_TAG_NAMES = (
    "nav footer aside header form figure button table article main ul ol section blockquote figcaption details dl "
    "address noscript li td label legend summary dialog iframe h1 h2 h3 h4 h5 h6 p"
)
_TAGS = tuple(_TAG_NAMES.split())
KINDS = (*_WORDS, *(f"<{tag}>" for tag in _TAGS), "hidden by attribute", "body of an article", "custom element")
BIT = {kind: 1 << i for i, kind in enumerate(KINDS)}
_BITS_OF_WORD: dict[str, int] = {}
for _kind, _words in (*_WORDS.items(), *_ROMANISED.items()):
    for _word in _words.split():
        _BITS_OF_WORD[_word] = _BITS_OF_WORD.get(_word, 0) | BIT[_kind]
_BITS_OF_PAIR = {tuple(_pair.split("-")): BIT[_kind] for _kind, _pairs in _PAIRS.items() for _pair in _pairs.split()}
_BIT_OF_TAG = {tag: BIT[f"<{tag}>"] for tag in _TAGS}
_BODY, _HIDDEN, _CUSTOM = BIT["body of an article"], BIT["hidden by attribute"], BIT["custom element"]
_SHARE, _MENU = BIT["share"], BIT["menu"]
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))

_FIND_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}(?![a-z])").findall
_FIND_SMALL = re.compile("[a-z]+").findall
_WHOSE, _WHAT = re.compile("article|entry|post|story").search, re.compile("body|content|text").search
_JOIN = re.compile("[Ss]ub[-_](?=[Tt]itle|[Hh]ead)").sub  # «sub-title» is a word, as «subtitle» is
# A word run together with others still tells by how it begins: «commentlinks», «kommentarfeld», «relatedbodynews».
_BIT_OF_OPENING = {
    "commentar": 0,  # a piece of opinion
    **dict.fromkeys(("comment", "kommentar"), BIT["comment"]),
    "related": BIT["related"],
    "newsletter": BIT["newsletter"],
}
_OPENINGS = tuple(_BIT_OF_OPENING)
_SPACE = frozenset(("margin", "padding", "border"))
_SIDES = frozenset(("bottom",))
_MOST_KNOWN = 50_000  # names remembered, for a page repeats its own and sites of one kind share them


def bits(*kinds: str) -> int:
    """The number that holds these kinds."""
    return sum(BIT[kind] for kind in kinds)


@lru_cache(_MOST_KNOWN)
def container_bits(tag: str, hints: str, hidden: bool) -> int:
    """What one container says of itself.

    >>> container_bits("div", "post-comments commentList", False) == bits("comment", "article", "list")
    True
    >>> container_bits("p", "subTitle", False) == bits("<p>", "lead", "title")
    True
    >>> container_bits("div", "kommentarfeld margin-bottom-20", False) == bits("comment")
    True
    """
    number = _BIT_OF_TAG.get(tag, 0)
    if "-" in tag:  # the site's own element: what it is called is as good as a class
        number, hints = _CUSTOM, f"{tag} {hints}"
    if hints:
        low = hints.lower()
        if "sub-" in low or "sub_" in low:
            hints, low = _JOIN("sub", hints), _JOIN("sub", low)
        if "tweet" in low or "embed" in low or (_WHOSE(low) and _WHAT(low)):
            for name in hints.split():
                number |= _read(name)
        else:
            number |= _words_in(hints, low)
        if tag in _HEADINGS:
            number &= ~_MENU  # «anchorWithStickyNavbar» is where a link leads; what heads a menu stands in one
    return number | _HIDDEN if hidden else number


def _words_in(names: str, low: str) -> int:
    """What the words in some names say. low: the same in small letters."""
    number, known, before = 0, _BITS_OF_WORD, ""
    for word in _FIND_SMALL(low) if names == low else map(str.lower, _FIND_WORDS(names)):
        if word in known and not (word == "bottom" and before in _SPACE):
            number |= known[word]
        elif word.startswith(_OPENINGS):
            number |= next((bit for start, bit in _BIT_OF_OPENING.items() if word.startswith(start)), 0)
        if (both := (before, word)) in _BITS_OF_PAIR:
            number |= _BITS_OF_PAIR[both]
        before = word
    return number


def _read(name: str) -> int:
    """What one name says, by more than its words."""
    low = name.lower()
    if "tweet" in low:
        return BIT["tweet"]
    number = _words_in(name, low)
    if _WHOSE(low) and _WHAT(low):
        number |= _BODY
    if number & _SHARE and ("embed" in low or "provider" in low):
        return number & ~_SHARE | BIT["tweet"]  # what somebody else has written there, set into the article
    return number
