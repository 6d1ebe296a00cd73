"""A sentence as such: its grammar, figures, direction, length, typography. Knows no object of the guide."""
