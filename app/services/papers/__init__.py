"""What is printed of a person's year: volumes with their manifest, the yearly forms, the lists for 备案."""
