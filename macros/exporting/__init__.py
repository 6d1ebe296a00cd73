"""Exporting: the same objects as open data, and the files at the root of the site."""
