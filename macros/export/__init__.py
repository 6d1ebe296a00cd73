"""The same objects as open data, and what a device keeps without network."""
