"""What `guide.py measure` measures, each in its own file: weight, speed, search, access, reading."""
