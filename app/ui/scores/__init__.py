"""得分: the score table, and why each score is what it is."""
