"""Cells → tables: where a table is, what its columns mean, which rows are records, and what a cell says as a value."""
