"""Pages: HTML, templates, theme, stubs."""
