"""Texts that somebody typed for a repository: licences, read-me files, programs. They are no pages, whatever words
stand in them.

keep | Copyright (c) 2021 The Authors of the Reader
keep | All rights reserved.
keep | Redistribution and use in source and binary forms, with or without
keep | modification, are permitted provided that the following conditions are met:
"""

from cleaner.document import BlockKind
from cleaner.judging.code import may_be_code
from cleaner.judging.first_post import first_stamp
from cleaner.judging.scene import Scene
from cleaner.judging.traits import is_leaked_code
from cleaner.pattern import pattern
from cleaner.reading.kinds import LONG_SHAPES, PROSE_SHAPES
from cleaner.rules.rule import Rule

_PROSE = BlockKind.PROSE
_ASCII = 0.95  # share of the lines: writers of pages have dashes, quotation marks and © that no keyboard has
_LEAST_LINES = 4  # of a program
_PROGRAM, _HALF = 0.75, 0.5  # share of the lines that may be code
_TERMS = "-licence-terms"  # ends the ids of rules that know the sentences of licences
_LEAST_TERMS = 2  # lines: a page may name the licence of its pictures
_OWN = pattern(r"rights|copyright|licence|republish|link-alone|address-alone|dashes|separator|file-name")  # in ids
_ROW = 3  # phrases of menus side by side


def is_typed(scene: Scene, *, is_ascii: bool) -> bool:
    """Whether a text is a program, or has no phrases of menus and is a licence, or broken at a column, or half code."""
    code = _code(scene) if is_ascii else 0.0
    is_half = code >= _HALF and not scene.marked_by(is_leaked_code)
    is_one = is_half or len(scene.marked_by(_is_term)) >= _LEAST_TERMS or _is_broken(scene)
    return code >= _PROGRAM or (is_one and not _has_menu(scene))


def _is_term(rule: Rule) -> bool:
    return rule.id.endswith(_TERMS)


def _is_broken(scene: Scene) -> bool:
    """Whether paragraphs are broken at a column (reading/text.py), all but a few lines of ASCII alone."""
    if scene.has_shape(LONG_SHAPES):
        return False  # nearly always
    blocks = scene.blocks
    if not any(block.kind is _PROSE and block.shape not in PROSE_SHAPES for block in blocks):
        return False
    return sum(block.text.isascii() for block in blocks) >= _ASCII * len(blocks)


def _code(scene: Scene) -> float:
    """The share of the lines that may be code; a few lines are no program."""
    lines = len(scene.blocks)
    return sum(may_be_code(block.text) for block in scene.blocks) / lines if lines >= _LEAST_LINES else 0.0


def _has_menu(scene: Scene) -> bool:
    """Whether rules know phrases side by side for what stands in no licence or read-me, or a forum's stamp."""
    foreign = {i for i, rules in scene.marks.items() if not all(_OWN.search(rule.id) for rule in rules)}
    rows = [i for i in foreign if not foreign.isdisjoint((i - 1, i + 1))]
    return sum(" " in scene.bares[i] for i in rows) >= _ROW or first_stamp(scene) is not None
