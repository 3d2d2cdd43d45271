"""One post of a page while its lines are gone through: its text, and what lines of their own say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.texts.dates import ParsedDate
from analysis.texts.readers.layouts.post_marks import Footer, list_links
from analysis.texts.readers.lines import PageLine, Story


@dataclass
class MarkedPost:
    """A post. date, day, time: as written; opened, closed: whether a line of its own has opened or closed it."""

    lines: list[PageLine] = field(default_factory=list)
    known: dict[str, object] = field(default_factory=dict)
    forwarded_from: str | None = None
    date: str | None = None
    day: str | None = None
    time: str | None = None
    opened: bool = False
    closed: bool = False

    @property
    def written_date(self) -> str | None:
        """When it was published, as written: its own date, else the day over it with the time under it."""
        return self.date or (f"{self.day} {self.time}" if self.day and self.time else self.day)

    def learn(self, footer: Footer) -> None:
        """Take over what a line says; what is known already stays."""
        self.known = {**footer.facts, **self.known}
        self.date, self.time = self.date or footer.date, self.time or footer.time
        self.day = footer.day or self.day
        if footer.edited:
            self.known["is_edited"] = True
        if footer.by_kind:
            self.known.setdefault("reactions", sum(count for _, count in footer.by_kind))
            self.known.setdefault("reactions_by_kind", " ".join(f"{kind} {count}" for kind, count in footer.by_kind))

    def make_story(self, date: ParsedDate | None) -> Story:
        """The post as a story, with its date as read."""
        if date:
            self.known |= {"published": date.when, "published_precision": date.precision}
        elif self.time:
            self.known["time"] = self.time
        if links := list_links(self.lines):
            self.known["links"] = " ".join(links)
        return Story(self.lines, self.forwarded_from, self.known)
