"""What changed in a score between two periods, part by part."""

from decimal import Decimal

from app.domain.comparing import part_changes
from app.domain.entries import State
from app.domain.explanation import Node
from app.domain.facts import PersonResult, Status


def result(**scores: str | None) -> PersonResult:
    """A result whose leaves have these scores; a None is a leaf that waits."""
    leaves = tuple(
        Node(
            "leaf",
            f"指标{code}",
            code,
            score and Decimal(score),
            value=score,
            state=State.VALUE if score else State.EMPTY,
        )
        for code, score in scores.items()
    )
    tree = Node("total", "总分", "总分", None, children=leaves)
    return PersonResult("P1", "某人", "民一庭", "", "", "法官", "法官", Decimal(3), Status.COMPLETE, "", "", None, tree)


def test_the_greatest_change_comes_first_and_what_stayed_is_left_out() -> None:
    changes = part_changes(result(A="10.00", B="20.00", C="5.00"), result(A="9.00", B="26.00", C="5.00"))
    assert [(each.code, each.change) for each in changes] == [("B", Decimal("6.00")), ("A", Decimal("-1.00"))]


def test_a_part_that_is_in_one_period_only_stands_at_the_end_without_a_change() -> None:
    changes = part_changes(result(A="10.00"), result(A="12.00", B="3.00"))
    assert [(each.code, each.old_score, each.new_score, each.change) for each in changes] == [
        ("A", Decimal("10.00"), Decimal("12.00"), Decimal("2.00")),
        ("B", None, Decimal("3.00"), None),
    ]


def test_a_leaf_that_waits_shows_its_kind_of_nothing() -> None:
    (change,) = part_changes(result(A="10.00"), result(A=None))
    assert (change.old_value, change.new_value) == ("10.00", "未填")
