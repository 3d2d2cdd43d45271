"""People, organisations and countries in sentences, one name for all their aliases."""

from analysis.actors.mentions import find_actors

__all__ = ["find_actors"]
