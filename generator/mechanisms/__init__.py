"""What checks, figures and pages must agree on about a mechanism: rounds, rhythms, ranks, working days."""
