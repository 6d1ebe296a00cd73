"""The ground floor: files that people write, the place of every value in them, and the faults told there."""
