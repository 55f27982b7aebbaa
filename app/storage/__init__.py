"""The book: one SQLite file, and the only home of sqlmodel, SQLAlchemy and the SQLite driver.

``database`` opens and makes books and gives transactions; each noun has a file with the same verbs (``nouns.Noun``):
``read``, ``by_key``, ``write``, ``remove``. Frozen domain records go in and out; rows never leave this package.
Every recorded table is watched by triggers (``triggers``), so that ``history`` knows every change, whoever makes it.
May import app.domain and the leaves. No rule of the court belongs here, no sentence for people (``app.messages``).
"""
