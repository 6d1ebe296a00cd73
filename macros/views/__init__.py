"""What a page is made of, once for every output."""
