"""Languages: texts out of the content, PO files in and out, and the content in another language."""
