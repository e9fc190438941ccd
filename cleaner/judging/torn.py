"""Pieces of sentences that a converter tore at every link and every word in bold, fields of data, and code that the
article speaks of: no rule speaks of those.

keep | Nobody on the pier will ever understand how
keep | Facebook                                     a rule knows it as the name of a button, but here it is a word
keep | , of all firms, came to own the ferry's timetable.
"""

from collections.abc import Sequence, Set

from cleaner.document import Block
from cleaner.judging.code import is_code, is_example, is_field, is_full_of_leaks
from cleaner.judging.match import Marks
from cleaner.judging.traits import having, is_leaked_code
from cleaner.pattern import pattern
from cleaner.rules.rule import Rule

_LONGEST = 80  # characters of the words between
_LEAST, _LEAST_UNMARKED = 20, 40  # of what stands above, where a mark goes on below, and where a small letter does
_LEAST_BELOW = 10  # of what goes on with a small letter
_OPEN = frozenset(",(“«")  # besides letters, what the line above may end in
_FIRST_SIGNS = frozenset(",;.!?،؛؟)»”'’")  # a line that goes on begins with one of these, or with a small letter
_MARK = pattern(r"[,;.!?،؛؟)»”](?:\s|$|[,;.)»”\"'])|['’]s\b")  # no line of its own begins so


def standing_alone(blocks: Sequence[Block], marks: Marks, rules: frozenset[Rule]) -> Marks:
    """The marks without those of our rules on such pieces, or the same. What a user's own rule says of a line holds
    everywhere. rules: those of the marks.
    """
    last = len(blocks) - 1
    begun = [i for i in marks if 0 < i < last and ((first := blocks[i + 1].text[0]) in _FIRST_SIGNS or first.islower())]
    amid = [i for i in begun if i - 1 not in marks and i + 1 not in marks and _is_amid(blocks, marks, i)]
    amid += [i for i in marks if blocks[i].text[0] == '"' and is_field(blocks[i].text)]
    if having(is_leaked_code, rules):
        leaked = {i for i in marks if any(map(is_leaked_code, marks[i]))}
        if _shows_code(blocks, marks, leaked):
            amid += [i for i in marks if i in leaked or is_code(blocks[i].text)]
        else:
            amid = [i for i in amid if i not in leaked]  # fields of data that the page tells of itself
    if not amid:
        return marks
    own = {i: tuple(rule for rule in marks[i] if not rule.trusted) for i in amid}
    return {i: left for i, left in (marks | own).items() if left}


def _shows_code(blocks: Sequence[Block], marks: Marks, leaked: Set[int]) -> bool:
    """Whether lines that look like code which a converter left are examples of what the article speaks of."""
    texts = [block.text for block in blocks]
    return not is_full_of_leaks(texts[i] for i in leaked) and is_example(texts, leaked, marks)


def _is_amid(blocks: Sequence[Block], marks: Marks, i: int) -> bool:
    """Whether the line above ends amid a sentence, and the one below goes on with one."""
    above, below = blocks[i - 1], blocks[i + 1]
    end = above.text[-1]
    if not (end in _OPEN or (end.isalpha() and not end.isupper())) or len(blocks[i].text) > _LONGEST:
        return False
    if not above.line + 1 == blocks[i].line == below.line - 1:
        return False
    # Below a headline may stand a date and «by …» or a comma, below a button of a thread a name in small letters.
    is_word = all(rule.kind == "chrome" for rule in marks[i])
    goes_on = len(below.text) >= _LEAST_BELOW
    if _MARK.match(below.text):
        return len(above.text) >= _LEAST and (goes_on or is_word)
    return len(above.text) >= _LEAST_UNMARKED and goes_on and is_word and below.text[0].islower()
