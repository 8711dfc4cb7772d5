"""Text structure: tokens, sentences, blocks (paragraphs, items, headings) and the language.

Imports nothing of the other stages but the errors.
"""
