"""Tables → drafts: one file for each kind of sheet (contract, section 3); ``one_sheet`` tells which kind a sheet is."""
