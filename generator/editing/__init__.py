"""Changes to YAML files that people wrote: comments, order, quoting and every untouched byte survive."""
