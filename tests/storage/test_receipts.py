from dataclasses import replace

from app.domain.entries import Origin
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.receipts import Fate, Receipt
from app.storage.batches import Batch, open_batch
from app.storage.check import check
from app.storage.database import Database
from app.storage.history import history
from app.storage.receipts import receipts
from app.storage.undo import undo_batch

RECEIPT = Receipt(
    "ab" * 32, "民一庭", "数据", "民一庭", "", Period.parse("2024-03"), "2024-04-03T01:00:00+00:00", Fate.RETURNED, 2, 1,
    [["C5", "很好", "“很好”不是数。", "请填数。", False]],
    origin=Origin(Source("民一庭.xlsx", "民一庭")),
)  # fmt: skip


def test_a_receipt_is_kept_with_its_history(book: Database) -> None:
    with book.transaction("收表登记", kind="receipt") as session:
        receipts.write(session, [RECEIPT])
    with book.transaction("收表登记", kind="receipt") as session:
        receipts.write(session, [replace(RECEIPT, fate=Fate.TAKEN, faults=0, questions=0)])
    with book.reading() as session:
        (kept,) = receipts.read(session, period=Period.parse("2024-03"))
        assert (kept.fate, kept.faults, kept.file, kept.received[:10]) == (Fate.TAKEN, 0, "民一庭.xlsx", "2024-04-03")
        assert [(each.old, each.new) for each in history(session, "receipts", *RECEIPT.key) if each.field == "fate"] == [
            (None, "returned"), ("returned", "taken"),
        ]  # fmt: skip
        assert check(session) == ()
        assert [(each.cell, each.message) for each in kept.problems] == [("C5", "“很好”不是数。")]


def test_taking_an_import_back_leaves_its_receipt(book: Database) -> None:
    with book.transaction("导入", kind="import") as session:
        batch = open_batch(session, Batch("民一庭.xlsx", "ab" * 32, "数据")).id
    with book.transaction("收表登记", kind="receipt") as session:
        receipts.write(session, [RECEIPT], batch)
    with book.transaction("报错了", kind="undo") as session:
        undo_batch(session, batch)
        assert [each.origin.batch for each in receipts.read(session)] == [batch]
