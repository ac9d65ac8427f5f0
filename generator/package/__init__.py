"""The finished site: put in place whole."""
