"""等次换算: a word to points."""

import pytest

from tests.domain.made_up import leaf, one_leaf, points

WORDS = "好:10; 较好:8; 一般:6; 较差:0"


@pytest.mark.parametrize(("word", "score"), [("好", "10.00"), ("较好", "8.00"), ("较 差", "0.00")])
def test_the_points_of_a_word(word, score):
    assert points("等次换算", WORDS, word, "10") == score


def test_the_points_may_be_a_formula():
    assert points("等次换算", "好:分值; 较好:分值*80%", "较好", "10") == "8.00"


def test_another_word_is_a_fault_and_no_score():
    node = leaf("等次换算", WORDS, "很好", "10")
    assert (node.score, node.missing_rule) == (None, "")
    assert node.reason == "“很好”不是规定的等次（好、较好、一般、较差）"


def test_the_rule_knows_its_words_for_the_import():
    rule = one_leaf("等次换算", WORDS, kind="等次").sets[0].indicators[1].rule
    assert rule.knows("较 好")
    assert not rule.knows("优秀")
