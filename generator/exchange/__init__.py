"""What comes in from outside: old documents become archived material."""
