"""Any file → its cells, in a process of its own. ``worker`` is the door in; what a cell is, ``cells`` says."""
