"""Sentences: their ends, their places, and nothing lost."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktSentenceTokenizer

from analysis.errors import InputError
from analysis.texts.sentences import place_paragraphs, place_sentences, split_sentences
from analysis.texts.sentences.abbreviations import load_abbreviations
from analysis.texts.sentences.punkt import _ASKS, _NUMBER, _PLAIN_END, _tokenizer


def make_documents(*texts):
    return pd.DataFrame({"doc_id": [f"d{n}" for n in range(len(texts))], "text": list(texts)})


def sentences(text):
    return split_sentences(make_documents(text))["text"].tolist()


@pytest.mark.parametrize(
    "expected",
    [
        # abbreviations
        ["Mr. Umarov met Gen. Ivanov and Prof. Dr. Lee.", "They spoke."],
        ["It is an example of compromises that Mr. President has to make.", "He agreed."],
        ["Costs fell (Tab. 4b, c).", "See Eq. 2 and Abb. 7.", "He paid the tab.", "Both left."],
        ["The U.S. President left the U.S. on Monday.", "He returned."],
        ["It was built in the U.S.", "He paid for it."],
        ["They met at 5 p.m. Thursday in Paris.", "Others came at 6 p.m.", "Putin left."],
        ["See Nos. 5 and 6, and No. 7.", "He said no.", "Putin then left."],
        ["Weapons in space, etc.", "Moreover, she said so."],
        ["The bill, e.g. Sen. Smith's, passed in Dec. 2020.", "It failed in Mar.", "The next did not."],
        ["He works at Acme Inc. in Springfield, Ill.", "The firm grew."],
        # datelines that have full stops
        ["OSLO, May 4. /NTB/. The ferry is late.", "It comes at noon."],
        ["ОСЛО, 4 мая. /НТБ/. Паром опоздал.", "Он придёт в полдень."],
        ["Осло. 4 мая 2024 г. НТБ - Паром опоздал.", "Он придёт в полдень."],
        ["OSLO. NTB – The ferry is late.", "It comes at noon."],
        ["OSLO. – The ferry is late.", "It comes at noon."],
        ["Oslo, 4 May.", "The ferry is late.", "No.", "– Yes."],
        # initials and numbers
        ["J. K. Rowling met George H.W. Bush and Vladimir V. Putin.", "They spoke."],
        ["They were in group A.", "The match was lost."],
        ["It grew by 4.7 percent to $93.5 billion at 5.30 am.", "It fell later."],
        ["1. The first point is made.", "2. The second is not."],
        # quotations: the closing mark belongs to the sentence
        ['He said: "This is all stupidity.', 'This is an information war."', "He left."],
        ['"We will go."', '"They know this well."'],
        ["'Fine.'", "She nodded."],
        ['"Is it so?" Mr. Lee asked.', "He left."],
        ['"Never!" the crowd shouted.', '"Is it so?"', "Lee left."],
        ['"Is it so?" he asked.', '"Yes!" she said.'],
        ['They rely on criminals? " – wrote the politician.', "He left."],
        ['"Will it be discussed?" - asked the journalist.', "It will."],
        ["(It was late.)", "He left."],
        # ellipses
        ["They expel us from Transcaucasia…", "This will never be achieved."],
        ['"They operate in Kazakhstan...', 'With assistance, there are two."'],
        ['"A lot of countries... they also use this tool."'],
        # marks of posts
        ["☝️ Empty talk is not for us.", "❗️ It is."],
        ["Don't miss out!", "Register at example.com for a chance to #StudyHere.", "#Tag"],
        ["Happy holidays!🇨🇦", "The embassy wrote it."],
        ["The port is shut❗️", "Ann Lee said so."],
        ["Who pays ❓", "Nobody does‼️", "🔴 The mayor left⁉️", "So it is."],
        # long names behind a question or a cry
        ['"Who pays?" Senator Ann Lee of Ohio then asked.', "He left."],
        ['"Count again!" U.S. Rep. Bob Cole, a nurse from Texas, shouted.', "They did."],
        ['"Who pays?"', "The mayor left the hall, and nobody said a word."],
        ["“Who pays?”", "Nobody answered."],
        ['"Who pays?" Rep. Ina Moll (D-R.I.) replied.', "He left."],
        ['"Who pays?"', "They went (to N.J.)", "Nobody came."],
        ['"We go home." Ina Moll said.', '"Good." Otto Kern told reporters on Monday.', "He left."],
        ['"We go home."', "Ina Moll said that it was late.", '"Who is it?"', "Nobody said."],
        ["Он спросил: «Кто там?»", "Никто не ответил.", "Sie rief: „Wer?“", "Niemand antwortete."],
        # books and verses, firms and ranks joined by an ampersand
        ["The psalm says so (Matt. 5:3).", "See Gen. 1:27 too.", "They read 1 Cor. 13:4 aloud."],
        ["The firm of Smith Bros. & Co. is closed.", "He ran from Com. & Adm. home.", "It was late."],
        ["It costs max. 7 euros and min. 3 of them.", "We drove to the max.", "He left."],
        ["He came at noon.", "4:30 was too late for him."],
        ["He works at Yahoo! Japan.", "She loves Jeopardy!", "They left."],
        # ordinals
        ["Es war am 3. Oktober.", "Dann kam der 2. Wahlgang.", "Der 1. FC verlor."],
        ["Am 4. Parteitag sprach er.", "Sie kamen am 3. und 4. Mai.", "Im Mai waren es die 5.", "Dann ging er."],
        # what opens with a time, numbers of notes
        [
            "At 7 a.m. Mr. Roe woke.",
            "He slept at 9 P.M.",
            "Ms. Moll did not.",
            "When?",
            "At 5 p.m.",
            "The bus was late.",
        ],
        ["It was sold in June.[4]", "Nobody knew.[5][12]", "See N°. 26.41 of the list."],
        ["He is 45.", "Mary is 44.", "I am 12.", "Bob is a boy."],
        # other languages
        ["Er sprach z. B. Herrn Lang an, sog. Experten und ca. 5 Mio. Leute.", "Das war es."],
        ["El Sr. Ruiz y la Dra. Paz votan en EE. UU. sin miedo.", "Ganan."],
        ["Il sig. Rossi e il dott. Bianchi votano.", "La legge passa."],
        ["Pan inż. Nowak mówi np. Annie i tzw. Radzie.", "To koniec."],
        ["Dhr. De Wit en mevr. Bos spraken, bijv. Anna.", "Het is klaar."],
        ["Він жив на вул. Франка і т.д.", "Потім поїхав."],
        ["В 2023 г. Россия поставила 5 млн. тонн.", "Это рекорд."],
        ["Об этом сказал А. С. Пушкин и т.д.", "Он ушёл."],
        ["Um 9 Uhr kam Fr. Dr. Kern.", "Fr. Brown did not."],
        ["Er kam am 3. Mai mit Dr. Schmidt an.", "Sie gingen."],
        ["Er rief Dr. med. Kern an, den ev. Pfarrer und die kath. Schule.", "Sie kamen."],
        ["Das Amt liegt in der Gartenstr. 8.", "Sie wohnt in der Bergstr.", "Er nicht."],
        ["Le train part à 7 h.", "Elle le prend.", "Le plan de J.-L. Aubry suit.", "Il coûte 5 euros."],
        ["El muro mide 9 m.", "¿Resiste?", "¡Sí!"],
        ["El Lic. Mora y el Ing. Soto viven en EE. UU. desde mayo.", "Ud. no."],
        ["Он жил в пгт. Южный на ул. Садовой.", "Родился в 1961 г.", "Затем уехал.", "В 1961 г. Россия молчала."],
        ["В 2003-2007 гг. Антон жил в г. Туле.", "Книга вышла в 2003-2007 гг.", "Он её писал."],
        ["Див. стор. 9 і арк. 4.", "Він пішов о 9 год."],
        ["Il est né le 1er janv. 1970 et mort en févr. 2001.", "Він приїхав 5 трав. 1990 р. у Львів."],
        ["Кто там?..", "Никого!..", "Тишина."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected):
    assert sentences(" ".join(expected)) == expected


def test_a_glued_full_stop_parts_sentences_but_not_a_web_address():
    assert sentences("He would deal with them.Carson then left. See example.Com today.") == [
        "He would deal with them.",
        "Carson then left.",
        "See example.Com today.",
    ]


@pytest.mark.parametrize(
    "expected",
    [
        ['"We left early."', "She said no."],
        ["It was late.", '"No," she said.'],
        ["He called it 'old.'", "The dam broke."],
        ["They came (it was late.)", "The dam broke!", "(He ran.)", "All was lost."],
    ],
)
def test_a_mark_glued_between_two_sentences_belongs_to_the_one_that_it_closes(expected):
    assert sentences("".join(expected)) == expected


def test_who_says_what_follows_is_not_who_asked():
    text = ['"Is it so?"', 'The clerk said: "It is."', 'Ida Lee spoke. "Is it so?" Carl Roe asked.']
    assert sentences(" ".join(text[:2])) == text[:2]
    assert sentences(text[2])[1] == '"Is it so?" Carl Roe asked.'


def test_list_items_and_the_line_that_opens_them_are_sentences_of_one_paragraph():
    table = split_sentences(
        make_documents("It aims at:\n• theft or fraud;\n- 12 people (incl. 5 children).\n\nNext one.")
    )
    assert table[["paragraph", "text"]].to_numpy().tolist() == [
        [0, "It aims at:"],
        [0, "• theft or fraud;"],
        [0, "- 12 people (incl. 5 children)."],
        [1, "Next one."],
    ]


def test_a_line_wrapped_to_a_width_is_no_end():
    assert sentences("The minister said on Monday that the talks\nwould go on. He left.") == [
        "The minister said on Monday that the talks\nwould go on.",
        "He left.",
    ]


def test_paragraphs_are_counted_from_nought_and_one_of_asterisks_gives_no_sentence():
    table = split_sentences(make_documents("One. Two.\n\n***\n\nThree."))
    assert table[["sentence_id", "paragraph", "start", "end"]].to_numpy().tolist() == [
        ["d0:0001", 0, 0, 4],
        ["d0:0002", 0, 5, 9],
        ["d0:0003", 2, 16, 22],
    ]


WORDS = st.sampled_from(
    [
        'He said: "Yes.', '"', "'", "Mr. ", "U.S. ", "no. ", "5", "...", "… ", "A. ", "? ", "!” ", "\n", "\n\n", "• ",
        "– he ", "word ", "Слово. ", "г. ", "#Tag ", "🇷🇺", "(", ") ", "e.g. ", "p.m. ", ". ", ".", "Sentence one. ",
        "etc. ", "\u2028",
    ]
)  # fmt: skip


@settings(max_examples=25)
@given(st.lists(st.text(max_size=40) | st.lists(WORDS, max_size=30).map("".join), min_size=3, max_size=8))
def test_every_letter_is_in_exactly_one_sentence_and_places_are_exact(texts):
    documents = make_documents(*texts)
    table = split_sentences(documents)
    assert table["sentence_id"].is_unique
    for doc_id, text in zip(documents["doc_id"], documents["text"], strict=True):
        own = table[table["doc_id"] == doc_id]
        assert [text[start:end] for start, end in zip(own["start"], own["end"], strict=True)] == own["text"].tolist()
        places = [0, *(place for pair in zip(own["start"], own["end"], strict=True) for place in pair), len(text)]
        assert places == sorted(places)
        outside = "".join(text[end:start] for end, start in zip(places[::2], places[1::2], strict=True))
        assert not any(char.isalnum() for char in outside)
        assert own["text"].eq(own["text"].str.strip()).all() and own["paragraph"].is_monotonic_increasing


def test_paragraphs_of_documents_are_those_of_their_blank_lines(cleaned_seeds):
    for text in cleaned_seeds.documents["text"]:
        assert [text[start:end] for start, end in place_paragraphs(text)] == text.split("\n\n")


def test_the_quick_way_decides_as_punkt_itself_does(cleaned_seeds):
    """The shortcut for a plain word before a full stop is only there for speed."""
    punkt, quick = _tokenizer(), 0
    for text in cleaned_seeds.documents["text"]:
        for _, context in punkt._match_potential_end_contexts(text):
            plain = _PLAIN_END.search(context)
            if plain and plain[1].lower() not in punkt._params.abbrev_types:
                quick += 1
                assert PunktSentenceTokenizer.text_contains_sentbreak(punkt, context)
    assert quick > 200


@given(
    st.from_regex(r"[\"'(]?[A-Za-zé-]{2,9}[?!]([\"')\]]|  ?[\"'(]?[A-Za-z0-9é]{1,6}[.,?!\"')]?)", fullmatch=True)
    | st.from_regex(r"[0-9][0-9,]{0,4}\. [A-ZÉ][a-zé]{1,8},?", fullmatch=True)
)
def test_a_question_or_a_number_ends_a_sentence_where_punkt_itself_says_so(context):
    """The shortcuts for "here? They" and "2016. Later" are only there for speed."""
    if _ASKS.search(context) or _NUMBER.match(context):
        assert PunktSentenceTokenizer.text_contains_sentbreak(_tokenizer(), context)


@given(
    st.lists(st.sampled_from(["Mr.", "end", "U.S", "A", "5", ".", "?", "!", ")", '"', "’", "--", " ", "\n", "\x0b"]))
)
def test_spans_are_those_that_punkt_itself_gives(parts):
    """Punkt goes through a text match by match and copies it many times; what it finds is the measure."""
    text = "".join(parts)
    assert _tokenizer().find_spans(text) == list(_tokenizer().span_tokenize(text))


def test_hostile_texts_are_split_as_well():
    for text in ("word " * 100_000, ". " * 20_000, '"' * 50_000, "U.S. " * 5_000, "a\n" * 20_000, "." * 50_000):
        kept = "".join(split_sentences(make_documents(text))["text"])
        assert sum(map(str.isalnum, kept)) == sum(map(str.isalnum, text))


def test_no_abbreviation_has_two_rules_of_its_own():
    lists = load_abbreviations()
    ruled = ["before_a_name", "before_a_number", "only_capitalised", "ends_at_a_capital", "others"]
    every = [word for name in ruled for word in lists[name]]
    assert len(every) == len(set(every))
    assert not any(word.endswith(".") for word in every)


def test_sentences_of_a_document_do_not_depend_on_the_others():
    texts = ["He met Mr. Lee. They spoke.", 'She said: "No." He left.']
    both = split_sentences(make_documents(*texts))["text"].tolist()
    assert both == [*sentences(texts[0]), *sentences(texts[1])]


def test_documents_without_text_or_with_a_repeated_name_are_an_error():
    with pytest.raises(InputError, match=r"lacks the columns \['text'\]"):
        split_sentences(pd.DataFrame({"doc_id": ["a"]}))
    with pytest.raises(InputError, match=r"documents.doc_id repeats: \['a'\]"):
        split_sentences(pd.DataFrame({"doc_id": ["a", "a"], "text": ["One.", "Two."]}))


def test_no_documents_give_no_sentences():
    assert split_sentences(make_documents()).empty


@pytest.mark.parametrize(
    "sentences",
    [
        ["She wants a tax on goods of the U.S.", "Mr. Dahl insisted on it."],
        ["She got an A.", "Vitamin C helps."],
        ["He has hepatitis B.", "Doctors say so."],
        ["The watchdog group U.N. Watch wrote a letter."],
        ["She wore a J. Crew sweater.", "It fit."],
        ["He takes size M.", "Trousers cost more."],
        ["They walked to point B.", "Nobody met them."],
        ["It was only you and I.", "Did they know?"],
        ["Группа шла от точки Б.", "Найти её не смогли."],
        ["U.S. Sen. Ina Moll left."],
    ],
)
def test_a_letter_that_is_no_initial_ends_a_sentence(sentences):
    text = " ".join(sentences)
    assert [text[start:end] for _, start, end in place_sentences(text)] == sentences


@pytest.mark.parametrize(
    "expected",
    [
        ["« Qui vient ? » demande-t-il.", "« Nous venons », dit-elle.", "Fin."],
        ["Il se tait.", "«\xa0Je reste.\xa0»", "Elle part."],
        ["Elle dit qu'il a vu « un loup ».", "Il rit."],
        ["He left.", "“ We stay here, ” she said.", "He nodded."],
        ["He left.", '" We stay, " she said.', '" Why? " asked Ida.'],
        ["Er sagte: „Das ist so.“", "Dann ging er.", "»Nein.«", "»Doch!«"],
    ],
)
def test_a_mark_apart_from_its_words_opens_or_closes_the_sentence_that_has_them(expected):
    assert sentences(" ".join(expected)) == expected


def test_marks_apart_from_their_words_keep_their_places():
    text = 'Il se tait. « Je reste. » Elle part.\n\n" No ", he said.'
    placed = [text[start:end] for _, start, end in place_sentences(text)]
    assert placed == ["Il se tait.", "« Je reste. »", "Elle part.", '" No ", he said.']
    assert "".join(sentences('« a. » " ' * 30_000)).count("a") == 30_000
