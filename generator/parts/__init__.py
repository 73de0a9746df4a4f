"""The site in parts: the portal and one part a township, each made by itself, in whatever process, and joined at the end.

No process holds more than one township. What a part was made from is kept as a hash (`keys`); while that stays the same
the part is not made again, and inside a part a page whose Markdown and frame are the same is not rendered again.
"""
