"""What was handed out, looked at again: whether it is whole (`verifying`), and what is different in it (`comparing`).

Folders and archives may come from anybody, so nothing is unpacked and nothing is written (`opening`).
"""
