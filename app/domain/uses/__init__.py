"""What the results of a year are used for, with the rule that says so. The program warns; people decide."""
