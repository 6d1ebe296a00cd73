"""Building, serving and publishing an edition: disk, processes, MkDocs."""
