"""Figures from estimates: they lay out what they are given and compute nothing."""
