"""收表: which division has handed in which sheet of a period, templates out, reminders to print."""
