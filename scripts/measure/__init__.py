"""What « guide.py measure » measures, each in its own file; statements to be held against their proofs."""
