"""Sheets into the book: staged, compared, asked about, taken as a whole or not at all (contract, section 3)."""
