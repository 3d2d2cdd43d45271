"""Who says what: quotations, speaker turns, and a voice for every sentence."""

from analysis.voices.assign import assign_voices, select_speech
from analysis.voices.cues import load_cues
from analysis.voices.extract import extract_quotes, find_quotes

__all__ = ["assign_voices", "extract_quotes", "find_quotes", "load_cues", "select_speech"]
