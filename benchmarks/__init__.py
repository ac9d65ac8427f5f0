"""How fast the generator is, beside stock MkDocs and Hugo on the same pages."""
