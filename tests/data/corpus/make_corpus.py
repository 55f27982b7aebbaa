"""Makes the corpus: made-up workbooks, one trap each, and beside them what a person reads there.

``python -m tests.data.corpus.make_corpus`` writes the files and ``expected.json`` anew. The expectations are written by
hand beside the traps, never taken from the program.
"""

import json
from pathlib import Path
from typing import Any

from tests.data.corpus import (
    court,
    habit_traps,
    header_traps,
    kind_traps,
    layout_traps,
    name_traps,
    people_traps,
    row_traps,
    value_traps,
)
from tests.data.corpus.traps import TRAPS, Expected
from tests.data.corpus.writing import excel

FOLDER = Path(__file__).parent
PARTS = (layout_traps, people_traps, value_traps, kind_traps, habit_traps, name_traps, row_traps, header_traps)
"""Each adds its traps when it is imported."""


def _plain(sheet: Expected) -> dict[str, Any]:
    return sheet._asdict() | {"values": dict(sheet.values)}


def main() -> None:
    """Writes every workbook, the court's own, and what is to be read."""
    files = FOLDER / "files"
    files.mkdir(exist_ok=True)
    for each in TRAPS:
        each.write(files / each.file)
    excel(court.ROSTER)(FOLDER / "book" / "花名册.xlsx")
    excel(*court.SCHEME.items())(FOLDER / "book" / "方案.xlsx")
    excel(court.BEFORE)(FOLDER / "book" / "上季度.xlsx")
    told = {
        each.file: {"trap": each.trap, "sheets": [_plain(sheet) for sheet in each.expected]} for each in sorted(TRAPS)
    }
    (FOLDER / "expected.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
