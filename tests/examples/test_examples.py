"""Worked examples that a personnel office can read and sign: every figure was worked out by hand, in the file itself."""

import pytest

from app.domain.grades.grading import propose
from app.domain.rules import RULES
from app.domain.scoring import evaluate
from tests.examples.reading import FOLDER, Example, examples, explanation_lines

EXAMPLES = examples()
CASES = [(each, wanted) for each in EXAMPLES for wanted in each.expected]
WORDS = {"complete": "完整", "incomplete": "待补", "not_evaluated": "不进行考核", "undetermined": "不确定等次"}


@pytest.mark.parametrize(("example", "wanted"), CASES, ids=[f"{each.name}-{wanted['工号']}" for each, wanted in CASES])
def test_the_example_comes_out_as_it_was_worked_out_by_hand(example: Example, wanted: dict[str, object]) -> None:
    evaluation = evaluate(example.scheme, example.period, example.facts)
    result = next(each for each in evaluation.results if each.staff_no == wanted["工号"])
    nodes = {node.code: node for node in result.tree.walk()}
    proposal = propose(example.scheme, example.period, example.facts, evaluation.results, example.decided)
    person = next(each for each in proposal.persons if each.staff_no == wanted["工号"])
    got: dict[str, object] = {
        "总分": "" if result.total is None else f"{result.total}",
        "状态": WORDS[result.status.value],
        "名次": result.rank,
        "在岗月数": f"{result.months_in_post}",
        "一票否决": result.veto,
        "理由": result.reason,
        "说明": list(result.notes),
        "得分": {code: _score(nodes[code]) for code in wanted.get("得分", {})},  # type: ignore[attr-defined]
        "解释": {code: explanation_lines(nodes[code]) for code in wanted.get("解释", {})},  # type: ignore[attr-defined]
        "建议等次": person.proposed_grade,
        "评定等次": person.decided_grade,
        "受限": [f"{bar.grade}:{bar.code}" for bar in person.barred],
    }
    checked = {name: told for name, told in wanted.items() if name not in ("工号", "算")}
    assert {name: got[name] for name in checked} == checked


def _score(node: object) -> str:
    score = node.score  # type: ignore[attr-defined]
    return "" if score is None else f"{score}"


def test_every_way_of_giving_points_has_an_example() -> None:
    used = {
        leaf.rule.method for each in EXAMPLES for chosen in each.scheme.sets for leaf in chosen.indicators if leaf.rule
    }
    assert used == set(RULES)


def test_every_example_says_what_it_shows_and_how_it_was_worked_out() -> None:
    assert len(EXAMPLES) == len(list(FOLDER.glob("*.toml")))
    assert [each.name for each in EXAMPLES if not each.title or not any(one.get("算") for one in each.expected)] == []
