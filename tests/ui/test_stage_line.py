"""What the line of steps says beside the steps: what is missing, and hints that stop nothing."""

from app.domain.closing import Stage
from app.domain.periods import Period
from app.domain.problems import Problem
from app.services.deciding.standing import Obstacle, PeriodStanding
from app.ui.decisions.stages import lacks_text

Q1 = Period.parse("2024Q1")
VALUES = {"period": Q1.title, "written": Q1.code}


def standing(*, missing: bool, hint: bool) -> PeriodStanding:
    obstacle = Obstacle(Stage.DECIDED, Problem("missing-decisions", values=VALUES | {"count": "4", "people": "P1"}))
    waiting = Problem("events-waiting", values=VALUES | {"count": "2"}, warning=True)
    stages = (Stage.GATHERING, Stage.COMPUTED, Stage.DECIDED, Stage.CLOSED)
    told = PeriodStanding(Q1, 1, stages, Stage.COMPUTED, Stage.DECIDED, (obstacle,) if missing else (), None, None)
    return told._replace(hints=(waiting,) if hint else ())


def test_unconfirmed_events_are_told_whether_or_not_something_is_missing() -> None:
    hint = "2024年第一季度有 2 条台账事项还没有第二人确认，没有计分。"
    assert lacks_text(standing(missing=False, hint=True)) == hint
    both = lacks_text(standing(missing=True, hint=True))
    assert both == f"到“评定”还差：还有 4 人没有评定等次：P1。{hint}"
    assert lacks_text(standing(missing=True, hint=False)) == both.removesuffix(hint)
    assert lacks_text(standing(missing=False, hint=False)) == ""
