"""Tables for others: a tidy file a unit and a measure, with a dictionary, for R, Python, SPSS, Stata and Excel."""
