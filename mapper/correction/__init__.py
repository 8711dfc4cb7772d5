"""What people corrected, laid over what was derived from reports.

The steps: `anchor` (reports known again after articles were read anew), `replay` (all corrections
in their order), `apply` (incidents as they are to be shown). `wording` reads values that a person
types, `doubt` finds what a person should look at, `difference` compares incidents, `history` tells
what reports said since.
"""
