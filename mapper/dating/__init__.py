"""Days, nights and spells of time in a text, and the day of the text itself."""
