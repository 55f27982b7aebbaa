"""Records that are kept day by day: ledgers with their evidence, monthly records, ballots."""
