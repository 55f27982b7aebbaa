"""Between courts: the package for the higher court, what came in there, and its own forms filled."""
