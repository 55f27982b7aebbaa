"""档案: one PDF a person and year."""
