"""What further reports in five languages hold: who acts and then speaks, labels, names behind titles and in cases."""

from __future__ import annotations

import pytest
from hearing import list_heard


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trainer Jan Ott schwieg. „Nein“, sagte Max Bauer.\n\n"
            "Manager Uwe Lenz half ihm. „Wir warten ab“, so der 61-Jährige.",
            ("Uwe Lenz", "Wir warten ab"),
        ),
        (
            "Мэр Олег Лосев молчал. «Нет», — сказал Иван Белов.\n\n"
            "Депутат Пётр Громов вышел из зала. «Мы подождём решения», — пояснил политик.",
            ("Пётр Громов", "Мы подождём решения"),
        ),
        (
            "Ministerin Ute Lang schwieg. „Nein“, sagte Eva Roth.\n\n"
            "Die Ministerin von Sachsen-Anhalt, Ida Wolf, ging. „Das reicht“, sagte die Politikerin.",
            ("Ida Wolf", "Das reicht"),
        ),
    ],
)
def test_a_description_means_who_acts_in_its_paragraph_before_who_spoke_above(text, expected):
    assert list_heard(text)[-1] == expected


def test_he_is_whom_the_paragraph_names_in_another_case_before_who_spoke_above_it():
    text = "«Всё готово», — сказал мэр Олег Лосев.\n\n"
    text += "Допросили водителя Павла Громова. Он утверждает, что не виноват."
    assert list_heard(text)[-1] == ("Павел Громов", "что не виноват")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ерлан Серік: «Үйді екі жыл күттік», – деп хабарлады.", ("Ерлан Серік", "Үйді екі жыл күттік")),
        ("Арда Кая, «Гірник»: ми заслужили більшого.", ("Арда Кая", "ми заслужили більшого")),
        ("Бапкер Мырзатай Сейтовтің сөзінше, команда дайын.", ("Мырзатай Сейтов", "команда дайын")),
        ("Министр нефти и газа Индии Раджив заявил, что цены растут.", ("Раджив", "что цены растут")),
        ("Прокурор Олег Лосев, в свою очередь, заявил, что спора нет.", ("Олег Лосев", "что спора нет")),
        ("Мер Олег Гай, у свою чергу, заявив, що спору немає.", ("Олег Гай", "що спору немає")),
        ("Вера Котова — экономист. При этом, по её оценке, бюджет выдержит.", ("Вера Котова", "бюджет выдержит")),
        ("У травні Генштаб заявляв, що мостів бракує.", ("Генштаб", "що мостів бракує")),
        ("«Автобус отменили», — усмехается сосед Нины Юрий.", ("Юрий", "Автобус отменили")),
        ("„Das lohnt sich“, sagt Dr. Silke Arend, Chefin der Nordwerft SE.", ("Silke Arend", "Das lohnt sich")),
        ("По словам врача Льва Громова, больной спит.", ("Лев Громов", "больной спит")),
        ("Un de ses voisins dit avoir vu le feu.", ("un de ses voisins", "avoir vu le feu")),
        ("Anna Weber wirft der Stadt vor, den Park zu vergessen.", ("Anna Weber", "den Park zu vergessen")),
    ],
)
def test_labels_titles_cases_and_asides_leave_the_name_of_who_speaks(text, expected):
    assert list_heard(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Un vrai scandale » : Luc Morel ne décolère pas après le match.", ("Luc Morel", "Un vrai scandale")),
        ("«Это настоящий позор»: мэр Олег Лосев не сдержался.", ("Олег Лосев", "Это настоящий позор")),
        ("« On a tout vu », plaisante, amer, un conseiller ministériel.", ("conseiller ministériel", "On a tout vu")),
        ("Das sei „teuer“, schrieb Udo Klotz von der Privatbank Kern.", ("Udo Klotz", "teuer")),
    ],
)
def test_who_speaks_stands_behind_a_colon_an_adjective_or_before_a_bank(text, expected):
    assert list_heard(text)[-1 if "Klotz" in text else 0] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Вера Котова обещала ремонт. «Дорогу закроют», — сказала собеседница агентства.", "Вера Котова"),
        ("Источник в порту рассказал о ремонте. «Рейсов нет», — сказал собеседник агентства.", "собеседник агентства"),
        ("Павел Зуев забил дважды. «Повезло нам сегодня», — улыбнулся форвард.", "Павел Зуев"),
        ("Єгор Назар визнав поразку. «Ми стояли», — поділився футболіст.", "Єгор Назар"),
        ("Сын предлагал Вере Лосевой уехать. Она отказалась. «Здесь мой дом навсегда».", "Вера Лосева"),
        ("Олег Гай сказав, що світла немає.\n\nСуд обрав йому заставу. «Ризики є», — йдеться в ухвалі.", None),
    ],
)
def test_an_interlocutor_a_sportsman_and_she_who_acts_lead_to_a_name_and_a_ruling_to_nobody(text, speaker):
    assert list_heard(text)[-1][0] == speaker


def test_a_woman_who_spoke_as_she_is_meant_by_the_woman():
    text = "«Так», — каже Ірина Сова.\n\nБригаду зустрічає Галина Лис. Вона каже, що холодно. «Дуже», — сміється жінка."
    assert list_heard(text)[-1] == ("Галина Лис", "Дуже")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("💬 #Lund: We will never agree to this.", ("Lund", "We will never agree to this.")),
        ("💬 Радник ОП Михайло Гай: Ми чекаємо відповіді.", ("Михайло Гай", "Ми чекаємо відповіді.")),
        ("Арда Кая, «Гірник»: Ми билися. Штанги — це невезіння.", ("Арда Кая", "Ми билися. Штанги — це невезіння")),
    ],
)
def test_a_label_with_a_hashtag_an_office_or_a_team_is_a_name(text, expected):
    assert list_heard(text)[-1] == expected


def test_a_turn_under_a_bubble_ends_before_a_paragraph_that_begins_with_somebody_elses_name():
    text = "💬 Ерлан Сейтов: Біз үшін бұл маңызды.\n\nЖетекші Марат Әлиев сапар ұзақ болғанын айтты."
    assert list_heard(text) == [("Ерлан Сейтов", "Біз үшін бұл маңызды."), ("Марат Әлиев", "сапар ұзақ болғанын")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "У Міністерстві освіти й науки агентству повідомили, що план є.",
            ("Міністерство освіти й науки", "що план є"),
        ),
        ("За словами міністра культури та спорту, зал відкриють.", ("міністр культури та спорту", "зал відкриють")),
        ("Премьер Японии извинился перед страной: «Мы виноваты».", ("премьер Японии", "Мы виноваты")),
        ("Глава отдела по связям: «Мы виноваты перед вами»", ("глава отдела", "Мы виноваты перед вами")),
        ("Und Max Moll? Der schrieb bei Instagram: „Bin jetzt angeln.“", ("Max Moll", "Bin jetzt angeln.")),
        ("Une coupe que le syndicat Alma qualifie de « suicidaire ».", ("syndicat Alma", "suicidaire")),
    ],
)
def test_bodies_of_two_matters_headings_with_a_verb_and_nouns_like_verbs_are_read(text, expected):
    assert list_heard(text) == [expected]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Вардан Гай просит слова. «Прошу отпустить меня», — говорит бывший мэр.", "Вардан Гай"),
        ("« Jamais », a dit Luc Morel. « Qu'on me montre tout », a pesté l'Italien.", "Luc Morel"),
        ("Luc Morel sourit. « On verra bien », rappelle le champion du monde 2018.", "Luc Morel"),
        ("Олег Гай молчав. «Так», — каже Ірина Сова.\n\nОлег відмахується. «Я лише електрик тут».", "Олег Гай"),
        ("⚡️Лосенко зібрав штаб\n\n«Є рішення щодо мостів», — написав президент.", "Лосенко"),
        ("⚡️Лосенко зібрав штаб. «Є рішення щодо мостів», — написав президент.", "президент"),
        ("« Jamais », a dit Luc Morel. « L'air est lourd », a ajouté le directeur du port.", "directeur du port"),
    ],
)
def test_former_titles_nations_champions_given_names_and_offices_lead_to_a_name(text, speaker):
    assert list_heard(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В Росавиации уточнили, что рейсы отложены.", ("Росавиация", "что рейсы отложены")),
        ("Между тем источник в порту рассказал, что паром стоит.", ("источник в порту", "что паром стоит")),
        ("Москва. 3 мая. INTERNEWS.RU - Цены растут, сообщил Пётр Зуев.", ("Пётр Зуев", "Цены растут")),
        ("15h59 - Luc Morel a indiqué que le pont tient.", ("Luc Morel", "que le pont tient")),
        ("Кровля цела, уточнил глава района Гордеев.", ("Гордеев", "Кровля цела")),
        ("Кровля цела, уточнил мэр города Тамбов.", ("мэр города Тамбов", "Кровля цела")),
        (
            "Тұрғын Нұрбол Facebook-та: «Көп отырдық, ешкім келмеді» – деп жазды.",
            ("Нұрбол", "Көп отырдық, ешкім келмеді"),
        ),
        ("Қызметкер Гүлмира Сейтова екі жұмыс кеткенін мақтанышпен айтты.", ("Гүлмира Сейтова", "екі жұмыс кеткенін")),
        ("Немересі Әлинұр ісін жалғастыратынын айтты.", ("Әлинұр", "ісін жалғастыратынын")),
        ("Marcel Petit se dit fatigué mais content.", ("Marcel Petit", "fatigué mais content")),
        ("На РФ це прокоментували: речник Гаєнко каже, що цілі були.", ("Гаєнко", "що цілі були")),
    ],
)
def test_datelines_asides_districts_and_states_leave_who_says_what(text, expected):
    assert list_heard(text) == [expected]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Когда пришла вода, Вера Кущ собрала книги. Потом смеялась: «Паспорт забыла, а книги взяла».", "Вера Кущ"),
        ("Её помощница Настя приехала днём. Девушка говорит, что устала.", "Настя"),
        (
            "Как учительница спаслась\n\nКогда пришла вода, Вера Кущ спала. На вопрос учительница ответила, что жива.",
            "Вера Кущ",
        ),
        ("Министр Ерлан Ақбаров келді. «Жоспар қайда?» – деп сұрады Үкімет басшысы.", "Үкімет басшысы"),
        (
            "«Ждите», — сказал губернатор Иван Гусев. Дома целы, уточнил глава района Ивлев. "
            "«Ждём», — добавил глава региона.",
            "Иван Гусев",
        ),
        ("Департамент өкілі мұны жоққа шығарды. «Өтініш тіркелген», – деді ол.", "Департамент өкілі"),
        (
            "„Gut“, sagt Ida Wolf.\n\n"
            "Im Mai hört Wolf auf. Die Rentnerin zuckt mit den Schultern. „Wer steht um sechs auf?“",
            "Ida Wolf",
        ),
    ],
)
def test_who_acts_is_introduced_or_bears_the_title_is_whom_a_description_means(text, speaker):
    assert list_heard(text)[-1][0] == speaker


def test_an_infinitive_behind_a_modal_verb_says_nothing():
    assert list_heard("Damals kam sie. Sie solle sich beruhigen, hieß es.") == [(None, "Sie solle sich beruhigen")]


def test_a_turn_under_a_bubble_ends_before_a_paragraph_that_reports_words():
    text = "🗣 Єврокомісарка Гада Лабі: Це злочин.\n\nТим часом речник Гаєнко стверджує, що це вигадка."
    assert list_heard(text) == [("Гада Лабі", "Це злочин."), ("Гаєнко", "що це вигадка")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Das ist nicht die Lösung, die wir für das Land brauchen," said Ann Lee in São Tomé.', "Ann Lee"),
        ('"Nous sommes très contents de cette décision," said Ann Lee. She left for São Tomé.', "Ann Lee"),
        ('"We will win the war and keep the peace for the people", sagte Max Bauer in Bonn.', "Max Bauer"),
        ("« We will win the war and keep the peace for the people », a dit le maire Luc Morel.", "Luc Morel"),
    ],
)
def test_what_stands_outside_of_marks_tells_the_language_of_a_paragraph(text, speaker):
    assert list_heard(text)[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В пресс-службе порта отказались, отметив лишь, что пирс цел.", ("пресс-служба порта", "что пирс цел")),
        ("«Риски судом учтены», — говорится в постановлении.", (None, "Риски судом учтены")),
        (
            "Про це компанія повідомила.\n\n«Повернемо гроші всім охочим», – ідеться в дописі.",
            ("компанія", "Повернемо гроші всім охочим"),
        ),
        ("Пасажир Богдан із Сум каже, що чекає.", ("Богдан", "що чекає")),
        ("Директор Бекзат Нұрлан баға өскенін алға тартты.", ("Бекзат Нұрлан", "баға өскенін")),
        ("Laut einer Notiz, aus der der Bote zitiert, waren die Risse bekannt.", ("Notiz", "waren die Risse bekannt")),
    ],
)
def test_gerunds_posts_rulings_and_clauses_beside_a_source_leave_who_says_it(text, expected):
    assert list_heard(text)[-1] == expected
