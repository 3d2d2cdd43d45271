"""The words of texts: counted, in context, side by side, as vectors; and the units of text that are compared."""
