"""What whole reports of a few hundred words hold, in five languages: who goes on speaking, hearers, signatures."""

from __future__ import annotations

import pandas as pd
import pytest
from hearing import list_heard

from analysis.voices import find_quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Мэр Олег Лосев уехал.\n\nПредставитель порта отметил, что паром цел. «Рейсы будут», — добавил он.",
            "представитель порта",
        ),
        ("Мер Олег Гай поїхав.\n\nРечниця порту каже, що пором цілий. «Рейси будуть», — додала вона.", "речниця порту"),
        (
            "Bürgermeister Max Bauer fuhr ab.\n\nEin Sprecher der Feuerwehr sagte, es sei ruhig. „Gut so“, sagte er.",
            "Sprecher der Feuerwehr",
        ),
        (
            "Le maire Luc Morel est parti.\n\nUn porte-parole du port dit que le bac est là. « Bien », a-t-il ajouté.",
            "porte-parole du port",
        ),
    ],
)
def test_he_who_goes_on_is_who_spoke_before_in_the_paragraph_though_nameless(text, speaker):
    assert [name for name, _ in list_heard(text)] == [speaker, speaker]


def test_he_is_no_woman_and_no_body_who_spoke_before():
    text = "Мэр Олег Лосев пришёл.\n\nЖительница села сказала, что ждёт Лосева. «Я тут», — ответил он."
    assert list_heard(text)[-1] == ("Олег Лосев", "Я тут")
    text = "Олег Лосев пришёл. Полиция сообщила, что ищет его. «Я дома», — сказал он."
    assert list_heard(text)[-1] == ("Олег Лосев", "Я дома")


def test_a_paper_in_marks_may_be_told_within_the_marks_of_a_quotation():
    text = "Роза Ибраева приехала. «Паром цел, — сказала она «Вестнику порта». — Рейсы будут»."
    assert list_heard(text) == [("Роза Ибраева", "Паром цел"), ("Роза Ибраева", "Рейсы будут")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Паром цел», — глава порта в своём канале.", "глава порта"),
        ("«Паром цел», — пресс-служба порта.", "пресс-служба порта"),
        ("«Пором цілий», — мер у телеграмі.", "мер"),
    ],
)
def test_a_role_behind_a_dash_signs_a_quotation(text, speaker):
    assert [name for name, _ in list_heard(text)] == [speaker]


def test_what_is_done_behind_a_dash_signs_nothing():
    assert list_heard("«Паром» — порт и мэр закрыли спор в суде.") == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Мэр Олег Лосев поручил портовикам провести осмотр.", "портовикам провести осмотр"),
        ("Мэр Олег Лосев попросил рассмотреть жалобы.", "рассмотреть жалобы"),
        ("Мэр Олег Лосев потребовал начать ремонт.", "начать ремонт"),
        ("Мэр Олег Лосев предложил взять паузу.", "взять паузу"),
        ("Мер міста Олег Гай доручив провести огляд пірсів.", "провести огляд пірсів"),
    ],
)
def test_infinitives_that_end_like_nouns_are_asked_too(text, asked):
    assert [words for _, words in list_heard(text)] == [asked]


@pytest.mark.parametrize("noun", ["новости", "области", "печать", "память", "смерть"])
def test_nouns_that_end_like_infinitives_are_no_orders(noun):
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [f"Мэр Олег Лосев потребовал вчера {noun}."]}))
    assert not found["form"].isin(["to", "order"]).any()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dem Sender Nordfunk sagte Bauer, er rechne mit Eis.", "Bauer"),
        ("Der Zeitung sagte Ria Roth, sie rechne mit Eis.", "Ria Roth"),
        ("Der Sender sagte, er rechne mit Eis.", "Sender"),
        ("Ria Roth kam. „Es bleibt dabei“, sagte die Liberale.", "Ria Roth"),
        ("Max Bauer kam. „Es bleibt dabei“, sagte der Grüne.", "Max Bauer"),
    ],
)
def test_german_hearers_before_the_verb_and_words_for_a_partys_member(text, speaker):
    assert [name for name, _ in list_heard(text)] == [speaker]


def test_who_acts_right_behind_a_french_verb_is_who_speaks_and_no_name_before():
    text = "Le juge vise le maire, Luc Morel, a indiqué la procureure, Ada Petit."
    assert [name for name, _ in list_heard(text)] == ["Ada Petit"]
    text = "« Vous partez ? », le député, Luc Morel, a interpellé la ministre."
    assert [name for name, _ in list_heard(text)] == ["Luc Morel"]


def test_one_of_them_has_a_name_between_commas_and_an_infinitive_ends_before_what_is_quoted():
    text = "L'un d'eux, Luc Morel, assure avoir prévenu le port : « Je lui ai dit que le bac coulait. »"
    assert list_heard(text) == [
        ("Luc Morel", "avoir prévenu le port"),
        ("Luc Morel", "Je lui ai dit que le bac coulait."),
    ]


def test_forces_in_which_it_is_said_speak():
    assert [name for name, _ in list_heard("У Повітряних силах зазначили, що ціль збито.")] == ["Повітряні сили"]
    assert [name for name, _ in list_heard("В Воздушно-космических силах отметили, что цель сбита.")] == [
        "Воздушно-космические силы"
    ]


def test_the_diplomat_is_the_deputy_minister_of_foreign_affairs_who_spoke_last():
    text = (
        "Госсекретарь Марк Рубин сказал, что ждёт. По словам американского дипломата, время есть.\n\n"
        "Замглавы МИД Сергей Рощин заметил, что предложений нет. «Слышим разное», — посетовал дипломат."
    )
    assert list_heard(text)[-1] == ("Сергей Рощин", "Слышим разное")


def test_whose_words_are_commented_on_says_what_follows():
    text = "Мэр Олег Лосев прокомментировал заявление министра Розы Ибраевой о том, что порт «мёртв»."
    assert [name for name, _ in list_heard(text)] == ["Роза Ибраева", "Роза Ибраева"]
    assert [name for name, _ in list_heard("Мэр Олег Лосев сообщил о том, что порт открыт.")] == ["Олег Лосев"]


def test_a_family_name_that_no_list_has_opens_a_sentence_where_the_text_has_it_in_full():
    text = "Экс-министр Ульрика Штольбок уехала. Накануне Штольбок в интервью Bild сказала, что ждёт весны."
    assert [name for name, _ in list_heard(text)] == ["Ульрика Штольбок"]


@pytest.mark.parametrize("byline", ["Von Ria Roth", "Von Ria Roth, Bonn"])
def test_who_wrote_a_report_is_not_she_who_speaks_in_it(byline):
    text = f"Feuer am Deich\n\n{byline}\n\nMax Bauer saß am Tisch. Seine Frau hörte es. „Das war laut“, sagt sie."
    assert [name for name, _ in list_heard(text)] == ["Frau"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Пожар в порту: «Мы испугались за детей и соседей»", None),
        ("Feu au port de Brest : « On a eu peur pour les enfants »", None),
        ("Le maire de Brest : « On a eu peur pour les enfants »", "maire de Brest"),
        ("Bauer auf Telegram: „Das Eis hält bis in den April.“", "Bauer"),
        ("Штольбок на ZDF: «Мы не хотим этой войны».", "Штольбок"),
    ],
)
def test_a_thing_and_its_place_before_a_colon_say_nothing(text, speaker):
    assert [name for name, _ in list_heard(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("В Минздраве план поддержали. «Это важно», — сказали там.", "Минздрав"),
        ("Bei der Feuerwehr sieht man es anders. „Wir waren schnell da“, heißt es dort.", "Feuerwehr"),
        ("Қаржы министрлігінде алым төмендейді деп мәлімдеді.", "Қаржы министрлігі"),
        ("Полиция департаментінде іздеу жүріп жатқанын айтты.", "Полиция департаменті"),
        ("La direction, elle, parle de « tensions ». Elle affirme que tout va bien.", "direction"),
        ("Selon le maire (PS), Luc Morel, « la colère est juste ».", "Luc Morel"),
        ("Luc Morel, secrétaire général du syndicat, qui appelle à durcir le ton, sourit.", "Luc Morel"),
    ],
)
def test_bodies_in_which_it_is_said_and_names_beside_their_office(text, speaker):
    assert {name for name, _ in list_heard(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Мост закрыт, сообщили ТАСС в объединённой пресс-службе порта.", "объединённая пресс-служба порта"),
        ("Мост закрыт, сообщили ТАСС.", "ТАСС"),
        ("По предварительным данным полиции, двое скрылись.", "полиция"),
        ("За попередньою версією слідства, двоє втекли з міста.", "слідство"),
        ("Очевидиця Марина, яка живе поруч, каже, що вибух був сильний.", "Марина"),
        ("Ada Petit (LFI) a, elle, appelé les députés à « prendre leurs responsabilités ».", "Ada Petit"),
    ],
)
def test_press_services_behind_an_agency_adjectives_in_a_phrase_and_asides(text, speaker):
    assert [name for name, _ in list_heard(text)] == [speaker]


def test_an_office_is_who_spoke_right_before_without_any_title():
    text = "« C'est non », a martelé Luc Morel. Le chef du gouvernement s'est dit « ouvert au compromis »."
    assert [name for name, _ in list_heard(text)] == ["Luc Morel", "Luc Morel"]
    text = "«Нет», — сказал министр Олег Лосев. Глава правительства добавил, что ждёт."
    assert [name for name, _ in list_heard(text)] == ["Олег Лосев", "глава правительства"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le feu a pris, indique-t-on à la préfecture.", "préfecture"),
        ("Le feu a pris, a-t-on appris auprès des pompiers.", "pompiers"),
        ("Le feu a pris, a-t-on appris de source policière.", "source policière"),
        ("Le maire, Luc Morel, est venu. « C'était signalé », s'agace l'élu socialiste.", "Luc Morel"),
        ("Bonn (dpa) - Die Pflegekräfte warnen. „Es fehlt an allem“, heißt es in dem Brief.", "Pflegekräfte"),
        ("Klinikchef Max Bauer kam. Zugleich räumte der Chef ein, dass Betten fehlen.", "Max Bauer"),
        ("Die Gewerkschaft klagt. Deren Sekretärin Ria Roth spricht von „Verschleiß“.", "Ria Roth"),
        ("Глава государства Олег Лосев приехал, пишет Вестник.\n\n«Жду дел», — сказал президент.", "Олег Лосев"),
        ("«Причина устанавливается, версий много» — губернатор;", "губернатор"),
        ("Ол ережелердің жеңілдетілетінін де атап өтті.", None),
        ("Мэр Олег Лосев подсчитал, что нужен миллион.", "Олег Лосев"),
    ],
)
def test_what_one_says_somewhere_offices_of_two_words_and_openings(text, speaker):
    assert [name for name, _ in list_heard(text)][-1:] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Москва заявила, что ждёт ответа.", "Москва"),
        ("«Мы ждём весны», — цитирует Лосева ТАСС.", "Лосев"),
        ("«Спорят впустую», — так прокомментировал ситуацию канал «Маяк».", "канал «Маяк»"),
        ("Премьер Барт Де Лосевер ранее заявлял: «Это воровство».", "Барт Де Лосевер"),
        ("«Не чекайте дива», — сказав УП високопосадовець, обізнаний з ходом розмов.", "високопосадовець"),
        (
            "Der Fahrgastverband Nord zeigte Geduld, mahnte aber, die Kunden „nicht zu vergessen“.",
            "Fahrgastverband Nord",
        ),
        ("Énergie : Voltix annonce un nouveau retard", "Voltix"),
        ("Un retard que le groupe justifie par « des études complémentaires ».", "groupe"),
        ("«Темно», — жалуется соседка Марина.", "Марина"),
    ],
)
def test_names_keep_their_capitals_and_particles_and_clauses_their_subjects(text, speaker):
    assert [name for name, _ in list_heard(text)] == [speaker]


def test_dialogue_behind_a_colon_is_its_actors_and_she_is_the_woman_before():
    text = "Инженер Олег Лосев показывает трубу:\n\n— Жить тут нельзя. Мы предложили два дома."
    assert list_heard(text) == [("Олег Лосев", "Жить тут нельзя. Мы предложили два дома.")]
    text = "— Пришли трое, — говорит сосед Кайрат.\n\nЕго жена Гульмира плачет.\n\n— Куда идти? — спрашивает она."
    assert list_heard(text) == [("Кайрат", "Пришли трое"), ("Гульмира", "Куда идти?")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("В мэрии такие слухи назвали «пустыми».", "мэрия"),
        ("В компании журналистам сообщили, что паром цел.", "компания"),
        ("У мерії рішення назвали «хибним».", "мерія"),
        ("У мерії читачам повідомили, що пором цілий.", "мерія"),
        ("Мэр порта и капитан парома заявили, что паром цел.", "мэр порта и капитан парома"),
        ("Министр Олег Лосев и мэр сказали, что паром цел.", "Олег Лосев и мэр"),
        ("Le maire et le préfet ont dit que le bac était là. C'est vrai.", "maire et préfet"),
        ("Der Bürgermeister und die Landrätin sagten am Montag, die Fähre sei da.", "Bürgermeister und Landrätin"),
        ("Die Lage ist ernst. Aus der CDU hieß es dagegen, man wolle den Bericht lesen.", "CDU"),
        ("Laut einem internen Vermerk war die Fähre längst verkauft.", "interner Vermerk"),
        ("Einem Bericht des „Boten“ zufolge soll es zwei Fähren geben.", "Boten"),
    ],
)
def test_bodies_and_those_who_speak_together_are_named_without_what_stands_beside_them(text, speaker):
    assert list_heard(text)[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Max Bauer ist da. Ab August werde eine Fähre fahren, sagte er der Zeitung.", "Max Bauer"),
        ("Eva Roth ist sauer. Ihrer Ansicht nach hat der Hafen bei den Fähren gespart.", "Eva Roth"),
        ("Luc Morel, pêcheur, estime avoir perdu ses filets. Il est parti.", "Luc Morel"),
        ("L'agence du port a annoncé un bac. Elle souligne que le prix reste le même.", "agence du port"),
        (
            "Pour la biologiste Ève Morel, le lac est sain. « Il vit », explique cette chercheuse de Lyon.",
            "Ève Morel",
        ),
        ("L'entraîneur Luc Morel est là. « On doit jouer », a dit l'entraîneur marseillais.", "Luc Morel"),
        ("Жүргізушілер жалақыны алмай жүргенін айтады.", "жүргізушілер"),
    ],
)
def test_who_is_meant_was_named_before(text, speaker):
    assert list_heard(text)[-1][0].lower() == speaker.lower()


def test_what_one_does_inside_marks_says_nobodys_words():
    text = "« Le bac est vieux, puis on s'étonne que les gens partent », s'agace le maire, qui dit avoir « tout vu »."
    assert list_heard(text) == [
        ("maire", "Le bac est vieux, puis on s'étonne que les gens partent"),
        ("maire", "tout vu"),
    ]


def test_when_and_where_it_was_said_is_no_part_of_it():
    text = "Das Tor sei offen gewesen, sagte der Leiter des Amts, Max Bauer, am Donnerstag in Bonn."
    assert list_heard(text) == [("Max Bauer", "Das Tor sei offen gewesen")]


def test_words_in_a_heading_are_whose_they_are_in_the_text():
    text = "« On ne vend pas le vieux bac » : grève au port\n\n« On ne vend pas le vieux bac », dit Ève Morel, marin."
    assert list_heard(text)[0] == ("Ève Morel", "On ne vend pas le vieux bac")
    assert list_heard("«Мы узнали это из чата»: порт закрыли\n\nПорт закрыт.") == [(None, "Мы узнали это из чата")]


def test_main_points_of_a_speech_are_whose_it_is():
    text = "Главное из выступления Олега Лосева:\n▪️ паром починят в мае\n▪️ билеты не подорожают"
    assert [name for name, _ in list_heard(text)] == ["Олег Лосев"]
