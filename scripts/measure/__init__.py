"""What « guide.py measure » measures, each in its own file."""
