"""Sentences of the codes that scheme raises."""

SENTENCES: dict[str, tuple[str, str]] = {}
