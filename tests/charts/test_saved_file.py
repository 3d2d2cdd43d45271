"""A chart is saved where its path says: one file, or charts and tables below a folder."""

import pandas as pd
import pytest

from analysis.charts.dots import interval_dots

TABLE = pd.DataFrame({"group": ["a", "b"], "estimate": [0.2, 0.4], "low": [0.1, 0.3], "high": [0.3, 0.5]})


@pytest.mark.parametrize(
    ("ends", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF"), ("PNG", b"\x89PNG")]
)
def test_a_path_with_the_end_of_a_picture_is_that_file_alone(tmp_path, ends, begins):
    chart = interval_dots(TABLE, "group")
    path = tmp_path / "new" / f"mine.{ends}"
    assert chart.savefig(path) == [path]
    assert path.read_bytes().startswith(begins) and [*path.parent.iterdir()] == [path]


def test_a_folder_holds_charts_and_tables(tmp_path):
    paths = interval_dots(TABLE, "group", "mine").save(tmp_path)
    assert [path.name for path in paths] == ["mine.png", "mine.svg", "mine.csv"]
    assert all(path.exists() for path in paths)
