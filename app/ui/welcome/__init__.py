"""What is on screen while no book is open: make one, open one, look at the sample court."""
