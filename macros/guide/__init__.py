"""One immutable guide: the content, for a territory, a day and a language; its texts, for translators."""
