"""Sheets asked for and waited for: templates out, who has handed in, and who is reminded."""
