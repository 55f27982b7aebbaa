"""Sentences of the codes that sheets raises."""

SENTENCES: dict[str, tuple[str, str]] = {}
