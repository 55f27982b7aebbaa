"""What the rules say: pure Python, no I/O, no clock, no Qt, no SQL.

Standard library only. Records are immutable; whatever can go wrong with a user's figures is a Problem in a list,
whatever stops a doing is an AppError. Nothing here knows where a figure is stored or how it is shown.
"""
