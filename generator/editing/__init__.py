"""Changes to YAML files that people wrote: comments, order, quoting and every untouched byte survive.

`document` patches one file and proves it, `values` writes texts, `keeping` puts files on the disk, `trial` checks an edit
in a copy first. On these stand what the commands plan from the records: `choosing`, `stages`, `publishing`, `remarks` for
a publication, `naming` and `correcting` for a correction.
"""
