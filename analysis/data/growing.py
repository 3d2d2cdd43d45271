"""A tidy file that is written in parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from analysis.data.dictionary import TidyFile
from analysis.data.forms import LEVEL, TYPES, arrow_of, make_csv, make_tidy

MARK = "\ufeff".encode()  # of a CSV in UTF-8: a spreadsheet knows it by that


class GrowingFile:
    """NAME.parquet, and NAME.csv where it is asked for, to which parts of a table are added; rows: so far."""

    def __init__(self, folder: Path, about: TidyFile, csv: bool) -> None:
        self.about, self.rows = about, 0
        self.parquet = folder / f"{about.name}.parquet"
        self.csv = folder / f"{about.name}.csv" if csv else None
        self._writer: pq.ParquetWriter | None = None
        self._first = True

    def add(self, table: pd.DataFrame, mask: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
        """Add a part of the table; mask: gives it as it may be written."""
        tidy = mask(make_tidy(table, self.about))
        arrow = arrow_of(tidy, self.about)
        if self._writer is None:
            self._writer = pq.ParquetWriter(self.parquet, arrow.schema, compression="zstd", compression_level=LEVEL)
        self._writer.write_table(arrow)
        if self.csv:
            with self.csv.open("ab") as file:
                file.write(make_csv(tidy, header=self._first))
        self._first = False
        self.rows += len(tidy)

    def close(self) -> None:
        """Write what ends the file."""
        if self._writer is not None:
            self._writer.close()

    def give_up(self) -> None:
        """Leave the file as it is: it cannot be written to its end."""
        if self._writer is not None:
            self._writer.is_open = False  # else it tries once more when it goes, and says so

    def load(self) -> pd.DataFrame:
        """Load the whole table again, each column of its type."""
        table = pd.read_parquet(self.parquet)
        return table.astype({name: TYPES[self.about.columns[name].type] for name in table})
