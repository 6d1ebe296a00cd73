"""YAML with the place of every value in, typed objects out."""
