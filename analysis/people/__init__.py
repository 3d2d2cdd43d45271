"""The one register of people: names, titles, aliases, spellings, and who is meant by each form of a name."""
