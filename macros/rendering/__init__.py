"""Rendering: phrases to HTML, addresses between pages, dates and numbers, and the page macros."""
