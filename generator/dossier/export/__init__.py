"""Data files made from the graph, one module per format."""
