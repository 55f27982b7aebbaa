"""Sentences of the codes that storage raises."""

SENTENCES: dict[str, tuple[str, str]] = {}
