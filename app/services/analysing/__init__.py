"""Papers and workbooks about stored results: bulletins, analyses of months and periods, what results are used for."""
