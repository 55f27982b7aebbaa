"""What the first engine computed stays so for ever: every figure of kept courts, byte for byte.

``python tests/kept/test_kept_figures.py`` writes the kept file for courts that it does not hold yet; what is kept is
never rewritten. Sentences may get better; no score, value, state, rank or grade may change.
"""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest

from app.domain.explanation import Node, figure_text
from app.domain.facts import PersonResult
from app.domain.periods import Period
from app.services.books import new_book
from app.services.scoring.computing import compute
from app.services.scoring.results import explain, score_table
from app.services.taking_in.imports import stage, take
from tests.small_court import PERIOD, write_small_court

DATA = Path(__file__).parents[1] / "data"
KEPT = DATA / "kept" / "engine-1.json"
COURTS = {
    "小法院": PERIOD,
    "东营区法院2017年法官": "2017",
    "司法辅助人员2012年": "2012-02",
    "某旗法院基础分制": "2016",
}


def figures(court: str, directory: Path) -> str:
    """The canonical text of everybody's figures in a court's period, taken in through the services."""
    sheets = directory / "表格"
    files = (
        list(write_small_court(sheets).values())
        if court == "小法院"
        else sorted((DATA / "measures" / court).glob("*.xlsx"))
    )
    book = new_book(directory / "库.hj", court=court)
    try:
        take(book, stage(book, files))
        period = Period.parse(COURTS[court])
        compute(book, period)
        rows = score_table(book, period).rows
        told = [_person(explain(book, period, row.staff_no)) for row in rows]
    finally:
        book.close()
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _person(result: PersonResult) -> dict[str, Any]:
    return {
        "staff_no": result.staff_no,
        "set": result.set_name,
        "status": result.status.value,
        "total": None if result.total is None else f"{result.total:f}",
        "rank": result.rank,
        "pool_size": result.pool_size,
        "grade": result.proposed_grade,
        "veto": result.veto,
        "months_in_post": f"{result.months_in_post:f}",
        "parts": [_part(node) for node in result.tree.parts()],
    }


def _part(node: Node) -> list[str | None]:
    score = None if node.score is None else f"{node.score:f}"
    value = None if node.value is None else figure_text(node.value)
    return [node.kind, node.code, score, value, node.state.value, node.missing_rule]


@pytest.mark.parametrize("court", COURTS)
def test_every_figure_is_as_the_first_engine_gave_it(court: str, tmp_path: Path) -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert figures(court, tmp_path).encode() == kept[court].encode()


def main() -> None:
    """Write what is not kept yet."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for court in COURTS.keys() - kept.keys():
        with tempfile.TemporaryDirectory() as directory:
            kept[court] = figures(court, Path(directory))
    KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
