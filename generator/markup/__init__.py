"""What the engine's Markdown has of ours: extensions that any engine built on Python-Markdown loads by name.

Without them the same Markdown gives the same pages, only later: nothing that is said may depend on them.
"""
