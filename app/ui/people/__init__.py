"""人员: who is in the book, found by name, number or pinyin, with postings, absences and history."""
