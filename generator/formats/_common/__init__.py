"""What several formats share: setting type with Typst."""
