"""The lexicon: its file is what the build makes, small, mapped and not loaded; it answers as the build was told."""

import ast
import mmap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.normalize import build_kin, build_lexicon, lexicon
from cleaner.normalize.lexicon import LEVEL_STEP, Lexicon, number_of, shipped, word_of
from cleaner.normalize.slips import skeleton

LARGEST = 3_000_000  # bytes

FREQUENCIES = {"مدينة": 1e-4, "مدينه": 2e-6, "علي": 1e-5, "على": 1e-2, "أنهار": 2e-6, "انهار": 2e-6, "قلم": 1e-5}


def built(tmp_path: Path, frequencies: dict[str, float]) -> Lexicon:
    path = tmp_path / "small.bin"
    path.write_bytes(build_lexicon.encode(build_lexicon.by_skeleton(frequencies)))
    return Lexicon(path)


def test_unknown_skeletons_have_no_spellings(tmp_path: Path) -> None:
    small = built(tmp_path, FREQUENCIES)
    assert [small.spellings(word) for word in ("كتاب", "ق", "قلمم", "")] == [()] * 4


def test_look_ups_answer_as_the_build_was_told(tmp_path: Path) -> None:
    small = built(tmp_path, FREQUENCIES)
    found = {word: weight for key in map(skeleton, FREQUENCIES) for word, weight in small.spellings(key)}
    assert found.keys() == FREQUENCIES.keys()
    for word, weight in found.items():
        assert 2.718281828**weight == pytest.approx(FREQUENCIES[word], rel=LEVEL_STEP / 2 + 0.01)
    assert [spelling.word for spelling in small.spellings("علي")] == ["على", "علي"]  # commonest first


def test_slips_are_left_out_and_what_is_no_slip_stays() -> None:
    def kept(words: dict[str, float]) -> set[str]:
        return set(build_lexicon.without_slips(words, lambda word: 1e-4 * (word in ("يعلم", "يقول"))))

    assert kept({"مدينة": 1e-4, "مدينه": 2e-6}) == {"مدينة"}
    assert kept({"إذا": 1e-3, "اذا": 3e-4}) == {"إذا"}  # never right, however common
    assert kept({"أنهار": 2e-6, "انهار": 2e-6}) == {"أنهار", "انهار"}
    assert kept({"اجتماع": 1e-4, "إجتماع": 5e-6}) == {"اجتماع"}
    assert kept({"أعلم": 2e-5, "اعلم": 1e-5}) == {"أعلم", "اعلم"}  # an imperative, as there is a verb
    assert kept({"أقول": 2e-5, "اقول": 1e-5}) == {"أقول"}  # the imperative is قل
    assert kept({"أختي": 2e-5, "اختي": 1e-5}) == {"أختي"}
    assert kept({"الإخوة": 2e-5, "الاخوة": 1e-5}) == {"الإخوة"}
    assert kept({"إزاي": 1e-5, "ازاي": 2e-5}) == {"إزاي", "ازاي"}  # dialect: writers like it better so


@given(st.text("اأإآبويىئؤهةء", min_size=1, max_size=9))
def test_every_spelling_has_one_number(word: str) -> None:
    key = skeleton(word)
    number = number_of(word, key)
    assert number is None or word_of(number, key) == word


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"something else altogether")
    with pytest.raises(ValueError, match="build it with python -m"):
        Lexicon(path)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("الي", ["إلى", "آلي"]),
        ("في", ["في"]),
        ("المدينه", ["المدينة"]),
        ("علي", ["على", "علي"]),
        ("استخدام", ["استخدام"]),
        ("لاجراء", ["لإجراء"]),
        ("الصاله", ["الصالة"]),
        ("الاختلاف", ["الاختلاف"]),
        ("الاصدار", ["الإصدار"]),
        ("الكره", ["الكرة", "الكره"]),
    ],
)
def test_the_shipped_file_knows_what_is_never_right(key: str, words: list[str]) -> None:
    assert [spelling.word for spelling in shipped().spellings(key)] == words


@pytest.mark.parametrize(
    ("word", "relative", "kin"),
    [
        ("يرضي", "يرضيها", True),  # ى does not stand before a pronoun
        ("يسعي", "يسعون", False),
        ("كتابه", "كتابها", True),
        ("الكتابه", "الكتابها", False),  # no pronoun follows the article
        ("أستعير", "يستعير", True),
        ("أنتهاء", "ينتهي", False),
        ("احذري", "احذروا", True),
        ("وسامي", "سامي", True),
        ("البشرى", "بشرى", True),
        ("التخلى", "تخلى", False),  # a verb, and it has no article
        ("تنادى", "تنادوا", True),
        ("تنتهى", "تنتهوا", False),  # the same person's present
        ("أيمان", "أيمانكم", True),
        ("في", "فيها", False),  # too short to tell
    ],
)
def test_grammar_asks_for_relatives(word: str, relative: str, kin: bool) -> None:
    assert (build_kin.kin_frequency(word, lambda other: 1e-6 if other == relative else 0.0) > 0) == kin


def test_the_shipped_file_is_small_and_names_its_sources() -> None:
    assert lexicon.PATH.stat().st_size <= LARGEST
    notice = lexicon.PATH.with_suffix(".LICENSE").read_text("utf-8")
    assert "CC BY-SA 4.0" in notice
    assert "wordfreq" in notice


def test_opening_maps_the_file_and_builds_nothing() -> None:
    opened = Lexicon()
    (kept,) = vars(opened).values()
    assert isinstance(kept, mmap.mmap)
    assert len(kept) == lexicon.PATH.stat().st_size


def test_wordfreq_is_needed_by_the_build_alone() -> None:
    for path in Path(lexicon.__file__).parents[1].rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        imported |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
        assert ("wordfreq" in imported) == (path.name == "build_lexicon.py")


def test_a_word_with_relatives_stays_in_the_lexicon() -> None:
    groups = {"يسمي": {"يسمى": 9e-5, "يسمي": 7e-6}, "يسميها": {"يسميها": 4e-6}}
    meant = {group: build_lexicon.without_slips(words, lambda _: 0.0) for group, words in groups.items()}
    assert list(meant["يسمي"]) == ["يسمى"]
    assert build_lexicon.with_kin(groups, meant)["يسمي"]["يسمي"] == 4e-6
    del meant["يسميها"], groups["يسميها"]
    assert list(build_lexicon.with_kin(groups, meant)["يسمي"]) == ["يسمى"]


@pytest.mark.parametrize(
    ("word", "raw", "current"),
    [
        ("انستغرام", {"انستغرام": 5e-6, "إنستغرام": 3e-6}, True),
        ("الانستغرام", {"الانستغرام": 5e-6, "الإنستغرام": 3e-6}, True),
        ("الاسبوع", {"الأسبوع": 9e-5, "الاسبوع": 2e-5}, False),
        ("انا", {"انا": 8e-4, "أنا": 7e-4}, False),  # too short: chat drops its hamzas
        ("رايات", {"رايات": 5e-6, "رأيات": 1e-7}, False),  # no alef begins its stem
    ],
)
def test_long_words_mostly_written_with_a_bare_alef_are_no_slips(
    word: str, raw: dict[str, float], current: bool
) -> None:
    assert build_kin.is_current_bare(word, raw) == current


def test_the_build_makes_the_shipped_file() -> None:
    pytest.importorskip("wordfreq", reason="of the dev extra")
    assert build_lexicon.build() == lexicon.PATH.read_bytes()
