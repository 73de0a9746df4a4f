"""Personal identifiers: found in any text or file, however they are disguised."""
