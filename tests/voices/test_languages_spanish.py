"""Spanish: verbs without a pronoun, two family names, dashes that close, "que" that is who, and which texts it is."""

import pandas as pd
import pytest

from analysis.voices import find_quotes
from analysis.voices.languages.choices import choose_languages


def rows(text: str) -> list[tuple[str, str | None, str]]:
    """List (kind, speaker, words) of a text."""
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    names = [name if isinstance(name, str) else None for name in found["speaker"]]
    return list(zip(found["kind"], names, found["text"], strict=True))


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("La jardinera Marta Olmo aseguró que los rosales vivirán.", "Marta Olmo", "que los rosales vivirán"),
        ("A juicio de Marta Olmo, los rosales vivirán.", "Marta Olmo", "los rosales vivirán"),
        ("Según adelantó el guarda Blas Olmo, los rosales vivirán.", "Blas Olmo", "los rosales vivirán"),
        ("Los rosales vivirán, ha confirmado el ayuntamiento.", "ayuntamiento", "Los rosales vivirán"),
        ("El Ministerio de Jardines insistió en que los rosales vivirán.", "Ministerio de Jardines",
         "que los rosales vivirán"),
        ("Delgado, por su parte, insistió en que los rosales vivirán.", "Delgado", "que los rosales vivirán"),
        ("Desde el Ejecutivo insisten en que los rosales vivirán.", "Ejecutivo", "que los rosales vivirán"),
        ("Fuentes de Soria creen que los rosales vivirán.", "fuentes de Soria", "que los rosales vivirán"),
        ("La queja sostiene que los rosales estaban secos.", "queja", "que los rosales estaban secos"),
    ],
)  # fmt: skip
def test_a_spanish_clause_has_the_speaker_who_reports_it(text, speaker, words):
    assert rows(text) == [("indirect", speaker, words)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Hay rosas», contó a Efe Marta Olmo, de 60 años.", "Marta Olmo"),
        ("La alcaldesa Marta Olmo lo tildó de «locura».", "Marta Olmo"),
        ("«Hay rosas», lamentan desde el hospital.", "hospital"),
        ("«Hay rosas y no se venden», en palabras del guarda, Blas Olmo.", "Blas Olmo"),
        ("Así lo anunció el guarda, Blas Olmo: «Abrimos en mayo».", "Blas Olmo"),
        ("«Hay rosas», ironizó doña Marta Olmo.", "Marta Olmo"),
    ],
)
def test_a_spanish_quotation_has_its_speaker(text, speaker):
    assert [(kind, name) for kind, name, _ in rows(text)] == [("direct", speaker)]


def test_a_verb_alone_is_said_by_whoever_acts_or_spoke_before():
    """No pronoun stands with "añadió": who spoke is meant, or who has begun to act since."""
    text = "La guarda Marta Olmo cree que lloverá. «Hará frío», añadió. Blas Gil se rio. «Ya veremos», replicó."
    assert [name for _, name, _ in rows(text)] == ["Marta Olmo", "Marta Olmo", "Blas Gil"]
    assert rows("Blas Gil habló ayer. Los rosales, aseguró, vivirán años.")[-1] == (
        "indirect",
        "Blas Gil",
        "vivirán años",
    )


def test_the_first_of_two_family_names_means_their_bearer():
    text = "El guarda Blas Gil Olmo dijo que lloverá. Gil pidió calma. «Hará frío», dijo Blas Gil."
    assert {name for _, name, _ in rows(text)} == {"Blas Gil Olmo"}


def test_dashes_that_close_set_off_who_speaks():
    assert rows("—No llueve —dijo Marta Olmo—. Hace sol.\n—¿Seguro?") == [
        ("direct", "Marta Olmo", "No llueve"),
        ("direct", "Marta Olmo", "Hace sol."),
        ("direct", None, "¿Seguro?"),
    ]
    assert rows("«No llueve —dijo la guarda, Marta Olmo—. Hace sol».") == [
        ("direct", "Marta Olmo", "No llueve"),
        ("direct", "Marta Olmo", "Hace sol"),
    ]


def test_que_behind_a_comma_is_who_and_its_clause_ends_at_the_next():
    assert rows("«Hay rosas», dijo Blas Gil, que vive en Soria.") == [("direct", "Blas Gil", "Hay rosas")]
    found = rows("«Hay rosas», dijo Blas Gil, que recordó que es mayo.")
    assert found[1] == ("indirect", "Blas Gil", "que es mayo")
    assert rows("Blas Gil, que dijo estar cansado, pidió agua.") == [("indirect", "Blas Gil", "estar cansado")]


def test_who_acts_behind_and_right_before_a_verb_says_it():
    text = "Blas Gil tildó de «burla» la poda y la guarda Marta Olmo la definió como «un gran paso»."
    assert [name for _, name, _ in rows(text)] == ["Blas Gil", "Marta Olmo"]


def test_para_says_whose_view_it_is_where_it_opens_a_clause_alone():
    assert rows("Para Marta Olmo, los rosales vivirán.") == [("indirect", "Marta Olmo", "los rosales vivirán")]
    assert rows("El vivero compró doce rosales para Marta Olmo.") == []


def test_what_is_asked_promised_or_wanted_is_a_row():
    text = "El gremio promete regar los rosales. La guarda quiere podar hoy. El gremio ha pedido la dimisión de Gil."
    found = find_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    assert found["form"].tolist() == ["to", "wish", "object"]


@pytest.mark.parametrize(
    "text",
    [
        "El Niño returns",
        "Los Ángeles and La Paz sign a pact, says Íñigo Peña",
        "Las Palmas beat Real Soria 3-0 as Júnior Peña scores",
        "“Vamos a ganar,” Peña told El Eco on Monday.",
    ],
)
def test_an_english_text_with_spanish_names_is_not_read_as_spanish(text):
    assert not choose_languages(text, [(0, len(text))])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("«No hay despidos», aseguró a este periódico un portavoz de la empresa.", "es"),
        ("Muere el guarda Blas Gil", "es"),
        ("La garde Marthe Olme assure que « la rose ne mourra pas ».", "fr"),
        ("Il guardiano ha detto che non ci saranno rose. «Fa freddo», ha aggiunto.", "fr"),
        ("O guarda disse que não haverá rosas. «Está frio», afirmou.", "fr"),
    ],
)
def test_spanish_is_told_from_its_neighbours(text, language):
    """Italian and Portuguese have no rules and are read as before: by those of French."""
    assert [rules.language for rules in choose_languages(text, [(0, len(text))])] == [language]
