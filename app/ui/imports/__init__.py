"""导入: sheets are read, shown as faults and changes, and taken as a whole or not at all."""
