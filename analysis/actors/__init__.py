"""People, organisations and countries in sentences, one name for all their aliases."""

from analysis.actors.mentions import actor_sentences, find_actors, find_people
from analysis.actors.unrecognised import unrecognised

__all__ = ["actor_sentences", "find_actors", "find_people", "unrecognised"]
