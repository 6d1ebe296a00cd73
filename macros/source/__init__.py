"""The files that people write: YAML with the place of every value -> typed objects; PO, in and out."""
