"""For who works on the code: tests, lint, mutants, the drawing of the house, fonts, pictures of papers."""
