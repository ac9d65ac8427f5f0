"""Loading: YAML and source texts become the model, with the location of every value."""
