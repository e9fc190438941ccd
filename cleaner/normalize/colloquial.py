"""Whether a document is written in a dialect, told by words that no other Arabic has."""

from collections.abc import Collection

from cleaner.normalize.surroundings import skeletons

# Function words of Egypt, the Levant, Iraq, the Gulf and the Maghreb, as skeletons.
_SIGNS = skeletons(
    "اللي مش مب مو موب مهوب ماني وش ايش إيش شو شنو شنهو ليش ليه لسه هسه هسع دلوقتي دلوقت دلوأتي كده كدا هيك"
    " هاي ده دي دا دول عشان علشان مشان منشان زي فين وين منين شلون ازاي إزاي شكون علاش كيفاش واش عايز عايزة عاوز"
    " عاوزة ابغى أبغى تبغى يبغى تبي يبي تبون محد محدش مفيش مافيش معلش احنا إحنا حنا انتو إنتو انتي إنتي راح رح"
    " بدي بدك بده باش غادي برشا بزاف هذي هاذي هذول برضو برضه لانو لأنو هلق هلأ كتير كتيرة يمه هاه ايوه أيوه"
    " مبارح امبارح هون لحالي لحاله هنن متل اكتر أكتر جوا"
)
FEWEST = 2  # of these words, so that one quoted makes no dialect


def is_colloquial(tokens: Collection[str]) -> bool:
    """Whether these tokens, all unlike ones of a document, are of a dialect.

    >>> is_colloquial({"مش", "عارفة", "ليه"}), is_colloquial({"ليس", "المدينة"})
    (True, False)
    """
    return sum(skeleton in _SIGNS for skeleton in skeletons(" ".join(tokens))) >= FEWEST
