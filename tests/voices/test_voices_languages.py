"""Who says what in Russian, Kazakh, Ukrainian, German, French and Spanish: on the gold, and in made-up sentences."""

import importlib.util
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.voices import extract_quotes, find_quotes
from analysis.voices.languages.choices import choose_languages
from analysis.voices.languages.rules import list_languages, load_language

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
spec = importlib.util.spec_from_file_location("bench_voices", ROOT / "tools" / "bench_voices.py")
bench_voices = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bench_voices)


def rows(text: str) -> list[tuple[str, str | None, str]]:
    """List (kind, speaker, words) of a text."""
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    names = [name if isinstance(name, str) else None for name in found["speaker"]]
    return list(zip(found["kind"], names, found["text"], strict=True))


# floors, a little under what was measured (docs/voices.md): F1 of spans and share of speakers, worked on and kept aside
@pytest.mark.parametrize(
    ("language", "worked", "kept"),
    [
        ("ru", (0.97, 0.96), (0.93, 0.92)),
        ("kk", (0.87, 0.97), (0.97, 0.93)),
        ("uk", (0.97, 0.97), (0.97, 0.94)),
        ("de", (0.97, 0.92), (0.90, 0.96)),
        ("fr", (0.97, 0.94), (0.87, 0.94)),
        ("es", (0.97, 0.95), (0.97, 0.95)),
    ],
)
def test_quotations_of_the_gold_are_found_with_their_speakers(language, worked, kept):
    for half, (f1, speaker) in {"worked": worked, "kept": kept}.items():
        shares = bench_voices.measure_language(GOLD, language, half)
        assert shares["f1"] >= f1 and shares["speaker"] >= speaker, (half, shares)


# of agencies' news and posts, two lots: the first runs, before the rules of their forms, had F1 .89, .81, .82, .87, .75
# and .92, .76, .88, .74, .79
@pytest.mark.parametrize(
    ("language", "f1", "speaker"),
    [("ru", 0.96, 0.94), ("kk", 0.88, 0.95), ("uk", 0.9, 0.94), ("de", 0.94, 0.95), ("fr", 0.93, 0.92)],
)
def test_quotations_of_agencies_and_posts_are_found_with_their_speakers(language, f1, speaker):
    shares = bench_voices.measure_language(GOLD, language, gold="news")
    assert shares["quotations"] >= 55 and shares["f1"] >= f1 and shares["speaker"] >= speaker, shares


# eight more lots: the first runs had F1 .92, .87, .91, .83, .80; .82, .80, .87, .81, .67; of ordinary news .97, .92,
# .97, .89, .93 and .95, .95, 1.00, 1.00, .95; of whole reports 1.00, .86, .91, .95, .94 and 1.00,
# .89, 1.00, .86, 1.00; of two longer reports each .98, .93, .97, .93, .93; of two Spanish ones .93;
# of two with more posts and tickers .85, .77, .77, .75, .85
@pytest.mark.parametrize(
    ("gold", "language", "f1", "speaker"),
    [
        ("news2", "ru", 0.96, 0.96), ("news2", "kk", 0.96, 0.96), ("news2", "uk", 0.96, 0.96),
        ("news2", "de", 0.98, 0.93), ("news2", "fr", 0.95, 0.96), ("news3", "ru", 0.92, 0.9),
        ("news3", "kk", 0.95, 0.95), ("news3", "uk", 0.93, 0.9), ("news3", "de", 0.85, 0.95),
        ("news3", "fr", 0.92, 0.95), ("news4", "ru", 0.97, 0.97), ("news4", "kk", 0.97, 0.95),
        ("news4", "uk", 0.97, 0.95), ("news4", "de", 0.97, 0.95), ("news4", "fr", 0.97, 0.95),
        ("news5", "ru", 0.93, 0.95), ("news5", "kk", 0.95, 0.95), ("news5", "uk", 0.95, 0.95),
        ("news5", "de", 0.95, 0.95), ("news5", "fr", 0.95, 0.95), ("news6", "ru", 0.97, 0.95),
        ("news6", "kk", 0.97, 0.95), ("news6", "uk", 0.97, 0.95), ("news6", "de", 0.94, 0.95),
        ("news6", "fr", 0.97, 0.95), ("news7", "ru", 0.97, 0.95), ("news7", "kk", 0.97, 0.95),
        ("news7", "uk", 0.97, 0.95), ("news7", "de", 0.97, 0.95), ("news7", "fr", 0.97, 0.95),
        ("news8", "ru", 0.97, 0.95), ("news8", "kk", 0.97, 0.95), ("news8", "uk", 0.97, 0.95),
        ("news8", "de", 0.97, 0.95), ("news8", "fr", 0.97, 0.95), ("news9", "ru", 0.95, 0.95),
        ("news9", "kk", 0.95, 0.95), ("news9", "uk", 0.97, 0.95), ("news9", "de", 0.96, 0.88),
        ("news9", "fr", 0.97, 0.95), ("news9", "es", 0.97, 0.95),
    ],
)  # fmt: skip
def test_quotations_of_the_later_lots_are_found_with_their_speakers(gold, language, f1, speaker):
    shares = bench_voices.measure_language(GOLD, language, gold=gold)
    assert shares["f1"] >= f1 and shares["speaker"] >= speaker, shares


@pytest.mark.parametrize(
    ("language", "fewest"), [("ru", 150), ("kk", 60), ("uk", 60), ("de", 60), ("fr", 60), ("es", 60)]
)
def test_the_gold_stands_in_its_texts_and_is_large_enough(language, fewest):
    documents, gold = bench_voices.load_gold(GOLD, language, "all")
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    assert len(gold) >= fewest
    assert all(texts[row["document"]][row["start"] : row["end"]] == row["text"] for row in gold)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Снег сойдёт к маю», — сказал лесник Егор Белов.", "Егор Белов"),
        ("Лесник Егор Белов сказал, что снег сойдёт к маю.", "Егор Белов"),
        ("По словам лесника Егора Белова, снег сойдёт к маю.", "Егор Белов"),
        ("Как сообщила лесничий Вера Белова, снег сойдёт к маю.", "Вера Белова"),
        ("Снег сойдёт к маю, сообщили в министерстве лесного хозяйства.", "министерство лесного хозяйства"),
        ("«Қар мамырда кетеді», – деді орманшы Ерлан Серіков.", "Ерлан Серіков"),
        ("Ерлан Серіковтің айтуынша, қар мамырда кетеді.", "Ерлан Серіков"),
        ("За словами лісника Петра Бойка, сніг зійде до травня. Це сказав Петро Бойко.", "Петро Бойко"),
        ("„Der Schnee ist im Mai weg“, sagte die Försterin Eva Bauer.", "Eva Bauer"),
        ("Eva Bauer sagte, der Schnee sei im Mai weg.", "Eva Bauer"),
        ("Nach Angaben der Behörde ist der Schnee im Mai weg.", "Behörde"),
        ("« La neige fondra en mai », a dit la garde forestière Ève Martin.", "Ève Martin"),
        ("D'après la préfecture, la neige fondra dans les plaines en mai.", "préfecture"),
    ],
)
def test_the_speaker_is_named_in_the_nominative(text, speaker):
    assert [name for _, name, _ in rows(text)] == [speaker]


def test_one_person_in_several_cases_is_one_speaker():
    text = (
        "Мэр Олег Рогов выступил на сходе. С Роговым спорили долго. По словам Рогова, дорога нужна всем. "
        "«Её построят», — пообещал Рогов. В беседе с Олегом Роговым он назвал срок. «К осени», — уточнил он."
    )
    assert [name for _, name, _ in rows(text)] == ["Олег Рогов"] * 3


def test_one_person_in_two_scripts_has_one_identifier():
    texts = ["Mayor Oleg Rogov said that the road would be built.", "«Дорогу построят», — сказал мэр Олег Рогов."]
    found = extract_quotes(pd.DataFrame({"doc_id": ["a", "b"], "text": texts}))
    assert found["speaker_id"].tolist() == ["person:rogov_oleg"] * 2


def test_what_is_said_aside_inside_the_marks_is_no_quotation():
    assert rows("«Дорога нужна, — сказал Олег Рогов. — Её построят».") == [
        ("direct", "Олег Рогов", "Дорога нужна"),
        ("direct", "Олег Рогов", "Её построят"),
    ]
    assert rows("« La route est utile, a dit Marc Petit, nous la ferons. »") == [
        ("direct", "Marc Petit", "La route est utile"),
        ("direct", "Marc Petit", "nous la ferons."),
    ]


def test_dialogue_set_off_by_dashes_is_speech_and_a_list_is_not():
    assert rows("— Дорога нужна, — сказал Олег Рогов.\n— А деньги?")[0] == ("direct", "Олег Рогов", "Дорога нужна")
    assert rows("План на год:\n— ремонт дороги,\n— покупка автобусов.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Компания «Северный путь» купила пароход «Надежда». Фильм «Долгая зима» выйдет в мае.",
        "Так называемые «серые схемы» в отчёте не упомянуты, а «зелёный коридор» закрыт.",
        "Die Zeitung „Der Bote“ erscheint nicht. Der sogenannte „Deckel“ ist gescheitert.",
        "Le film « La Route » est sorti dans les salles. Le « calendrier » est connu de tous.",
    ],
)
def test_names_titles_and_scare_quotes_are_no_speech(text):
    assert rows(text) == []


def test_english_paragraphs_of_a_mixed_document_are_read_as_ever():
    english = 'Mayor Ann Lee said that the road was safe. "We will build it," Lee added.'
    russian = "«Дорогу построят», — сказал губернатор Олег Рогов."
    german = "„Die Straße ist nicht sicher“, sagte der Förster Max Bauer und ging."
    found = rows(f"{english}\n\n{russian}\n\n{german}\n\n{english}")
    assert found[:2] == found[-2:] == rows(english)
    assert [name for _, name, _ in found[2:-2]] == ["Олег Рогов", "Max Bauer"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Снега нет», — буркнул лесник Егор Белов.", "Егор Белов"),  # no list has the verb
        ("«Снега нет», — цитирует Егора Белова газета «Лес». Егор Белов это подтвердил.", "Егор Белов"),
        ("Глава совета по лесу Тодор Вылков сказал, что снега нет.", "Тодор Вылков"),
        ("На сходе был лесник Егор Белов. И добавил: «Снега нет».", None),  # nobody has spoken
        ("Лесник Егор Белов вышел к людям. «Снега нет», — сказал лесник.", "Егор Белов"),
        ("„Kein Schnee“, sagte FDP-Politikerin Ria-Eva Bauer im Wald.", "Ria-Eva Bauer"),
        ("Le garde forestier, Yvor Martinel, a qualifié l'hiver de « saison perdue ».", "Yvor Martinel"),
    ],
)
def test_speakers_whom_no_list_has_are_found_by_their_place(text, expected):
    assert [name for _, name, _ in rows(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that it was late.", None),
        ("La Paz, Los Angeles and Le Havre are on the list of the towns.", None),
        ("Министр сказал, что уже поздно.", "ru"),
        ("Міністр сказав, що вже пізно.", "uk"),
        ("Министр кеш болғанын айтты.", "kk"),
        ("Der Minister sagte, dass es zu spät sei.", "de"),
        ("Le ministre a dit que c'est trop tard pour les autres.", "fr"),
    ],
)
def test_the_language_of_a_paragraph_is_told_by_its_letters_and_words(text, language):
    chosen = choose_languages(text, [(0, len(text))])
    assert (chosen[0].language if chosen else None) == language


PIECES = ["«", "»", "„", "“", ": ", ", ", " — ", ". ", "\n", "сказал", "по словам", "Сергея Ларина", "Ларин", "он"]
PIECES += ["деді", "айтуынша", "деп", "sagte", "der", "laut", "zufolge", "Anna Bauer", "sei", "a déclaré", "что"]
PIECES += ["selon", "les", "qu'", "В. В. ", "МИД", "в", "говорится в заявлении", "и добавил", "Как", "und", "і"]
PIECES += [
    "a-t-il dit",
    "заявив",
    "призвал граждан уйти",
    "will",
    "deckeln",
    "l'un des",
    "глава ведомства",
    "«не видят»",
    "X.",
]
PIECES += [
    "пообещал",
    "сабыр сақтауға шақырды",
    "verspricht, zu gehen",
    "veut",
    "partir",
    "Дж. Д. ",
    "американский лидер",
]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_no_text_makes_it_raise_and_rows_hold_the_texts_own_words_without_overlap(text):
    end = 0
    for row in find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]})).itertuples():
        assert end <= row.start < row.end <= len(text) and row.text == text[row.start : row.end]
        assert row.speaker != "" and row.cue != ""
        end = row.end


@pytest.mark.parametrize(
    "unit",
    ["«", "«а» ", "Сергей Ларин ", "по словам ", "сказал, что он ", "— а, — сказал ", "С. В. ", "деп ",
     "„x“, sagte er, ", "« a, dit-il, b » ", "в заявлении говорится ", "Ларина, ", "X: ", "а, и сказал ",
     "Министр Иван Белов сказал, что да. Президент ответил: «Нет». ", "призвал граждан ", "will Preise deckeln, "],
)  # fmt: skip
def test_long_hostile_texts_are_read_to_their_end(unit):
    """Forty thousand characters of each in a Russian text: what took squared time would not come back."""
    text = "Министр сказал, что это не так. Der Minister und die anderen.\n" + unit * (40_000 // len(unit))
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    assert (found["start"] < found["end"]).all()


def test_every_language_file_is_read():
    assert {load_language(path).language for path in list_languages().values()} == set(list_languages())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("language: xx\nscript: latin\nwords: [a]\nsay: [b]\nverbs: [c]\n", "keys must be among"),
        ("language: xx\nscript: runes\nwords: [a]\nsay: [b]\n", "latin or cyrillic"),
        ("language: xx\nscript: latin\nsay: [b]\n", "must have language, words, say"),
    ],
)
def test_a_language_file_with_a_mistake_is_refused(tmp_path, content, message):
    path = tmp_path / "xx.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        load_language(path)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Ми поруч», — сказав Іван Коваль.", "Іван Коваль"),
        ("«Це помилка», – наголосила речниця поліції Ганна Мельник.", "Ганна Мельник"),
        ("«Ми поруч», — сказав Петро Гончар.", "Петро Гончар"),
        ("За словами Івана Кобзаря, місто готове.", "Іван Кобзар"),
        ("«Мы рядом», — сказал Иван Ларин.", "Иван Ларин"),
        ("«Біз келдік», – деді Асан Серіков.", "Асан Серіков"),
        ("Laut Polizei wurde niemand verletzt.", "Polizei"),
        ("Selon Paul Renard, rien ne change.", "Paul Renard"),
    ],
)
def test_a_text_of_one_sentence_is_read_by_its_own_rules(text, speaker):
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert rows["speaker"].tolist() == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Laut Feuerwehr brennen Lagerhallen am Hafen.", "Feuerwehr", "brennen Lagerhallen am Hafen"),
        ("Laut Angaben der Feuerwehr brennt der Hafen.", "Feuerwehr", "brennt der Hafen"),
        ("Nach Polizeiangaben brennt der Hafen und die Stadt.", "Polizei", "brennt der Hafen und die Stadt"),
        (
            "Behördenangaben zufolge ist der Hafen seit Montag gesperrt.",
            "Behörden",
            "ist der Hafen seit Montag gesperrt",
        ),
        ("По данным полиции задержаны трое прохожих.", "полиция", "задержаны трое прохожих"),
        ("По словам директора музея, зал закрыт.", "директор музея", "зал закрыт"),
        ("Пожар потушен, по данным источника в мэрии.", "источник в мэрии", "Пожар потушен"),
        ("По оценке экспертов урожай вырос вдвое.", "эксперты", "урожай вырос вдвое"),
        ("За словами мера дорогу закрили на рік.", "мер", "дорогу закрили на рік"),
        ("Полиция мәліметінше екі жол жабылды.", "полиция", "екі жол жабылды"),
        ("Selon la mairie les travaux dureront un mois.", "mairie", "les travaux dureront un mois"),
        ("Selon le ministre de la Santé, les lits manquent.", "ministre de la Santé", "les lits manquent"),
    ],
)
def test_a_source_ends_where_its_clause_begins_with_a_comma_or_without(text, speaker, said):
    assert rows(text) == [("indirect", speaker, said)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am 4. Juni sagte Bauer im Landtag, der Wald sei gesund.", "de"),
        ("Im Wald warnt Förster Bauer vor Feuer.", "de"),
        ("– Non, dit-il.", "fr"),
        ("– Jamais, souffla-t-elle.", "fr"),
        ("On verra bien, a répondu Martin.", "fr"),
        ("They pour the tea, said Dr. René Müller.", None),
        ("Lance Hill said no.", None),
        ("- No, he said.", None),
    ],
)
def test_a_lone_sentence_is_told_by_its_verb_of_saying(text, language):
    chosen = choose_languages(text, [(0, len(text))])
    assert (chosen[0].language if chosen else None) == language


@pytest.mark.parametrize(
    "text",
    [
        "Selon nos informations, le pont fermera dans les prochains jours.",
        "Nach unseren Informationen wird die Brücke im Mai gesperrt.",
        "Unseren Recherchen zufolge wird die Brücke im Mai gesperrt.",
        "По нашим данным, мост закроют в мае.",
        "За нашими даними, міст закриють у травні.",
        "Біздің дерегімізше, көпір мамырда жабылады.",
    ],
)
def test_what_the_outlet_itself_knows_is_nobodys_speech(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("❗️Рогов: Мост закроют. Объезда пока нет.", [("Рогов", "Мост закроют. Объезда пока нет")]),
        ("Мост закроют до конца недели — МЧС", [("МЧС", "Мост закроют до конца недели")]),
        ("⚡️МЗС: міст закриють у травні.", [("МЗС", "міст закриють у травні")]),
        (
            "Мэр Олег Рогов назвал мост «старой рухлядью», а инженер Вера Белова — «памятником».",
            [("Олег Рогов", "старой рухлядью"), ("Вера Белова", "памятником")],
        ),
        (
            "Инженер Вера Белова устала. «Мост стоит сто лет», — цитирует её «Вестник».",
            [("Вера Белова", "Мост стоит сто лет")],
        ),
        ("«Мост стоит, и пусть стоит», — не сдаёт Вера Белова.", [("Вера Белова", "Мост стоит, и пусть стоит")]),
        (
            "«Мост мой», — сказала депутат Вера Белова. Спикер ответил, что мост общий.",
            [("Вера Белова", "Мост мой"), ("спикер", "что мост общий")],
        ),
        ("Мэр дал понять, что мост снесут.", [("мэр", "что мост снесут")]),
        (
            "Решение примут в мае, пояснил источник «Вестника» в мэрии.",
            [("источник «Вестника» в мэрии", "Решение примут в мае")],
        ),
        ("Полицияның мәліметі бойынша, көпір жабық.", [("полиция", "көпір жабық")]),
        ("Das Amt teilte auf Anfrage mit, man prüfe den Fall.", [("Amt", "man prüfe den Fall")]),
        ("Aus dem Rathaus verlautete, die Brücke sei marode.", [("Rathaus", "die Brücke sei marode")]),
        ("Laut einem Bericht des »Boten« schließt die Brücke im Mai.", [("Boten", "schließt die Brücke im Mai")]),
        ("Nach Darstellung Roms wurde die Brücke im Mai gesprengt.", [("Rom", "wurde die Brücke im Mai gesprengt")]),
        ("« Le pont est vieux », dit Anne Morel, qui dort dans la rue.", [("Anne Morel", "Le pont est vieux")]),
        (
            "« Le pont tiendra, promet la présidente du conseil, Yvette Morel. Il tiendra dans dix ans. »",
            [("Yvette Morel", "Le pont tiendra"), ("Yvette Morel", "Il tiendra dans dix ans.")],
        ),
        ("« On nous oublie », accuse la députée (PR) de la Marne Anne Morel.", [("Anne Morel", "On nous oublie")]),
    ],
)
def test_forms_of_agencies_and_posts(text, expected):
    assert [(name, said) for _, name, said in rows(text)] == expected


def test_two_people_who_are_named_side_by_side_are_two():
    text = "В разговоре с Эмилем Малером Олег Рогов спорил. По словам Малера, мост нужен. Рогов уверен, что нет."
    assert [name for _, name, _ in rows(text)] == ["Эмиль Малер", "Олег Рогов"]
