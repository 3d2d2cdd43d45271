"""Named furniture: captions, credits, notes, licences and bylines go, sentences that begin like them stay."""

import pandas as pd
import pytest

from analysis.texts.cleaning import clean_pages
from analysis.texts.cleaning.bylines import is_byline
from analysis.texts.cleaning.furniture import find_rule

ONE = "The harbour council voted on Monday to close the old bridge for a year."
TWO = "Shop owners near the bridge fear that they will lose customers, and some of them plan to protest next week."


def removed_from(*lines):
    text = "\n\n".join(["Bridge to close", ONE, *lines, TWO])
    cleaned = clean_pages(pd.DataFrame({"source": ["p.txt"], "format": "article", "text": [text]}))
    return dict(zip(cleaned.removed["text"].str.strip(), cleaned.removed["reason"], strict=True))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Image source, Getty Images", "picture or video"),
        ("Image caption, The bridge in May", "picture or video"),
        ("Media caption, The mayor speaks on the bridge", "picture or video"),
        ("Media captionWho is the mayor?", "picture or video"),
        ("Hide Caption 2 of 37", "picture or video"),
        ("Photos 3 of 12 The bridge in 1931", "picture or video"),
        ("Ann Lee/Getty Images", "picture or video"),
        ("AP Photo/Bob Roy", "picture or video"),
        ("Foto: Anna Schmidt / dpa", "picture or video"),
        ("Scroll down for video", "picture or video"),
        ("Supplied", "picture or video"),
        ("Picture: Supplied", "picture or video"),
        ("File photo of the bridge in May. (Ann Lee/Example)", "picture or video"),
        ("The old bridge in May. (Ann Lee/AP)", "picture or video"),
        ("Advertisement", "advertisement"),
        ("Story highlights", "heading of a box"),
        ("Read also: Harbour fees rise", "related link"),
        ("More on this story: Harbour fees rise", "related link"),
        ("In case you missed it: The ferry that never came", "related link"),
        ("Lire aussi : Les taxes du port augmentent", "related link"),
        ("Lea también: Suben las tasas del puerto", "related link"),
        ("Lesen Sie mehr: Die Hafengebühren steigen", "related link"),
        ("Читайте также: Портовые сборы выросли", "related link"),
        ("Copyright 2024 Example Press. All rights reserved.", "legal line"),
        ("Copyright Example Press", "legal line"),
        ("COPYRIGHT 2016 ANN LEE", "legal line"),
        ("© Example Press", "legal line"),
        ("This article is republished from Example under a Creative Commons license.", "legal line"),
        ("Перепечатка материалов сайта возможна только с активной ссылкой.", "legal line"),
        ("Tous droits réservés.", "legal line"),
        ("EDITOR’S NOTE: This is the first of three parts.", "editor's note"),
        ("Correction: An earlier version misstated the year in which the bridge was built.", "editor's note"),
        ("This is a developing story. Check back for updates.", "editor's note"),
        ("It's a breaking news story and will be updated", "editor's note"),
        ("More details to follow.", "editor's note"),
        ("От редакции: мнение автора может не совпадать с мнением издания.", "editor's note"),
        ("Nota del editor: este texto fue actualizado.", "editor's note"),
        ("Ann Lee in Riga and Bob Roy contributed to this report.", "credit line"),
        (
            "(Reporting by Ann Lee and Bob Roy; additional reporting by Cem Din in Izmir; Editing by Eva Fox)",
            "credit line",
        ),
        ("With files from The Example Press", "credit line"),
        ("Avec AFP", "credit line"),
        ("Mit Material von dpa", "credit line"),
    ],
)
def test_a_line_of_the_page_goes_with_its_reason(line, reason):
    assert removed_from(line).get(line) == reason


def test_the_label_of_a_box_is_cut_from_what_the_box_says():
    text = f"Bridge to close\n\nStory highlights Mayor speaks of two million\n\n{ONE}\n\n{TWO}"
    cleaned = clean_pages(pd.DataFrame({"source": ["p.txt"], "format": "article", "text": [text]}))
    assert cleaned.documents["text"].tolist() == [text.replace("Story highlights ", "")]
    assert cleaned.removed["reason"].tolist() == ["heading of a box"]
    assert removed_from("Story highlights of the year were few.") == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Copyright questions divide the council, and the mayor wants a new law by May.",
        "Copyright law protects the plans of the bridge, and the heirs of the engineer want money.",
        "Image rights were sold to a firm abroad.",
        "Supplied with new pumps, the crew worked through the night.",
        "File photos of the bridge (all of 1931) were lost in the flood.",
        "This is a developing story of greed, and the council knows all of it.",
        "The story will be told again in May, when the bridge is opened by the mayor.",
        "Check back rooms first, the engineer said.",
        "Image source code was stolen from the archive of the council.",
        "Media captions in the report name the mayor wrongly.",
        "Reporting by state media suggested that the bridge had been safe.",
        "Reporting by Reuters found that the bridge had been closed twice before.",
        "Editing by hand takes the clerks of the council three days.",
        "Heavy rain contributed to this winter's floods, the council said.",
        "The firm contributed to the report of the council with plans of its own.",
        "Correction of the plans will take a year.",
        "The article was published in May and has been updated by its author since, she said.",
        "No part of the bridge may be used from Monday on.",
        "Использование телефонов на мосту запрещено, заявил мэр.",
        "По материалам следствия, мост был закрыт дважды.",
        "Avec le pont fermé, les clients ne viennent plus.",
        "By closing the bridge, Ann Lee and Bob Roy saved the city two million euros.",
        "Von Anna Schmidt kam kein Wort dazu.",
        "All rights reserved for the council by the old law end in May.",
        "Photo finish at the bridge",
        "Bob Roy was a reporter at the paper until 2019, when he left to run for the council.",
        "Do you live here? she asked him, and he said that he did.",
        "Video shows the mayor on the bridge",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(sentence):
    assert removed_from(sentence) == {}


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee", "By ANN LEE and BOB ROY", "by Ann Lee, Bob Roy and Cem Din, Example Press",
        "By Ann Lee | Example",
        "Written by Ann Lee for The Daily Example", "Von Anna Schmidt und Peter Müller", "Par Jean de Brest",
        "Por Juan Pérez, Madrid", "Автор: Иван Петров", "Текст: Анна Ли", "Autorin: Anna Schmidt",
        "By Ann Lee Updated 3:05 PM", "By Bob R. Roy, Example.com",
    ],
)  # fmt: skip
def test_a_byline_near_the_top_goes_and_is_called_one(line):
    text = f"Bridge to close\n\n{line}\n\n{ONE}\n\n{TWO}"
    cleaned = clean_pages(pd.DataFrame({"source": ["p.txt"], "format": "article", "text": [text]}))
    assert cleaned.documents["text"].tolist() == [f"Bridge to close\n\n{ONE}\n\n{TWO}"]
    assert cleaned.removed[["reason", "text"]].to_numpy().tolist() == [["byline", f"{line}\n\n"]]


@pytest.mark.parametrize(
    "line",
    ["By the Numbers", "By Monday Morning", "By 2030", "By Moscow", "Por Fin Es Viernes", "De Gaulle returns to Paris",
     "By Ann Lee's account, the talks failed", "Von der Leyen reist nach Kiew", "By Ann Lee."],
)  # fmt: skip
def test_a_heading_or_sentence_that_begins_with_by_is_no_byline(line):
    assert not is_byline(line)


def test_a_first_line_that_looks_like_a_byline_may_be_the_heading_and_stays():
    text = f"By Ann Lee\n\n{ONE}\n\n{TWO}"
    cleaned = clean_pages(pd.DataFrame({"source": ["p.txt"], "format": "article", "text": [text]}))
    assert cleaned.documents["text"].tolist() == [text]


@pytest.mark.parametrize("line", ["Ann " * 60, "Reporting by " + "A b " * 55, "By " + "Ann Lee and " * 11, "A" * 240])
def test_long_rows_of_names_are_read_in_no_time_and_are_no_furniture(line):
    for _ in range(50):  # an expression that goes back over its steps would not come to an end
        assert find_rule(line) is None and not is_byline(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "Join us, the captain called to the rowers.",
        "Support us, the strikers chanted!",
        "Follow me on this way, Ann Lee said on Friday.",
        "Photo: this is what she wrote to the judge.",
        "Listen: he must leave before May, she warned.",
        "Continue reading the file, the judge told the clerk.",
        "Copyright 2019 is a novel about a trial.",
        "Подписывайтесь под письмом, призвала учительница.",
        "Читайте наши законы, сказал он.",
        "Video: der Ausdruck kommt aus dem Recht, erklärte die Richterin.",
        "Suivez-nous jusqu'à la mer, dit la chanson.",
        "Síguenos hasta el puerto, dijo el alcalde.",
        "Фото: так он назвал свою книгу.",
        "Foto: so heißt der Laden am Hafen.",
    ],
)
def test_a_sentence_that_somebody_says_stays_however_it_begins(sentence):
    assert removed_from(sentence) == {}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Photo: The mayor is seen at the bridge in May.", "picture or video"),
        ("Photograph: Eva Fox/AFP", "picture or video"),
        ("Show caption", "picture or video"),
        ("(See also: Who is the engineer?)", "related link"),
        ("Subscribe to our newsletter, you can leave at any time.", "subscription and follow line"),
        ("Support our journalism, we are a small newsroom and will need you.", "subscription and follow line"),
        ("Support independent journalism. It is more needed than ever.", "subscription and follow line"),
        ("Фото: пресс-служба порта.", "picture or video"),
        ("Our Standards: The Example Trust Principles.", "navigation"),
        ("Listen to this article", "navigation"),
        ("Loading...", "navigation"),
    ],
)
def test_what_a_site_says_to_its_readers_goes_though_it_has_a_verb(line, reason):
    assert removed_from(line) == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "Eva Fox in Riga and Cem Din in Izmir",
        "Eva Fox in New York, Cem Din in Izmir and Bob Roy in Riga",
        "Ева Фокс в Риге и Джем Дин в Измире",
        "Eva Fox, diplomatic editor",
        "Eva Fox, Wirtschaftsredakteurin",
        "Eva Fox, corresponsal en Riga",
    ],
)
def test_names_with_places_or_offices_of_a_newsroom_are_a_byline_without_by(line):
    assert is_byline(line)
    assert removed_from(line) == {line: "byline"}


@pytest.mark.parametrize(
    "line",
    [
        "Eva Fox in Riga",
        "Eva Fox attacks reporter",
        "Eva Fox in Riga and the bridge in Izmir",
        "Eva Fox in Riga and Cem Din in Izmir.",
        "Eva Fox, mayor of Riga",
    ],
)
def test_headings_with_names_and_places_are_no_byline(line):
    assert not is_byline(line)


def test_who_sent_a_report_is_no_speaker_in_it():
    lines = [ONE, "Eva Fox in Riga and Cem Din in Izmir", '"It is a good day," he said.']
    pages = pd.DataFrame(
        {"source": ["p.txt"], "format": "article", "text": ["Bridge to close\n\n" + "\n\n".join(lines)]}
    )
    assert "Cem Din" not in clean_pages(pages).documents["text"].iloc[0]


def gallery(captions, words):
    """A line of a gallery: captions of so many words, each with its counter."""
    return " ".join(
        f"Photos: The harbour {'stone ' * words}. Hide Caption {number} of {captions}"
        for number in range(1, captions + 1)
    )


def test_a_line_that_is_a_row_of_numbered_captions_goes_however_long_it_is():
    assert len(gallery(14, 20)) > 2_000
    assert find_rule(gallery(14, 20)).reason == "picture or video"


def test_a_long_paragraph_with_a_few_captions_in_it_stays():
    paragraph = "The mayor opened the bridge on Monday and spoke of its price. " * 30
    assert find_rule(f"{paragraph}{gallery(2, 10)}") is None
    assert find_rule(f"{paragraph}{paragraph}{gallery(5, 3)}") is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share on Facebook Share on X", "sharing line"),
        ("Email this story to a friend", "sharing line"),
        ("Auf WhatsApp teilen", "sharing line"),
        ("Envoyer par courriel", "sharing line"),
        ("Guardar este artículo", "sharing line"),
        ("Скопировать ссылку", "sharing line"),
        ("Show all 14 comments", "comment form"),
        ("Kommentare (14)", "comment form"),
        ("Votre commentaire sera publié après lecture.", "comment form"),
        ("Log in to continue", "subscription and follow line"),
        ("Bereits Abonnent? Hier anmelden", "subscription and follow line"),
        ("La suite est réservée aux abonnés", "subscription and follow line"),
        ("Das könnte dich auch interessieren", "related links"),
        ("Le puede interesar: Suben las tasas del puerto", "related link"),
        ("Lire aussi | Les taxes du port augmentent", "related link"),
        ("Schlagwörter: Brücke, Stadtrat", "navigation"),
        ("Archivado en: puente, alcaldía", "navigation"),
        ("Alle Cookies akzeptieren", "legal line"),
        ("Nous utilisons des cookies pour mesurer l'audience.", "legal line"),
        ("0:00 / 1:23", "picture or video"),
        ("Updated at 5:54 p.m.", "page counters"),
        ("Temps de lecture : 4 min", "page counters"),
    ],
)
def test_labels_and_buttons_of_sites_in_five_languages_go(line, reason):
    assert removed_from(line) == {line: reason}


@pytest.mark.parametrize(
    "sentence",
    [
        "Save the bridge, the shop owners shouted on Monday.",
        "Print is dead, the editor told the council in May.",
        "Comments made by the mayor angered the shop owners.",
        "Contact between the two sides broke off in May.",
        "Teilen will die Stadt die Kosten nicht.",
        "Nach oben ging es mit den Preisen im Mai.",
        "Partager les frais ne plaît pas à la maire.",
        "Lire aussi les contrats aurait été utile, dit la maire.",
        "Compartir gastos no gusta a la ciudad.",
        "Temas como el puente dividen la ciudad.",
        "Подробнее о мосте мэр расскажет в мае.",
    ],
)
def test_a_sentence_that_begins_with_the_word_of_a_button_stays(sentence):
    assert removed_from(sentence) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Tweet this",
        "Download the podcast",
        "▸ Expand all comments",
        "Zur Hauptnavigation springen",
        "Diesen Beitrag kommentieren",
        "Bildunterschrift einblenden",
        "Accédez à l'intégralité de cet article",
        "Inscrivez-vous gratuitement à notre infolettre",
        "Ver todos los comentarios",
        "Suscríbase para leer más",
        "Отправить ссылку другу",
        "Перейти к содержанию",
        "Надіслати статтю поштою",
        "Leggi tutti i commenti",
        "Ir para o conteúdo principal",
        "Read the latest news here",
        "Something to say? Write a comment.",
        "Share this article | Print this page | Listen to this story",
        "Zum Beitrag",
        "Bitte aktivieren Sie JavaScript in Ihrem Browser",
        "Ajoutez votre commentaire",
        "Seguir leyendo la noticia",
        "Обсудить эту новость",
    ],
)
def test_a_line_of_a_sites_own_words_alone_is_a_button(line):
    assert removed_from(line)[line] == "button of the site"


@pytest.mark.parametrize(
    "line",
    [
        "Save the bridge",
        "Leave the ferry",
        "Facebook Watch",
        "Reading the small print",
        "Rate the podcast.",
        "Who reads the comments? The mayor.",
        "Share the bread | Print the money",
        "See the transcript below:",
        "Zurück zur Brücke",
        "Lesen und Schreiben",
        "Lire et écrire",
        "Ver para creer",
        "Читать по-русски",
    ],
)
def test_a_heading_of_other_words_or_a_sentence_is_no_button(line):
    assert find_rule(line) is None


def test_the_first_line_of_a_page_may_be_a_heading_of_buttons_words():
    cleaned = clean_pages(
        pd.DataFrame({"source": ["p.txt"], "format": "article", "text": [f"Explore the app\n\n{ONE}\n\n{TWO}"]})
    )
    assert cleaned.removed.empty


def test_labels_before_a_film_or_of_the_time_to_read_are_furniture():
    assert removed_from("Watch live: the mayor opens the bridge", "Lesedauer: 3 Min.") == {
        "Watch live: the mayor opens the bridge": "related link",
        "Lesedauer: 3 Min.": "page counters",
    }
