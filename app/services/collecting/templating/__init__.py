"""Templates: what stands in the workbook that a division fills in, one file per group of kinds.

``told`` is what the book tells, ``counting`` what an item counts and for what, ``people`` the sheets with a row a person, ``lists``
those that grow downwards, ``scheme_form`` the workbook of a scheme. Nothing in here writes to the book.
"""
