"""The window: gestures in, rows out. The only home of PySide6 beside ``app.main``.

A folder per page; what every page uses stands here: one table model (tables), one job runner (jobs), one change signal
(changes), one error door (errors). Imports services, domain (types to show), messages, i18n and paths; never storage,
sheets, reports or their libraries. Services are imported only after the window has been painted (a book is opened in
the job thread); page modules therefore too. No service is called on the main thread.
"""
