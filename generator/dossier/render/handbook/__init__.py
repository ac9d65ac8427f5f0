"""The handbook for editors: chapters written by hand, and what is made of the model and the commands."""
