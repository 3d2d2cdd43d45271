"""How a page's text is laid out: every module here that says how to recognise a format, and what such modules share."""
