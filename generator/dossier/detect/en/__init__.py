"""English: calendar expressions, quantities, names, speakers, and words on which the strength of a claim depends."""
