"""What is wanted: the project, its reports.yaml, the notebooks and their parameters."""
