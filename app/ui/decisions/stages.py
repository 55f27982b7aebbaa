"""How far a period is, as a line of steps; and what stands against the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.closing import Stage
from app.i18n import translate
from app.messages import sentence
from app.ui.parts import button, label, set_tone

if TYPE_CHECKING:
    from app.domain.problems import Problem
    from app.services.deciding.standing import PeriodStanding

LACKS_TOLD = 2


class StageLine(QWidget):
    """The steps of a period, and at the right the one doing that leads on; ``asked`` when that is wanted."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.next = button("", "primary")
        self.next.clicked.connect(self.asked)
        self._steps = QHBoxLayout()
        self._steps.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self._steps)
        row.addStretch(1)
        row.addWidget(self.next)

    def show_standing(self, told: PeriodStanding | None, doing: str) -> None:
        """Show the steps; ``doing`` is what the button says, an empty text hides it."""
        while self._steps.count():
            self._steps.takeAt(0).widget().deleteLater()
        for place, stage in enumerate(told.stages if told else ()):
            if place:
                self._steps.addWidget(label("→", "soft"))
            self._steps.addWidget(self._step(stage, told))
        self.next.setText(doing)
        self.next.setVisible(bool(doing))

    @staticmethod
    def _step(stage: Stage, told: PeriodStanding | None) -> QLabel:
        assert told is not None
        done = told.stages.index(stage) <= told.stages.index(told.stage)
        made = label(f"✓ {stage.value}" if done else stage.value, "step")
        set_tone(made, "good" if done else "now" if stage is told.next else "later")
        return made


def lacks_text(told: PeriodStanding) -> str:
    """What stands against the next step and what is to be known before it, in one line; an empty text for nothing."""
    problems = [each.problem for each in told.obstacles if each.stage is told.next]
    hints = "".join(_words(each) for each in told.hints)
    if not problems:
        return hints
    lines = [_words(each) for each in problems[:LACKS_TOLD]]
    more = len(problems) - LACKS_TOLD
    if more > 0:
        lines.append(translate("Decisions", "还有 {count} 项。").format(count=more))
    before = translate("Decisions", "到“{stage}”还差：").format(stage=told.next.value if told.next else "")
    return before + "".join(lines) + hints


def _words(problem: Problem) -> str:
    """The sentence without the remedy: that one tells the command, and the button at the right leads there."""
    return sentence(problem.code, {"value": problem.value, **problem.values}).text
