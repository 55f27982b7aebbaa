"""How a book of any released schema becomes one of the newest: one numbered file a schema, all of them in ``released``.

A released step never changes. Its statements are frozen text that knows nothing of ``tables``. Triggers are made anew
after the last step; every row of a table that a step names as ``touched`` is then noted in the history once more, in its
new shape, so that the history goes on telling exactly what stands in the book.
"""
