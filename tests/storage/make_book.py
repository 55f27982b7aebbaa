"""Makes the sample book of the newest schema, to be kept for ever in tests/data/books: run once, when a schema is released.

python -m tests.storage.make_book
"""

from decimal import Decimal
from pathlib import Path

from app.domain.entries import Entry, Origin, State
from app.domain.explanation import Node
from app.domain.facts import Evaluation, PersonResult, Status
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.roster import Person, Posting
from app.domain.schemes import SchemeRow, SchemeText
from app.storage.batches import Batch, open_batch
from app.storage.database import Database
from app.storage.entries import entries
from app.storage.evaluations import save_evaluation
from app.storage.migrating import newest_schema
from app.storage.opening import create_book
from app.storage.roster import people, postings
from app.storage.schemes import add_scheme

MARCH = Period.parse("2024-03")
PLACE = Origin(Source("三月.xlsx", "Sheet1", "C5"))


def fill(book: Database) -> None:
    """A little of everything that later programs must still be able to read."""
    with book.transaction("导入花名册", kind="import", by="张三") as session:
        batch = open_batch(session, Batch("花名册.xlsx", "00", "花名册"))
        people.write(session, [Person("Y1", "张三"), Person("Y2", "李四", "女")], batch.id)
        postings.write(session, [Posting(each, "民一庭", "员额法官", "民事") for each in ("Y1", "Y2")], batch.id)
    with book.transaction("导入三月数据", kind="import", by="张三") as session:
        batch = open_batch(session, Batch("三月.xlsx", "11", "数据", MARCH))
        entries.write(session, [Entry("Y1", "结案数", MARCH, State.VALUE, Decimal("12.50"), origin=PLACE)], batch.id)
        rows = (SchemeRow({"项目": "方案名称", "内容": "甲"}, {"项目": "A2", "内容": "B2"}, "方案"),)
        scheme = add_scheme(session, SchemeText("方案.xlsx", {"方案": rows}), year=2024, name="甲", version="1")
    result = PersonResult(
        "Y1", "张三", "民一庭", "民事", "员额法官", "法官", "", Decimal("1.0000"), Status.COMPLETE, "", "",
        Decimal("87.50"), Node("total", "总分", "", Decimal("87.50")),
    )  # fmt: skip
    with book.transaction("计算2024-03", kind="compute", by="张三") as session:
        save_evaluation(session, Evaluation(MARCH, "甲", "1", "1", (result,)), scheme=scheme)


if __name__ == "__main__":
    made = create_book(
        Path(__file__).parents[1] / "data" / "books" / f"schema-{newest_schema()}.hj",
        "某市中级人民法院",
        "XX01",
        "中级",
    )
    fill(made)
    made.close()
