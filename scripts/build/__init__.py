"""Building, serving and publishing an edition: disk, processes, MkDocs; how long its papers take."""
