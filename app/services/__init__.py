"""What a clerk can do: each doing one function, each change one transaction, named as the menu says it.

Joins storage, sheets, reports and the engine, which do not know one another; windows and commands reach all of them
through here only. Whatever reads returns frozen records that are ready to show; whatever writes returns Changes.
May import app.storage, app.sheets, app.reports, app.domain and the leaves; never Qt, never a library of the layers below.
"""
