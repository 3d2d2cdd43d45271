"""What somebody who names a filter that is none most likely means."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

NEAR = 0.7  # likeness of two names from which one is taken for a slip of the other: "voice" is none of "since"
MEANT = {
    "since": "after begin beginning date dates day from from_date min_date month not_before start start_date year",
    "until": "before end end_date max_date not_after stop thru till to to_date upto",
    "contains": "find has keyword keywords match matches pattern phrase query regex search term terms text word",
    "documents_with": "about body containing full_text fulltext mentioning topic",
    "speaker": "actor actors name person quoted said_by source_person who",
    "voice": "direct_speech quotation quote quotes speech voices",
    "outlet": "channel journal magazine media medium newspaper organ paper press publication publisher site station",
    "source": "file filename file_name path",
    "kind": "format genre type",
    "language": "lang languages",
    "country": "nation region state",
    "doc_id": "article doc docs document document_id documents id ids",
    "min_words": "length longer_than min_length minimum size wordcount word_count words_min",
    "copies": "copy deduplicate dedup duplicate duplicates reprints unique",
    "title": "heading headline headlines titles",
    "forwarded_from": "forward forwarded forwards",
    "translated": "is_translated translation",
}
_MEANT = {word: name for name, words in MEANT.items() for word in words.split()}
REMEDIES = {
    "since": "since= and until= take a day, a month or a year.",
    "contains": 'contains= keeps sentences, documents_with= whole documents, with words such as "sovereign*".',
    "documents_with": "contains= keeps the sentences with these words alone.",
    "copies": 'copies="first" keeps one of each.',
}


def guess_meant(name: str, choices: Iterable[str]) -> str:
    """Guess which of the choices is meant by a name that is none of them; "" where nothing is near."""
    choices, folded = list(choices), name.casefold().strip("_ ")
    if folded in choices:
        return folded
    if _MEANT.get(folded) in choices:
        return _MEANT[folded]
    near = get_close_matches(folded, choices, n=1, cutoff=NEAR)
    return near[0] if near else ""
