"""What the tests of tables share: files laid down and read, and texts of their own."""

import zipfile
from io import BytesIO
from pathlib import Path

from analysis.texts.readers.files import load_pages
from analysis.texts.readers.page import Settings

EXAMPLES = Path(__file__).parent / "examples" / "tables"
BRIDGE = "The council voted on Monday to close the old bridge for a year, the mayor said."
FERRY = "A ferry will cross the river from May; it carries forty cars, the company said."
CODEPAGE = "Die Brücke über den Fluss bleibt für ein Jahr gesperrt, sagte die Bürgermeisterin."


def pages_of(folder, name, data, **columns):
    """Lay a file down and read it: its pages as dicts, refused and notes as tables."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    loaded = load_pages(path, Settings(columns=columns))
    return loaded.pages.to_dict("records"), loaded.refused, loaded.notes["note"].tolist()


def workbook(*sheets):
    """A workbook of inline texts and numbers, by hand: (name, rows) for each of its sheets."""
    data = BytesIO()
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(data, "w") as parts:
        kinds = f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        kinds += "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_KIND}.worksheet+xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        parts.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types">{kinds}</Types>')
        parts.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" Type="{relations}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        named = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, (name, _) in enumerate(sheets, 1))
        parts.writestr("xl/workbook.xml", f'<workbook {main} xmlns:r="{relations}"><sheets>{named}</sheets></workbook>')
        linked = "".join(
            f'<Relationship Id="r{n}" Type="{relations}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        parts.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">{linked}</Relationships>'
        )
        for n, (_, rows) in enumerate(sheets, 1):
            cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
            parts.writestr(
                f"xl/worksheets/sheet{n}.xml", f"<worksheet {main}><sheetData>{cells}</sheetData></worksheet>"
            )
    return data.getvalue()


def sheet_of_libreoffice(rows, columns):
    """The example of a sheet with one cell in place of its own, repeated so many times."""
    data = BytesIO()
    with zipfile.ZipFile(EXAMPLES / "articulos.ods") as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode("utf-8")
            if name == "content.xml":
                before, after = part.index("<table:table-row>"), part.rindex("</table:table-row>")
                cell = (
                    f'<table:table-cell table:number-columns-repeated="{columns}"><text:p>a</text:p></table:table-cell>'
                )
                part = f'{part[:before]}<table:table-row table:number-rows-repeated="{rows}">{cell}{part[after:]}'
            new.writestr(name, part)
    return data.getvalue()


_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _cell(value):
    if isinstance(value, tuple):  # with its place in the sheet
        return _cell(value[1]).replace("<c", f'<c r="{value[0]}"', 1)
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c><v>{value}</v></c>"
