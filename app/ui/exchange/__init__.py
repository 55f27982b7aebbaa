"""上下级: the package for the higher court, what lower courts handed in, and the higher court's own forms."""
