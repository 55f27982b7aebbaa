"""An import before it is taken: what a sheet would add, change and leave, old beside new, and all that is wrong with it.

One file per kind of sheet, each a function from drafts and what the book holds to differences and problems; nothing in
here writes. ``records`` tells what comes out, ``holdings`` what the book holds with earlier files laid over it.
"""
