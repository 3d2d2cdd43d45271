"""Reports: the notebooks of notebooks/reports.yaml run, drawn as pages that need no network, and remembered.

project.py, configuration.py, parameters.py   what is asked for
plan.py, dependencies.py, fingerprints.py     what must be made anew, and why
processes.py, kernels.py, execution.py        notebooks run, each in a process of its own
pages.py, site.py, sanitising.py              pages drawn
build.py, recording.py, manifest.py           the whole, and the memory of it
"""
