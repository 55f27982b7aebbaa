"""The reading process as a whole: everything that it is asked to do with a file from elsewhere.

cells        the cells of any spreadsheet
package      what a lower court's package tells, checked; of any other file nothing
form         where the higher court's form wants to be filled
filled-form  the same form, filled
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from app.domain.problems import AppError
from app.sheets.reading import reader, second_opinion, xlsx_reader
from app.sheets.reading.worker_process import Job, serve
from app.sheets.reading.worker_wire import told_book, told_document

WARM = (second_opinion, xlsx_reader)
"""Imported before the first file comes; what only one job needs is imported when it comes."""


def main() -> int:
    """Serves until the other side closes the pipe; gives the exit status."""
    return serve(JOBS)


def _cells(content: bytes, file: str, _: Mapping[str, Any]) -> bytes:
    return told_book(reader.raw_book_of(content, file), _digest(content))


def _package(content: bytes, file: str, _: Mapping[str, Any]) -> bytes:
    from app.sheets.package_mark import is_package_content

    if not is_package_content(content, file):
        return told_document({})
    from app.sheets.package_sheet import package_in, told_package
    from app.sheets.reading.grid import workbook_of_raw

    return told_package(package_in(workbook_of_raw(file, reader.raw_book_of(content, file), _digest(content))))


def _form(content: bytes, file: str, _: Mapping[str, Any]) -> bytes:
    from app.sheets.forms.wire import examined, told_form
    from app.sheets.forms.workbook import form_file

    return told_form(examined(form_file(content, file), _digest(content)))


def _filled_form(content: bytes, file: str, told: Mapping[str, Any]) -> bytes:
    from app.sheets.forms.wire import told_written, values_of
    from app.sheets.forms.workbook import filled_content

    if _digest(content) != told["digest"]:
        raise AppError("form-changed", file=file)
    return told_written(filled_content(content, file, values_of(told)))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


JOBS: Mapping[str, Job] = {
    "cells": _cells,
    "package": _package,
    "form": _form,
    "filled-form": _filled_form,
}
