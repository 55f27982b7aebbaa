"""The one small language of scheme workbooks: from a text to its tree to its value (contract, section 4, Formula)."""
