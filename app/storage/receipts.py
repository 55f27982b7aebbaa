"""收表: what came in."""

from sqlalchemy import select

from app.domain.receipts import Receipt
from app.storage.nouns import Noun
from app.storage.session import Session
from app.storage.tables import ReceiptRow

receipts = Noun(ReceiptRow, Receipt)


def read_receipts(session: Session) -> tuple[Receipt, ...]:
    """Every receipt, in the order in which they were told last."""
    columns = receipts.table.c
    rows = session.connection.execute(select(columns.digest, columns.sheet_name, columns.step))
    steps = {(digest, sheet_name): step for digest, sheet_name, step in rows}
    return tuple(sorted(receipts.read(session), key=lambda each: steps[each.digest, each.sheet_name]))
