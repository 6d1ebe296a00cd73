"""Reading: files into positioned trees, trees into typed objects, objects into the immutable content."""
