"""The made-up court: every workbook that its departments hand in during one year.

Nothing here is real: names, figures, cases and identity numbers are drawn from tables by a fixed seed, so the same
year gives the same workbooks. Only the names below are for others; the rest is how they do it.
May import app.domain; knows neither the book nor the readers of app.sheets.
"""

from app.sheets.sample.scheme import write_library
from app.sheets.sample.writing import SampleFile, taken_together, write_sample

__all__ = ["SampleFile", "taken_together", "write_library", "write_sample"]
