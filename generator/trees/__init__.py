"""YAML as a person typed it: trees of raw text in which everything knows its line and column."""
