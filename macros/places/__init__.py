"""The ground floor: files of content, the place of every value in them, and the faults told there."""
