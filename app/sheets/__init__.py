"""Spreadsheets in and out: any workbook → cells → tables → drafts of records; records → workbooks.

The only home of openpyxl, XlsxWriter and python-calamine. May import app.domain; knows no book, no database, no screen.
Bad input never raises: it comes back as Problems with their cells. AppError only where a file cannot be read at all.
``intake.read_file`` is the one door in, ``result_sheet`` and ``template_sheet`` are the doors out.
"""
