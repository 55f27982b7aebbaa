"""The higher court's own workbooks: filled cell by cell, everything else in them untouched."""
