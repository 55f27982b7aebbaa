"""What is told about results once they stand: bulletins, months and periods looked into, never a figure of its own making."""
