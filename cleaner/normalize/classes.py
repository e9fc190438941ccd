"""Classes of characters that the steps share, each written as the inside of a class of a regular expression."""

LETTERS = "ء-غف-ي"  # hamza … ghain, feh … yeh: the letters of Arabic, without tatweel between them
PERSIAN_TWINS = "یکہھ"  # farsi yeh, keheh, heh goal, heh doachashmee: what other keyboards give for ي ك ه
FOREIGN_LETTERS = "ٲ-ۓە"  # alef with wavy hamza … yeh barree, ae: Persian, Urdu, Kurdish …, the twins among them
OTHER_LETTERS = f"ٱ{FOREIGN_LETTERS}"  # and alef wasla, of scripture
MARKS = "\N{ARABIC FATHATAN}-\N{ARABIC WAVY HAMZA BELOW}\N{ARABIC LETTER SUPERSCRIPT ALEF}"
HELD = "اويىر"  # alef, waw, yeh, alef maksura, reh: what writers stretch; others may rightly stand three times
RECITATION = (  # signs of Qur'an recitation
    "\N{ARABIC SMALL HIGH LIGATURE SAD WITH LAM WITH ALEF MAKSURA}-\N{ARABIC SMALL LOW MEEM}"
)
WORD = LETTERS + OTHER_LETTERS + MARKS
TATWEEL = "\N{ARABIC TATWEEL}"
DIGITS = "0-9٠-٩۰-۹"
INVISIBLE = (
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{WORD JOINER}-\N{NOMINAL DIGIT SHAPES}"
    "\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}"
)
JOINER = "\N{ZERO WIDTH JOINER}"
ODD_SPACES = "\N{NO-BREAK SPACE}\N{EN QUAD}-\N{HAIR SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
FORMS = (  # presentation forms of letters and of runs of two or three letters; words and phrases such as ﷺ are none
    "\N{ARABIC LETTER ALEF WASLA ISOLATED FORM}-\N{ARABIC LETTER YEH BARREE WITH HAMZA ABOVE FINAL FORM}"
    "\N{ARABIC LETTER NG ISOLATED FORM}-\N{ARABIC LIGATURE ALEF WITH FATHATAN ISOLATED FORM}"
    "\N{ARABIC LIGATURE ALLAH ISOLATED FORM}"
    "\N{ARABIC FATHATAN ISOLATED FORM}-\N{ARABIC LIGATURE LAM WITH ALEF FINAL FORM}"
)
SHIELD = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for a masked span while the steps run (see mask.py)
