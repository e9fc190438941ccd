"""Whether a document is written in a dialect, told by words that no other Arabic has; and what only dialects have."""

from collections.abc import Collection

from cleaner.normalize.surroundings import skeletons
from cleaner.pattern import pattern

# Function words of Egypt, the Levant, Iraq, the Gulf and the Maghreb, as skeletons.
_SIGNS = skeletons(
    "اللي مش مب مو موب مهوب ماني وش ايش إيش شو شنو شنهو ليش ليه لسه هسه هسع دلوقتي دلوقت دلوأتي كده كدا هيك"
    " هاي ده دي دا دول عشان علشان مشان منشان زي فين وين منين شلون ازاي إزاي شكون علاش كيفاش واش عايز عايزة عاوز"
    " عاوزة ابغى أبغى تبغى يبغى تبي يبي تبون محد محدش مفيش مافيش معلش احنا إحنا حنا انتو إنتو انتي إنتي راح رح"
    " بدي بدك بده باش غادي برشا بزاف هذي هاذي هذول برضو برضه لانو لأنو هلق هلأ كتير كتيرة يمه هاه ايوه أيوه"
    " مبارح امبارح هون لحالي لحاله هنن متل اكتر أكتر جوا"
)
# Words that in a dialect are spelt as they are said: my mother in the Levant, my head, he takes, tomorrow, he came.
_OWN_WORDS = (
    "إمي وإمي لإمي إمك إمها باجر راس الراس راسي راسك راسه راسها راسو راسهم براسي براسه كاس الكاس راه راها راهم راك راني"
    " اجا اجت اجو اجوا اجي"
)
_OWN = frozenset(_OWN_WORDS.split())
_HAMZALESS_VERB = pattern("[وف]?[بهح]?[يتن]ا(?:خذ|خد|كل)(?:ون|وا|ين|و|ي|ه|ها|هم|ك|ني)?")
_PUNCTUATION = '.,،؛:!?؟…"«»“”()'
FEWEST = 2  # of these words, so that one quoted makes no dialect


def is_colloquial(tokens: Collection[str]) -> bool:
    """Whether these tokens, all unlike ones of a document, are of a dialect.

    >>> is_colloquial({"مش", "عارفة", "ليه؟"}), is_colloquial({"ليس", "المدينة"})
    (True, False)
    """
    words = " ".join(token.strip(_PUNCTUATION) for token in tokens)
    return sum(skeleton in _SIGNS for skeleton in skeletons(words)) >= FEWEST


def is_own_of_dialects(word: str) -> bool:
    """Whether a dialect writes so what the common language writes otherwise.

    >>> is_own_of_dialects("ياخذ"), is_own_of_dialects("إمي"), is_own_of_dialects("بدات")
    (True, True, False)
    """
    return word in _OWN or _HAMZALESS_VERB.fullmatch(word) is not None
