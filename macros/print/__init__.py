"""Papers: sheets, poster, cards, book, drawn by Typst from the same views as the pages."""
