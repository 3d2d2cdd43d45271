"""What somebody who names a filter that is none most likely means."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

NEAR = 0.7  # likeness of two names from which one is taken for a slip of the other: "voice" is none of "since"
NEAR_OWN = 0.75  # the same of what a corpus has
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

_CALLED = {
    "where(...)": "filter filters query select subset corpus_subset loc drop",
    'kwic("word")': "concordance find grep keyword keyword_in_context search",
    "words": "token tokens vocab vocabulary topfeatures",
    "matrix()": "dfm dtm document_term_matrix tdm to_matrix",
    "texts": "text body docs content",
    "read(doc_id)": "display open show view",
    "summary()": "describe info",
    "documents": "articles data df metadata docvars posts table",
    "documents.columns": "columns variables",
    "to_frame()": "to_dataframe to_df to_pandas",
    "save(folder)": "dump export to_csv to_parquet write",
    "len(corpus)": "count ndoc shape size",
    "sentences": "sents",
    "quotes": "quotations",
    "mentions": "actors entities",
    "documents.groupby(...)": "groupby",
    "copies": "duplicates",
    "frames(), sentiment(), targets(), topics(), voices(), speakers(), actors() or keyness()": (
        "analyse analyze measure measures methods verbs"
    ),
    "frames().plot(), or .plot() of another measure": "bar chart charts draw figure graph hist plot plots",
    "gather_sources(corpus.quotes, corpus.documents) of analysis.sourcing": "roles source_roles sources sourcing",
    "speakers(), actors() or names": "names_of people persons",
    'keyness(by="outlet", phrases=2)': "bigrams key_terms keywords ngrams phrases",
    'words[["word", "count"]]': "count_words frequencies frequency word_counts word_frequencies wordcloud",
    "sentiment()": "polarity tone vader",
    "find_collocations(corpus.texts) of analysis.words.collocations": "collocates collocations",
    "frames().over_time()": "over_time timeline trend trends",
    'frames().compare(by="outlet")': "compare contrast",
    'documents["published"]': "date dates",
}
CALLED = {word: name for name, words in _CALLED.items() for word in words.split()}  # what other packages call it


def guess_called(name: str, own: Iterable[str], columns: Iterable[str]) -> str:
    """Guess what of a corpus is meant by a name that it has not; "" where nothing is near.

    own: the names that it has; columns: of its documents, which are found by their plural too.
    """
    folded, columns = name.casefold(), list(columns)
    column = next((one for one in columns if folded in (one.casefold(), f"{one}s".casefold())), "")
    if folded in CALLED:
        return CALLED[folded]
    if column:
        return f'documents["{column}"] or where({column}=...)' if column.isidentifier() else f'documents["{column}"]'
    return next(iter(get_close_matches(folded, list(own), n=1, cutoff=NEAR_OWN)), "")


def guess_meant(name: str, choices: Iterable[str]) -> str:
    """Guess which of the choices is meant by a name that is none of them; "" where nothing is near."""
    choices, folded = list(choices), name.casefold().strip("_ ")
    if folded in choices:
        return folded
    if _MEANT.get(folded) in choices:
        return _MEANT[folded]
    near = get_close_matches(folded, choices, n=1, cutoff=NEAR)
    return near[0] if near else ""
