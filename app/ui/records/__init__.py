"""记录: ledgers with their confirmation and evidence, the month in words and hints, objections."""
