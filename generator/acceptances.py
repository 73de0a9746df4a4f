"""Findings for which a person answers: they stay listed and stop nothing; an unused acceptance is itself a finding."""
