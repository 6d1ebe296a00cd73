"""Printed sheets: one A4 a procedure and language, alone or beside French, made by Typst from the same objects as the pages."""
