"""The text grammar of content: plain sentences with a few marks, and nothing else."""
