"""From what the book tells to stored results, and those results as they are read. Only ``computing`` and ``rehearsing`` reckon."""
