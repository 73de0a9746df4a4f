"""What several kinds of page share: addresses, places, and the frame of a disclosure."""
