"""月纪实."""

from app.domain.monthly_records import MonthlyRecord
from app.storage.nouns import Noun
from app.storage.tables import MonthlyRecordRow

monthly_records = Noun(MonthlyRecordRow, MonthlyRecord)
