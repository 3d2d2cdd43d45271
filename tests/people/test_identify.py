"""One identifier for one person, whether they speak or are spoken of."""

import pandas as pd
import pytest

from analysis.actors import find_actors
from analysis.actors.mentions import find_mentions
from analysis.errors import InputError
from analysis.people.folding import fold
from analysis.people.identify import identify_speakers
from analysis.people.joined import tabulate_names
from analysis.people.names import guess_sex, strip_titles
from analysis.texts.sentences import split_sentences
from analysis.voices import extract_quotes, find_quotes
from analysis.voices.speech import pair_speakers
from one_person import ONE_PERSON


def test_titles_are_no_part_of_a_name_and_tell_the_sex():
    assert strip_titles(["Russian", "Foreign", "Minister", "Sergei", "Lavrov"]) == (["Sergei", "Lavrov"], "")
    assert strip_titles(["Mrs.", "Clinton"]) == (["Clinton"], "f")


def test_sex_is_guessed_from_given_name_surname_or_role():
    assert [guess_sex("Maria Petrov"), guess_sex("Xyz Zakharova"), guess_sex("Xyz Belov")] == ["f", "f", "m"]
    assert guess_sex("Xyz Roe", "spokeswoman") == "f" and guess_sex("Xyz Roe") == ""


def speakers(*pairs: tuple[str, str | None]) -> list[str | None]:
    table = identify_speakers(pd.DataFrame(pairs, columns=["doc_id", "speaker"]))
    return [name if isinstance(name, str) else None for name in table["speaker"]]


def test_a_surname_takes_the_one_full_name_of_the_corpus():
    assert speakers(("a", "Peskov"), ("b", "Dmitry Peskov")) == ["Dmitry Peskov", "Dmitry Peskov"]


def test_two_people_of_one_surname_stay_two_and_the_surname_alone_stays():
    pairs = ("a", "Bill Clinton"), ("b", "Hillary Clinton"), ("c", "Clinton")
    assert speakers(*pairs) == ["Bill Clinton", "Hillary Clinton", "Clinton"]


def test_a_title_of_one_sex_leads_to_nobody_of_the_other_in_another_document():
    texts = ["Pope Thomas spoke.\n\nThomas said that it was late.", "Megan Holm Thomas said that it was early."]
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a", "b"], "text": texts}))
    assert quotes["speaker"].tolist() == ["Thomas", "Megan Holm Thomas"]
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a", "b"], "text": [texts[0].replace("Pope", "Ms."), texts[1]]}))
    assert quotes["speaker"].tolist() == ["Megan Holm Thomas"] * 2


def test_spellings_of_one_name_become_the_one_that_most_documents_use():
    pairs = ("a", "Sergei Lavrov"), ("b", "Sergey Lavrov"), ("c", "Sergey Lavrov"), ("c", "Lavrov")
    assert speakers(*pairs) == ["Sergey Lavrov"] * 4
    assert fold("Zelenskyy") == fold("Zelensky") and fold("Mélenchon") == fold("Melenchon")


def test_a_middle_name_makes_no_other_person():
    assert speakers(("a", "Donald J. Trump"), ("b", "Donald Trump"), ("c", "Donald Trump")) == ["Donald Trump"] * 3


def test_descriptions_organisations_and_the_unknown_are_left_alone():
    pairs = ("a", "two senior officials"), ("a", None), ("b", "the White House")
    assert speakers(*pairs) == ["two senior officials", None, "the White House"]


def test_one_documents_text_changes_only_the_spelling_of_anothers_speakers():
    first = {"doc_id": "a", "text": "“It is late,” Peskov said. He added: “Good night to you.”"}
    second = {"doc_id": "b", "text": "Dmitry Peskov said it was early."}
    changing = ["speaker", "speaker_id"]
    alone = extract_quotes(pd.DataFrame([first]))
    both = extract_quotes(pd.DataFrame([first, second]))
    both = both[both["doc_id"] == "a"].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone.drop(columns=changing), both.drop(columns=changing))
    assert alone["speaker"][0] == "Peskov" and both["speaker"][0] == "Dmitry Peskov"


def read(*texts, aliases=None):
    """Sentences, quotes and mentions of documents a, b, ... as load_corpus makes them."""
    documents = pd.DataFrame({"doc_id": list("abcdef")[: len(texts)], "text": texts})
    sentences = split_sentences(documents)
    mentions, register = find_mentions(sentences, aliases)
    quotes = identify_speakers(find_quotes(documents), register, mentions, sentences)
    return sentences, quotes, mentions


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_a_speaker_in_one_spelling_does_not_speak_of_himself_in_another(one, other):
    """In b the person says his own name in the other spelling, and France's; only France is somebody else."""
    sentences, quotes, mentions = read(
        f"President {one} spoke in Paris.", f'"I, {other}, will go to France today," President {one} said on Monday.'
    )
    assert len(set(quotes["speaker_id"])) == 1
    assert quotes["speaker_id"][0] in set(mentions["actor_id"])
    assert pair_speakers(mentions, quotes, sentences)["actor"].tolist() == ["France"]


def test_the_words_that_name_a_speaker_are_not_what_he_speaks_of():
    """Peskov is named by the outlet, Lavrov by Peskov: one pair."""
    sentences, quotes, mentions = read('"Sergei Lavrov will go to Minsk tomorrow," Dmitry Peskov said on Monday.')
    pairs = pair_speakers(mentions, quotes, sentences)
    assert pairs.loc[pairs["kind"] == "person", ["speaker", "actor", "sentences"]].to_numpy().tolist() == [
        ["Dmitry Peskov", "Sergei Lavrov", 1]
    ]


def test_a_speakers_surname_is_joined_to_a_person_who_is_only_spoken_of():
    _, quotes, mentions = read('"We will see about that," Peskov said.', "They met Dmitry Peskov in Moscow.")
    assert quotes[["speaker", "speaker_id", "named"]].to_numpy().tolist() == [
        ["Dmitry Peskov", "person:peskov_dmitri", "Peskov"]
    ]
    assert set(mentions.loc[mentions["kind"] == "person", "actor_id"]) == {"person:peskov_dmitri"}


def test_a_description_that_holds_a_name_is_not_the_one_named():
    _, quotes, _ = read('"We will see about that," a spokesman for Hillary Clinton said.')
    assert quotes["speaker_id"][0].startswith("described:a spokesman")


def test_an_organisation_that_speaks_is_the_one_that_is_mentioned():
    _, quotes, mentions = read("The United Nations said that the talks had failed. France left the United Nations.")
    assert quotes["speaker_id"].tolist() == ["organisation:united_nations"]
    assert "organisation:united_nations" in set(mentions["actor_id"])


def test_a_government_in_other_words_keeps_them_and_has_the_countrys_identifier():
    _, quotes, _ = read("The White House said that the talks had failed.")
    assert quotes[["speaker", "speaker_id"]].to_numpy().tolist() == [["White House", "country:united_states"]]


def test_an_alias_file_joins_what_the_register_keeps_apart(tmp_path):
    texts = '"I will go home now," Ann Lee said.', '"I will stay right here," Anna Lee-Reed said.'
    assert read(*texts)[1]["speaker_id"].nunique() == 2
    path = tmp_path / "aliases.yaml"
    path.write_text("people:\n  Ann Lee: [Anna Lee-Reed]\n", encoding="utf-8")
    quotes = read(*texts, aliases=path)[1]
    assert quotes["speaker"].tolist() == ["Ann Lee", "Ann Lee"] and len(set(quotes["speaker_id"])) == 1


def test_the_forms_that_were_joined_are_listed_with_what_joined_them():
    """Peskov: twice in full, once by surname, who also speaks once; France once."""
    _, quotes, mentions = read(
        'Dmitry Peskov met Dmitry Peskov. "We will see about that," Peskov said.', "He was not in France."
    )
    names = tabulate_names(mentions, quotes)
    rows = names[["actor_id", "form", "joined_by", "mentions", "speeches", "documents"]].to_numpy().tolist()
    assert rows == [
        ["country:france", "France", "alias", 1, 0, 1],
        ["person:peskov_dmitri", "Dmitry Peskov", "full name", 2, 1, 1],
        ["person:peskov_dmitri", "Peskov", "surname", 1, 0, 1],
    ]


def test_identifiers_do_not_hang_on_the_order_of_documents():
    texts = ['"We will see about that," Peskov said.', "Dmitry Peskov spoke.", "Sergey Lavrov met Sergei Lavrov."]
    forth, back = (
        find_actors(split_sentences(pd.DataFrame({"doc_id": list("abc")[::way], "text": texts[::way]})))
        for way in (1, -1)
    )
    assert set(forth["actor_id"]) == set(back["actor_id"]) == {"person:peskov_dmitri", "person:lavrov_sergei"}


def test_a_title_that_does_not_fit_whom_the_document_names_means_who_bears_the_name_elsewhere():
    elsewhere = ["Robert Marlow spoke. Marlow said it was late."] * 3
    _, _, mentions = read("Susan Marlow came along. Mr. Marlow said that he was glad. Marlow left early.", *elsewhere)
    first = mentions[mentions["doc_id"] == mentions["doc_id"].iloc[0]]
    assert first["actor"].tolist() == ["Susan Marlow", "Robert Marlow", "Robert Marlow"]
    _, _, mentions = read("Susan Marlow came along. Mrs. Marlow said that she was glad. Marlow left early.", *elsewhere)
    assert set(mentions[mentions["doc_id"] == mentions["doc_id"].iloc[0]]["actor"]) == {"Susan Marlow"}


def test_a_description_is_nobodys_name():
    _, quotes, _ = read("The Brady Bill was signed by James Brady. The bill says that everyone must wait.")
    assert quotes["speaker_id"].tolist() == ["described:the bill"]


def test_a_name_of_an_alias_file_is_known_behind_a_title_too_and_gives_its_surname():
    _, _, mentions = read("President Volodymyr Zelensky came. Zelensky said that it rained. Mr. Zelensky left.")
    assert set(mentions["actor_id"]) == {"person:zelenski_volodimir"}


def test_an_alias_joins_what_stands_behind_a_title(tmp_path):
    (tmp_path / "aliases.yaml").write_text("people: {Sergei Lavrov: [Sergey Lavrov]}", encoding="utf-8")
    text = "Foreign Minister Sergey Lavrov said that it rained. Lavrov left. S. Lavrov said that he had seen nobody."
    _, quotes, mentions = read(text, aliases=tmp_path / "aliases.yaml")
    assert set(mentions["actor"]) == set(quotes["speaker"]) == {"Sergei Lavrov"} and len(set(mentions["actor_id"])) == 1


def test_names_are_listed_where_nobody_is_quoted():
    _, quotes, mentions = read("Ann Lee came to the town on Monday.")
    assert tabulate_names(mentions, quotes)[["actor", "speeches"]].to_numpy().tolist() == [["Ann Lee", 0]]


def test_mr_and_mrs_are_two():
    _, quotes, _ = read("Ann Orly came. Bob Orly left. Mrs. Orly said that it rained. Mr. Orly said that it snowed.")
    assert quotes["speaker"].tolist() == ["Ann Orly", "Bob Orly"]


def test_a_spokesman_is_not_whom_he_speaks_for():
    _, quotes, _ = read('A spokesman for Bob Orly said that it was short. "He loves the town," the spokesman said.')
    assert "Bob Orly" not in set(quotes["speaker"])


def test_a_name_that_an_alias_file_gives_to_two_people_is_refused(tmp_path):
    file = tmp_path / "aliases.yaml"
    file.write_text("people: {Sergei Lavrov: [Lavrov], Ivan Lavrov: [Lavrov]}", encoding="utf-8")
    with pytest.raises(InputError, match="'Lavrov' is a name of 'Sergei Lavrov' and of 'Ivan Lavrov'"):
        read("Lavrov came.", aliases=file)
