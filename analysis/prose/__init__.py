"""Prose computed from tables: what a notebook says about its numbers."""
