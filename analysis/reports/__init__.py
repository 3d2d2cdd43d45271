"""Reports: the notebooks of notebooks/reports.yaml run, drawn as pages that need no network, and remembered.

asked/    what is wanted: the project, reports.yaml, notebooks and their parameters
kept/     what is remembered: manifest, hashes, files in their place; what must be made anew, and why
drawn/    what is shown: pages, front page, what a corpus holds
run/      what is executed: notebooks, each in a process of its own
recording.py, build.py   the whole

Each imports only what stands above it (tests/test_layers.py).
"""
