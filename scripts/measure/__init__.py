"""What « guide.py measure » and « bench » measure; statements to be held against their proofs."""
