"""Grades: what the program proposes, what a body may decide, and what somebody's years came to (contract, section 4, 等次)."""
