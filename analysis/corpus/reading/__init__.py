"""Reading a document: its voices, who speaks, and on demand its frames, actors and tone."""

from analysis.corpus.reading.document import Document
from analysis.corpus.reading.marks import Marks, find_marks
from analysis.corpus.reading.stepper import Stepper
from analysis.corpus.reading.view import ReadingView

__all__ = ["Document", "Marks", "ReadingView", "Stepper", "find_marks"]
