"""How a book of any released schema becomes one of the newest: one numbered file a schema, all of them in ``released``.

A released step never changes. Its statements are frozen text that knows nothing of ``tables``. All of them are one
transaction and one step of the history; the old triggers note what they change. Triggers are made anew after the last one;
every row of a table that a step names as ``touched`` is then noted once more, in its new shape, so that the history goes on
telling exactly what stands in the book.
"""
