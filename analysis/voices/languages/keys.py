"""The keys of a language's file, by what stands under them; what each means is said in rules.py."""

from __future__ import annotations

LISTS = (
    "words", "say", "call", "impersonal", "participles", "helpers", "messages", "according", "according_after", "that",
    "question", "like", "closers", "nominal", "mood", "relatives", "articles", "prepositions", "inside", "of",
    "conjunctions", "adverbs", "so_called", "roles", "bodies", "plural", "sources", "generic", "surnames",
    "patronymics", "men", "women", "elided", "hung", "resuming", "oblique", "possessed", "genitive", "men_end",
    "women_end", "unlisted", "according_people", "sure", "of_genitive", "cite",
    "chained", "joining", "within", "laws", "tellings", "many", "who", "titles", "passive", "written", "compounds",
    "ours", "initials", "asides", "gerunds", "neuters", "infinitives",
    "infinitive_ends", "mine", "indefinite", "negations", "according_like", "occasions", "placed", "determiners",
    "media", "counted", "prefixes",
)  # fmt: skip
TABLES = ("nouns", "given_men", "given_women", "family_men", "family_women")
MAPPINGS = ("gendered", "forms", "possessives", "cited", "pronouns", "irregular", "adjectives", "neuter", *TABLES)
MARKS = ("language", "script", "letters", "capitals", "verb_last", "incise", "soft_after", "indeclinable")
