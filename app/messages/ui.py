"""Sentences of the codes that ui raises."""

SENTENCES: dict[str, tuple[str, str]] = {}
