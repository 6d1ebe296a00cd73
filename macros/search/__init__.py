"""What the search of a language may find. The engine itself runs in the browser (docs/assets/search)."""
