"""The desk of editors: check, new, translate, confirm, schemas."""
