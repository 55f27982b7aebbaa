"""Sentences of the codes that services raises."""

SENTENCES: dict[str, tuple[str, str]] = {}
