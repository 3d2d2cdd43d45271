"""Roles and genders in Russian, Ukrainian, Kazakh, German, French and Spanish: on the gold and in made-up news."""

import importlib.util
from pathlib import Path

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.errors import InputError
from analysis.sourcing import gather_sources
from analysis.sourcing.languages.beside import describe_phrase
from analysis.sourcing.languages.speakers import SpeakerReader
from analysis.sourcing.languages.words import list_role_languages, load_language_roles
from analysis.sourcing.roles import load_roles

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
spec = importlib.util.spec_from_file_location("bench_roles", ROOT / "tools" / "bench_roles.py")
bench_roles = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bench_roles)
LANGUAGES = ["ru", "uk", "kk", "de", "fr", "es"]


def read_sources(text: str, language: str) -> list[tuple[str, str, str]]:
    """List (speaker, role, gender) of a text."""
    documents = pd.DataFrame({"doc_id": ["d"], "text": [text], "language": [language]})
    found = gather_sources(extract_quotes(documents), documents).drop_duplicates("speaker")
    return list(zip(found["speaker"], found["role"], found["gender"].fillna(""), strict=True))


# floors, under what was measured (docs/voices.md): share of those found that have a role, and the right one
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", ["worked", "kept"])
def test_sources_of_the_gold_have_their_roles_and_genders(language, half):
    shares = bench_roles.measure_half(bench_roles.compare_with_gold(GOLD, language), half)
    assert shares["found"] >= 0.7
    assert shares["with a role"] >= 0.9 and shares["right"] >= 0.9
    assert shares["with a gender"] >= 0.9 and shares["gender right"] >= 0.95


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ru", "По словам мэра Озёрска Веры Грач, мост закрыт.", ("Вера Грач", "government", "woman")),
        ("ru", "Бывший министр труда Олег Грач заявил, что мост закрыт.",
         ("Олег Грач", "parliaments and parties", "man")),
        ("ru", "«Мост закрыт», — сообщила представитель полиции Вера Грач.",
         ("Вера Грач", "police and courts", "woman")),
        ("ru", "Вера Грач, эксперт по мостам, сказала, что мост закрыт.", ("Вера Грач", "experts", "woman")),
        ("ru", "Жительница посёлка сказала, что мост закрыт.", ("жительница посёлка", "citizens", "woman")),
        ("uk", "Речниця поліції Віра Грак сказала, що міст закрито.", ("Віра Грак", "police and courts", "woman")),
        ("kk", "Мәжіліс депутаты Айгүл Сейітова көпір жабылды деп мәлімдеді.",
         ("Айгүл Сейітова", "parliaments and parties", "woman")),
        ("de", "Die Brückenforscherin Petra Krug sagte, dass die Brücke gesperrt sei.",
         ("Petra Krug", "experts", "woman")),
        ("de", "Stefan Krug (SPD) sagte, dass die Brücke gesperrt sei.",
         ("Stefan Krug", "parliaments and parties", "man")),
        ("de", "Petra Krug von der Universität Bonn sagte, dass die Brücke gesperrt sei.",
         ("Petra Krug", "experts", "woman")),
        ("fr", "« C'était une erreur », juge Alain Perrot, chercheur à l'Institut de stratégie.",
         ("Alain Perrot", "experts", "man")),
        ("fr", "Le pont est fermé, a dit la porte-parole de la préfecture, Jeanne Perrot.",
         ("Jeanne Perrot", "government", "woman")),
        ("es", "El portavoz de Defensa, Luis Arana, dijo que el puente está cerrado.",
         ("Luis Arana", "military and armed groups", "man")),
        ("es", "«No cerraremos el puente», avisó Marta Lasa, de Ecologistas en Acción.",
         ("Marta Lasa", "civil society", "woman")),
        ("es", "La exministra Marta Lasa recordó que el puente es viejo.",
         ("Marta Lasa", "parliaments and parties", "woman")),
        ("es", "El Dr. Luis Arana explicó que el puente vibra.", ("Luis Arana", "experts", "man")),
        ("es", "El ministro de Economía y Hacienda, Luis Arana, anunció que el puente abrirá.",
         ("Luis Arana", "government", "man")),
        ("es", "Una vecina relató que el puente tembló.", ("vecina", "citizens", "woman")),
    ],
)  # fmt: skip
def test_words_beside_a_name_say_a_role_in_any_case(language, text, found):
    assert found in read_sources(text, language)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La portavoz de la empresa, Oltu Drenar, dijo que el puente está cerrado.",
         ("Oltu Drenar", "business", "woman")),
        ("El fiscal Oltu Drenar sostuvo que el puente estaba roto.", ("Oltu Drenar", "police and courts", "man")),
        ("El Sr. Oltu Drenar dijo que pagará.", ("Oltu Drenar", "not known", "man")),
    ],
)  # fmt: skip
def test_whose_name_no_list_knows_is_a_person_behind_an_office_and_the_article_tells_the_sex(text, found):
    assert found in read_sources(text, "es")


def test_a_body_in_a_list_behind_an_office_is_no_person():
    reader = SpeakerReader("El alcalde, Marea Lenta y los bomberos dijeron que el puente aguanta.", "es")
    assert not reader.is_named("Marea Lenta")


def test_an_article_behind_and_opens_the_phrase_of_somebody_else():
    """Of "the mayor and the nurse Ana Gil" the nurse is Ana Gil."""
    (said,) = SpeakerReader("El alcalde y la enfermera Ana Gil salieron.", "es").find(["Ana Gil"])
    assert (said.role, said.sex) == ("citizens", "f")


def test_a_role_in_another_case_than_the_name_is_somebody_elses():
    assert SpeakerReader("После встречи с министром Вера Грач уехала.", "ru").find(["Вера Грач"]) == []
    assert [one.role for one in SpeakerReader("Министр Вера Грач уехала.", "ru").find(["Вера Грач"])] == ["government"]


@pytest.mark.parametrize(
    ("language", "phrase", "role"),
    [
        ("ru", "пресс-служба губернатора", "government"),
        ("ru", "вице-премьер", "government"),
        ("ru", "представители оппозиции", "opposition"),
        ("uk", "військові аналітики", "experts"),
        ("kk", "Қорғаныс министрлігінің өкілі", "military and armed groups"),
        ("de", "Polizeisprecherin", "police and courts"),
        ("de", "Sprecher des Verteidigungsministeriums", "military and armed groups"),
        ("fr", "porte-parole de l'ONU", "international organisations"),
        ("fr", "habitants du quartier", "citizens"),
        ("fr", "porte-parole", ""),
        ("es", "fuentes de la Casa Blanca", "government"),
        ("es", "secretario general de la OTAN", "international organisations"),
        ("es", "capitán de la Guardia Civil", "police and courts"),
        ("es", "capitana del equipo", "culture and sport"),
        ("es", "portavoz de la defensa", "police and courts"),
        ("es", "profesoras de primaria", "citizens"),
        ("es", "portavoz", ""),
    ],
)
def test_a_description_says_a_role(language, phrase, role):
    assert describe_phrase(load_language_roles(list_role_languages()[language]), phrase).role == role


def test_every_language_names_roles_that_there_are_and_has_all_of_the_speaking_ones():
    for path in list_role_languages().values():
        assert set(load_language_roles(path).roles.heads.values()) == set(load_roles().definitions)


def test_a_role_that_there_is_not_is_refused(tmp_path):
    path = tmp_path / "ru.yaml"
    path.write_text("language: ru\nanybody: {}\ngovermnent: {heads: [министр]}\n", encoding="utf-8")
    with pytest.raises(InputError, match="govermnent"):
        load_language_roles(path)


@pytest.mark.parametrize(
    ("language", "phrase", "role"),
    [
        ("ru", "президент гильдии пекарей", ""),
        ("ru", "президент Российской Федерации", "government"),
        ("ru", "генеральный директор театра", "culture and sport"),
        ("ru", "генеральный директор", "business"),
        ("uk", "президент гільдії пекарів", ""),
        ("uk", "президент України", "government"),
        ("kk", "Қазақстан президенті", "government"),
        ("de", "Präsident des Ruderklubs", ""),
        ("de", "Präsident der Ukraine", "government"),
        ("fr", "président de la guilde", ""),
        ("fr", "ministre du culte", "civil society"),
        ("fr", "président de la République", "government"),
        ("es", "presidenta del gremio de panaderos", ""),
        ("es", "presidente de la República", "government"),
        ("es", "presidenta del club de ajedrez", ""),
    ],
)
def test_who_heads_a_body_is_of_no_government_for_that_in_any_language(language, phrase, role):
    known = load_language_roles(list_role_languages()[language])
    assert describe_phrase(known, phrase, person=True).role == role
