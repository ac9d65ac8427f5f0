"""YAML as editors keep it: parsed with its comments, written in one format, values edited in place."""
