"""收表: what came in."""

from app.domain.receipts import Receipt
from app.storage.nouns import Noun
from app.storage.tables import ReceiptRow

receipts = Noun(ReceiptRow, Receipt)
