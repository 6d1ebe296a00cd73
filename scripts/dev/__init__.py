"""For who works on the code: tests, lint, fonts, benchmarks, pictures of papers."""
