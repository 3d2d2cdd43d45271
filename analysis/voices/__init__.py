"""Who says what: quotations, speaker turns, and a voice for every sentence."""

from analysis.voices.assign import assign_voices
from analysis.voices.extract import extract_quotes

__all__ = ["assign_voices", "extract_quotes"]
