"""A scheme workbook checked, sheet by sheet, until it is a Scheme (contract, section 4); ``check`` is the door in."""
