"""What the calculators work out, in plain Python: the scripts of the pages do the same sums, and a test holds them to these."""
