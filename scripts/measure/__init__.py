"""What « guide.py measure » measures, each in its own file; the bench; statements to be held against their proofs."""
