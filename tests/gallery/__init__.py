"""Photographs of every kind of page in four ways of reading: `make gallery`."""
