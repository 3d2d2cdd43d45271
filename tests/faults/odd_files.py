"""Odd and hostile files, each made by a function that writes it beside a good text: bombs, lies, depth, numbers."""

import gzip
import io
import json
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path

PARAGRAPH = "The ferry to the island was late again, and forty people waited on the quay for an hour in the rain."
SENTENCE = "The harbour council met on Monday and put the new crane to the vote, which nobody had expected. "
ROW = f'"Crane {{}}","{SENTENCE * 2}"\n'
MEGABYTE = 1_000_000
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "harbour ">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
LISTENER = "127.0.0.1:9"  # a test that listens puts its own address here


def outside() -> str:
    """The beginning of XML whose entities lead to a file and to an address."""
    return (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a9 SYSTEM "file:///etc/passwd">'
        f'<!ENTITY b SYSTEM "http://{LISTENER}/x">]>'
    )


def write_zip(path: Path, parts: dict[str, bytes | str], packed: int = zipfile.ZIP_DEFLATED) -> None:
    with zipfile.ZipFile(path, "w", packed, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def write_pieces(path: Path, name: str, pieces, first: dict[str, bytes | str] | None = None) -> None:
    """A zip with one large member that is never held whole."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for other, data in (first or {}).items():
            archive.writestr(other, data)
        with archive.open(name, "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)


# plain files


def text_of_200_mb(path: Path) -> None:
    block = (SENTENCE * 10_000).encode()
    with path.open("wb") as file:
        for _ in range(200 * MEGABYTE // len(block)):
            file.write(block)


def nuls_of_200_mb(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(200):
            file.write(bytes(MEGABYTE))


def holes(path: Path, begins: bytes = b"", size: int = 400_000 * MEGABYTE) -> None:
    with path.open("wb") as file:
        file.write(begins)
        file.truncate(size)


def one_word(path: Path, size: int = 45 * MEGABYTE) -> None:
    path.write_bytes(b"a" * size)


def latin_200_mb(path: Path) -> None:
    block = ("Die Fähre zur Insel war spät, sagte er. " * 20_000).encode("cp1252")
    with path.open("wb") as file:
        for _ in range(200 * MEGABYTE // len(block)):
            file.write(block)


# tables


def cell_of_100_mb(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b'title,text\n"One","' + SENTENCE.encode() * 2 + b'"\n"Two","')
        for _ in range(100):
            file.write(b"harbour " * (MEGABYTE // 8))
        file.write(b'"\n' + ROW.format(3).encode())


def million_columns(path: Path) -> None:
    path.write_text(",".join(f"column{n}" for n in range(MEGABYTE)) + "\n" + "x," * (MEGABYTE - 1) + "x\n")


def million_commas(path: Path) -> None:
    path.write_text("title,text\n" + ROW.format(1) + "," * 5 * MEGABYTE + "\n" + ROW.format(2))


def unclosed_mark(path: Path) -> None:
    with path.open("w") as file:
        file.write('title,text\n"One","' + SENTENCE)
        for number in range(50 * MEGABYTE // 200):
            file.write(f"{number},{SENTENCE * 2}\n")


def unclosed_marks(path: Path) -> None:
    with path.open("w") as file:
        file.write("title,text\n")
        for number in range(50 * MEGABYTE // 100):
            file.write(f'"{number},{SENTENCE}\n')


def only_marks(path: Path) -> None:
    path.write_text("title,text\n" + '"' * 20 * MEGABYTE)


# JSON


def deep_json(path: Path) -> None:
    path.write_text("[" * MEGABYTE + "]" * MEGABYTE)


def deep_objects(path: Path) -> None:
    path.write_text('{"a":' * MEGABYTE + "1" + "}" * MEGABYTE)


def deep_item(path: Path) -> None:
    item = '{"title": "Crane", "text": "' + SENTENCE * 2 + '", "more": %s}'
    path.write_text(f"[{item % 1}, {item % ('[' * 400_000 + ']' * 400_000)}, {item % 2}]")


def deep_line(path: Path) -> None:
    item = '{"title": "Crane", "text": "' + SENTENCE * 2 + '", "more": %s}\n'
    path.write_text(item % 1 + item % ("[" * 400_000 + "]" * 400_000) + item % 2)


def numbers_json(path: Path) -> None:
    with path.open("w") as file:
        file.write("[0")
        file.write(",1,22,333" * (10 * MEGABYTE // 3))
        file.write("]")


def many_keys(path: Path) -> None:
    repeated = ",".join(f'"text": "{SENTENCE}"' for _ in range(200_000))
    path.write_text(f'[{{"title": "a", {repeated}}}]')


def different_keys(path: Path) -> None:
    with path.open("w") as file:
        for number in range(1_000):
            more = ",".join(f'"k{number}_{at}": {at}' for at in range(1_000))
            file.write(f'{{"text": "{SENTENCE}", {more}}}\n')


def long_numbers(path: Path) -> None:
    long = "9" * MEGABYTE
    items = [f'{{"title": "n", "text": "{SENTENCE * 2}", "views": {n}}}' for n in (long, "NaN", "-Infinity", "1e999")]
    path.write_text("[" + ",".join(items) + "]")


def unclosed_string(path: Path) -> None:
    path.write_text('[{"text": "' + "harbour " * 6 * MEGABYTE)


def object_of_250_mb(path: Path) -> None:
    with path.open("w") as file:
        file.write('{"text": "' + SENTENCE + '", "n": [')
        for _ in range(250):
            file.write("1," * (MEGABYTE // 2))
        file.write("1]}")


def telegram(path: Path) -> None:
    entity = {"type": "link", "text": "<script>alert(1)</script>" * 10}
    message = {"id": 1, "type": "message", "date": "2024-05-01T10:00:00", "from": "Harbour", "from_id": "channel1"}
    messages = [message | {"id": n, "text": [entity, SENTENCE], "text_entities": [entity]} for n in range(3)]
    messages += [message | {"id": 9, "text": [[[["x"]]], {"text": {"text": "y"}}, 5, None], "text_entities": "none"}]
    messages += [message | {"id": "../../x", "text": {"a": "b"}, "date": "0000-99-99T99"}]
    messages += [message | {"id": 10**400, "text": [entity] * 2_000, "reactions": [{"count": 1e308}] * 1_000}]
    path.write_text(json.dumps({"name": "Harbour", "type": "public_channel", "id": 1, "messages": messages}))


def telegram_deep(path: Path) -> None:
    begin = '{"name": "Harbour", "type": "public_channel", "id": 1, "messages": [{"id": 1, "type": "message", "text": '
    path.write_text(begin + "[" * 500_000 + "]" * 500_000 + "}]}")


# markup


def deep_feed(path: Path, depth: int = 200_000) -> None:
    item = f"<item><title>Crane</title><description>{SENTENCE * 2}</description></item>"
    path.write_text(f'<rss version="2.0"><channel>{item}{"<item>" * depth}{"</item>" * depth}</channel></rss>')


def feed_of_entities(path: Path) -> None:
    path.write_text(
        f"{ENTITIES}<rss><channel><item><title>x</title><description>&a9;</description></item></channel></rss>"
    )


def feed_of_items(path: Path) -> None:
    item = "<item><title>Crane</title><description>x</description></item>"
    path.write_text(f'<rss version="2.0"><channel>{item * 400_000}</channel></rss>')


def deep_html(path: Path) -> None:
    path.write_text(f"<html><body>{'<div>' * 500_000}{SENTENCE * 5}{'</div>' * 500_000}</body></html>")


def deep_html_small(path: Path) -> None:
    path.write_text(f"<html><body>{'<div>' * 45_000}<p>{SENTENCE * 5}</p>{'</div>' * 45_000}</body></html>")


def many_attributes(path: Path) -> None:
    attributes = " ".join(f'a{n}="{n}"' for n in range(MEGABYTE // 2))
    path.write_text(f"<html><body><p {attributes}>{SENTENCE * 5}</p></body></html>")


def open_tags(path: Path) -> None:
    path.write_text("<html><body>" + "<a <b " * 1_500_000)


def eml(path: Path, depth: int = 1_000) -> None:
    head = "From: a@b.example\nTo: c@d.example\nSubject: Crane\nMIME-Version: 1.0\nMessage-ID: <1@b>\n"
    text = head + 'Content-Type: multipart/mixed; boundary="b0"\n\n'
    for n in range(1, depth):
        text += f'--b{n - 1}\nContent-Type: multipart/mixed; boundary="b{n}"\n\n'
    path.write_text(text + f"--b{depth - 1}\nContent-Type: text/plain\n\n{SENTENCE * 3}\n")


def eml_deep(path: Path) -> None:
    eml(path, 20_000)


def eml_parts(path: Path) -> None:
    head = "From: a@b.example\nTo: c@d.example\nSubject: Crane\nMIME-Version: 1.0\nMessage-ID: <1@b>\n"
    part = "--b\nContent-Type: text/plain\n\n\n"
    path.write_text(f'{head}Content-Type: multipart/mixed; boundary="b"\n\n' + part * 300_000 + "--b--\n")


def eml_messages(path: Path) -> None:
    head = "From: a@b.example\nMIME-Version: 1.0\nMessage-ID: <1@b>\nContent-Type: message/rfc822\n\n"
    path.write_text(head * 5_000 + SENTENCE)


def eml_headers(path: Path) -> None:
    head = "From: a@b.example\nMIME-Version: 1.0\nMessage-ID: <1@b>\nSubject: " + "=?utf-8?b?YQ==?= " * 300_000
    path.write_text(head + "".join(f"X-{n}: y\n" for n in range(300_000)) + "\n" + SENTENCE)


# office documents

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
    '<Relationship Id="rId2" Target="sharedStrings.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
XLSX = {
    "[Content_Types].xml": TYPES,
    "xl/workbook.xml": BOOK,
    "xl/_rels/workbook.xml.rels": RELS,
    "_rels/.rels": RELS.replace("worksheets/sheet1.xml", "xl/workbook.xml").replace('/worksheet"', '/officeDocument"'),
}
CELLS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c><c r="B1" t="inlineStr"><is><t>text</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Crane</t></is></c>'
    f'<c r="B2" t="inlineStr"><is><t>{SENTENCE * 2}</t></is></c></row>'
)


def write_xlsx(path: Path, sheet: str, **parts: str) -> None:
    named = {f"xl/{name}.xml": part for name, part in parts.items()}
    write_zip(path, XLSX | named | {"xl/worksheets/sheet1.xml": sheet})


def sheet_of(cells: str, head: str = '<?xml version="1.0"?>', said: str = "") -> str:
    return f"{head}<worksheet {MAIN}>{said}<sheetData>{cells}</sheetData></worksheet>"


def xlsx_bomb(path: Path) -> None:
    pieces = [sheet_of("")[:-30].encode(), *[b" " * MEGABYTE] * 600]
    write_pieces(path, "xl/worksheets/sheet1.xml", pieces, XLSX)


def xlsx_strings_bomb(path: Path) -> None:
    pieces = [f"<sst {MAIN}><si><t>".encode(), *[b"x" * MEGABYTE] * 450, b"</t></si></sst>"]
    write_pieces(path, "xl/sharedStrings.xml", pieces, XLSX | {"xl/worksheets/sheet1.xml": sheet_of(CELLS)})


def xlsx_shared(path: Path) -> None:
    """One text of a megabyte that 1,000 cells share."""
    long = f"<sst {MAIN}><si><t>title</t></si><si><t>text</t></si><si><t>{'harbour ' * 125_000}</t></si></sst>"
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>2</v></c><c r="B{n}" t="s"><v>2</v></c></row>' for n in range(2, 3_000)
    )
    first = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    write_xlsx(path, sheet_of(first + rows), sharedStrings=long)


def xlsx_entities(path: Path) -> None:
    cell = '<row r="3"><c r="A3" t="inlineStr"><is><t>&a9;</t></is></c></row>'
    write_xlsx(path, sheet_of(CELLS + cell, ENTITIES))


def xlsx_outside(path: Path) -> None:
    cell = '<row r="3"><c r="B3" t="inlineStr"><is><t>&a9;&b;</t></is></c></row>'
    write_xlsx(path, sheet_of(CELLS + cell, outside()))


def xlsx_dimension(path: Path) -> None:
    write_xlsx(path, sheet_of(CELLS, said='<dimension ref="A1:XFD1048576"/>'))


def xlsx_corner(path: Path) -> None:
    write_xlsx(path, sheet_of(CELLS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


def xlsx_corner_in_other_letters(path: Path) -> None:
    """The cell's place in a way that a search for it may miss: single quotation marks, small letters."""
    write_xlsx(path, sheet_of(CELLS + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"))


def xlsx_corner_in_utf16(path: Path) -> None:
    sheet = sheet_of(
        CELLS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', '<?xml version="1.0" encoding="UTF-16"?>'
    )
    write_zip(path, XLSX | {"xl/worksheets/sheet1.xml": sheet.encode("utf-16")})


def xlsx_sheet_elsewhere(path: Path) -> None:
    """The sheet in a part whose name does not end in .xml."""
    sheet = sheet_of(CELLS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    parts = XLSX | {"xl/_rels/workbook.xml.rels": RELS.replace("sheet1.xml", "sheet1.bin")}
    write_zip(path, parts | {"xl/worksheets/sheet1.bin": sheet})


def xlsx_empty_cells(path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"/><c r="B{n}"/></row>' for n in range(3, 500_003))
    write_xlsx(path, sheet_of(CELLS + rows))


def xlsx_sheets(path: Path) -> None:
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 20_001))
    book = BOOK.replace('<sheet name="S" sheetId="1" r:id="rId1"/>', sheets)
    write_zip(path, XLSX | {"xl/workbook.xml": book, "xl/worksheets/sheet1.xml": sheet_of(CELLS)})


def xlsx_columns(path: Path) -> None:
    cells = "".join("<c t='inlineStr'><is><t>x</t></is></c>" for _ in range(16_000))
    write_xlsx(path, sheet_of(f'<row r="1">{cells}</row>' * 100))


ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>'
)


def ods_cell(text: str, said: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {said}><text:p>{text}</text:p></table:table-cell>'


REPEATED = '<table:table-row table:number-rows-repeated="1048576">'
REPEATED += ods_cell("x", 'table:number-columns-repeated="16384"') + "</table:table-row>"


def write_ods(path: Path, rows: str, head: str = "") -> None:
    named = f"<table:table-row>{ods_cell('title')}{ods_cell('text')}</table:table-row>"
    named += f"<table:table-row>{ods_cell('Crane')}{ods_cell(SENTENCE * 2)}</table:table-row>"
    table = f'<office:spreadsheet><table:table table:name="S">{named}{rows}</table:table></office:spreadsheet>'
    content = f"{head}{ODS_HEAD}{table}</office:body></office:document-content>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), ODS_KIND)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)


def ods_repeated(path: Path) -> None:
    write_ods(path, REPEATED)


def ods_repeated_otherwise(path: Path) -> None:
    cell = "<table:table-cell office:value-type='string' table:number-columns-repeated='16384'>"
    cell += "<text:p>x</text:p></table:table-cell>"
    write_ods(path, f"<table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row>")


def ods_repeated_with_another_prefix(path: Path) -> None:
    write_ods(path, REPEATED)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["content.xml"] = (
        parts["content.xml"].replace(b"table:", b"t:").replace(b":t=", b":t=").replace(b"xmlns:table", b"xmlns:t")
    )
    write_zip(path, parts)


def ods_entities(path: Path) -> None:
    write_ods(path, f"<table:table-row>{ods_cell('x')}{ods_cell('&a9;')}</table:table-row>", ENTITIES)


def ods_huge_text(path: Path) -> None:
    write_ods(path, f"<table:table-row>{ods_cell('x')}{ods_cell('harbour ' * 10 * MEGABYTE)}</table:table-row>")


def ods_spaces(path: Path) -> None:
    spaces = ods_cell('<text:s text:c="2000000000"/>')
    write_ods(path, f"<table:table-row>{ods_cell('x')}{spaces}</table:table-row>")


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_of(inside: str, head: str = '<?xml version="1.0"?>') -> str:
    return f"{head}<w:document {W}><w:body>{inside}</w:body></w:document>"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def write_docx(path: Path, document: str) -> None:
    write_zip(path, {"[Content_Types].xml": TYPES, "word/document.xml": document})


def docx_bomb(path: Path) -> None:
    pieces = [docx_of("")[:-40].encode(), *[b" " * MEGABYTE] * 300]
    write_pieces(path, "word/document.xml", pieces, {"[Content_Types].xml": TYPES})


def docx_entities(path: Path) -> None:
    write_docx(path, docx_of(paragraph(SENTENCE * 3) + paragraph("&a9;"), ENTITIES))


def docx_outside(path: Path) -> None:
    write_docx(path, docx_of(paragraph(SENTENCE * 3) + paragraph("&a9;&b;"), outside()))


def docx_deep(path: Path) -> None:
    write_docx(path, docx_of("<w:sdt>" * 100_000 + paragraph(SENTENCE * 3) + "</w:sdt>" * 100_000))


def docx_deep_enough(path: Path) -> None:
    """Deeper than Python goes, and not so deep that the XML is refused."""
    write_docx(path, docx_of(paragraph(SENTENCE * 3) + "<w:sdt>" * 240 + paragraph("x") + "</w:sdt>" * 240))


def docx_boxes(path: Path) -> None:
    box = "<w:p><w:r><w:txbxContent>"
    write_docx(
        path, docx_of(paragraph(SENTENCE * 3) + box * 80 + paragraph("x" * 1_000) + "</w:txbxContent></w:r></w:p>" * 80)
    )


def docx_paragraphs(path: Path) -> None:
    write_docx(path, docx_of(paragraph(SENTENCE * 3) + "<w:p/>" * 4 * MEGABYTE))


def docx_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", docx_of(paragraph(SENTENCE * 3)))
        for number in range(60_000):
            archive.writestr(f"word/media/{number}.png", b"")


def odt_of(inside: str, head: str = "") -> bytes:
    return f"{head}{ODS_HEAD}<office:text>{inside}</office:text></office:body></office:document-content>".encode()


def write_odt(path: Path, content: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)


def odt_entities(path: Path) -> None:
    write_odt(path, odt_of(f"<text:p>{SENTENCE * 3}&a9;</text:p>", ENTITIES))


def odt_deep(path: Path) -> None:
    write_odt(path, odt_of("<text:span>" * 100_000 + SENTENCE + "</text:span>" * 100_000))


def odt_spaces(path: Path) -> None:
    spaces = '<text:s text:c="2000000000"/>' * 300_000
    write_odt(path, odt_of(f"<text:p>{SENTENCE * 3}{spaces}</text:p>"))


EPUB = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>',
}


def opf_of(count: int, files: int, head: str = "") -> str:
    items = "".join(f'<item id="i{n}" href="c{n % files}.xhtml" media-type="text/html"/>' for n in range(count))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(count))
    about = "<metadata><title>Crane</title></metadata>"
    return f"{head}<package>{about}<manifest>{items}</manifest><spine>{spine}</spine></package>"


def epub_entities(path: Path) -> None:
    write_zip(
        path,
        EPUB
        | {
            "o.opf": opf_of(1, 1, ENTITIES).replace("Crane", "&a9;"),
            "c0.xhtml": f"{ENTITIES}<html><p>{SENTENCE * 9}&a9;</p></html>",
        },
    )


def epub_chapters(path: Path) -> None:
    opf = opf_of(100_000, 100_000)
    write_zip(path, EPUB | {"o.opf": opf})


def epub_one_chapter_again(path: Path) -> None:
    """One chapter of nine megabytes that the book names a thousand times."""
    items = "".join(f'<item id="i{n}" href="{"./" * n}c.xhtml" media-type="text/html"/>' for n in range(1_000))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(1_000))
    opf = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
    write_zip(path, EPUB | {"o.opf": opf, "c.xhtml": f"<html><p>{SENTENCE * 1_000}</p></html>"})


def epub_bomb(path: Path) -> None:
    parts = EPUB | {"o.opf": opf_of(200, 200)}
    for n in range(200):
        parts[f"c{n}.xhtml"] = "<html><p>" + "harbour " * (MEGABYTE // 8)
    write_zip(path, parts)


# PDF


def write_pdf(path: Path, objects: list[bytes], trailer: bytes = b"/Root 1 0 R") -> None:
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    xref = len(data)
    lines = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF" % (
        size, lines, size, trailer, xref)  # fmt: skip
    path.write_bytes(data)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SAID = b"BT /F1 12 Tf 72 720 Td (" + SENTENCE[:90].encode() + b") Tj ET"


def stream_of(data: bytes, said: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), said, data)


def page_of(contents: bytes = b"5 0 R", parent: bytes = b"2 0 R", more: bytes = b"") -> bytes:
    return (
        b"<< /Type /Page /Parent %s /MediaBox [0 0 612 792] /Contents %s /Resources << /Font << /F1 4 0 R >> >> %s >>"
        % (parent, contents, more)
    )


def pdf_of(
    path: Path, content: bytes, catalog: bytes = b"", kids: bytes = b"[3 0 R]", count: int = 1, more: bytes = b""
) -> None:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count),
        page_of(more=more), FONT, content,
    ]  # fmt: skip
    write_pdf(path, objects)


def deflate_blanks(megabytes: int) -> bytes:
    """So many megabytes of blanks, of which one is packed and stands there again and again."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(b" " * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(b" " * MEGABYTE, check)
    return b"\x78\xda" + block * megabytes + b"\x03\x00" + check.to_bytes(4, "big")


def pdf_good(path: Path) -> None:
    pdf_of(path, stream_of(SAID))


def pdf_bomb(path: Path) -> None:
    pdf_of(path, stream_of(deflate_blanks(3_000), b"/Filter /FlateDecode"))


def pdf_bomb_in_bomb(path: Path) -> None:
    packed = zlib.compress(deflate_blanks(2_000), 9)
    pdf_of(path, stream_of(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def pdf_text_bomb(path: Path) -> None:
    """A megabyte that unpacks to a page of ten million letters."""
    shown = b"BT /F1 12 Tf 72 720 Td " + b"(harbour harbour harbour harbour ) Tj " * 300_000 + b"ET"
    pdf_of(path, stream_of(zlib.compress(shown, 9), b"/Filter /FlateDecode"))


def pdf_same_page(path: Path) -> None:
    """One page of some thousand letters, 2,000 times."""
    shown = b"BT /F1 12 Tf 72 720 Td " + b"(harbour harbour harbour harbour ) Tj " * 3_000 + b"ET"
    kids = b"[" + b"3 0 R " * 2_000 + b"]"
    pdf_of(path, stream_of(zlib.compress(shown, 9), b"/Filter /FlateDecode"), kids=kids, count=2_000)


def pdf_forms(path: Path) -> None:
    """Forms that each draw the next ten times: a page of ten to the ninth drawings."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    resources = b"/Resources << /Font << /F1 4 0 R >> /XObject << /X %d 0 R >> >>"
    objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R %s >>" % (resources % 6), FONT]
    objects += [stream_of(SAID + b" /X Do" * 10)]
    for at in range(9):
        shown = b"/X Do " * 10 if at < 8 else SAID
        form = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] " + resources % (7 + at)
        objects.append(stream_of(shown, form))
    write_pdf(path, objects)


def pdf_loop(path: Path) -> None:
    pdf_of(path, stream_of(SAID), kids=b"[3 0 R 2 0 R 2 0 R]", count=3)


def pdf_claims(path: Path) -> None:
    pdf_of(path, stream_of(SAID), count=2_000_000_000)


def pdf_pages(path: Path) -> None:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", page_of(), FONT, stream_of(SAID)]
    objects += [page_of()] * 100_000
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count 100001 >>" % b" ".join(
        b"%d 0 R" % n for n in [3, *range(6, 100_006)]
    )
    data, places = [b"%PDF-1.7\n"], []
    size = len(data[0])
    for number, one in enumerate(objects, 1):
        places.append(size)
        data.append(b"%d 0 obj\n%s\nendobj\n" % (number, one))
        size += len(data[-1])
    lines = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    path.write_bytes(b"".join(data) + end % (len(objects) + 1, lines, len(objects) + 1, size))


def pdf_objects(path: Path) -> None:
    pdf_of(path, stream_of(SAID))
    data = path.read_bytes()
    path.write_bytes(
        data.replace(b"xref\n", b"".join(b"%d 0 obj\n<<>>\nendobj\n" % n for n in range(6, 300_000)) + b"xref\n", 1)
    )


def pdf_encrypted(path: Path) -> None:
    key = b"<" + b"41" * 32 + b">"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page_of(),
        FONT,
        stream_of(SAID),
    ]
    objects += [b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>" % (key, key)]
    write_pdf(path, objects, b"/Root 1 0 R /Encrypt 6 0 R /ID [<41> <41>]")


def pdf_actions(path: Path) -> None:
    launch = b"/OpenAction << /S /Launch /F (/usr/bin/touch) /Win << /F (touch) /P (ran) >> >> "
    script = b"/AA << /O << /S /JavaScript /JS (app.launchURL\\('http://LISTENER/x'\\)) >> >>"
    asked = b"<< /S /JavaScript /JS (this.getURL\\('http://LISTENER/y'\\)) >>"
    names = b"/Names << /JavaScript << /Names [(a) %s] >> >>" % asked
    listening = LISTENER.encode()
    acts = (launch + names).replace(b"LISTENER", listening)
    pdf_of(path, stream_of(SAID * 3), acts, more=script.replace(b"LISTENER", listening))


def pdf_deep(path: Path) -> None:
    pdf_of(path, stream_of(SAID), catalog=b"/X " + b"[" * 300_000 + b"]" * 300_000)


def pdf_garbage(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + b"1 0 obj << " * 2 * MEGABYTE)


# Parquet


def write_parquet(path: Path, table=None, **options) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({"title": ["Crane"] * 3, "text": [SENTENCE * 2] * 3}) if table is None else table
    pq.write_table(table, path, **options)


def parquet_footer(path: Path) -> None:
    write_parquet(path)
    data = bytearray(path.read_bytes())
    data[-60:-20] = bytes(255 - byte for byte in data[-60:-20])
    path.write_bytes(bytes(data))


def parquet_length(path: Path) -> None:
    write_parquet(path)
    path.write_bytes(path.read_bytes()[:-8] + struct.pack("<I", 0xFFFFFFF0) + b"PAR1")


def parquet_footer_of_holes(path: Path) -> None:
    """A footer of two gigabytes that lies in a hole."""
    with path.open("wb") as file:
        file.write(b"PAR1")
        file.seek(2_000 * MEGABYTE)
        file.write(struct.pack("<I", 1_900 * MEGABYTE) + b"PAR1")


def parquet_dictionary(path: Path) -> None:
    """One text of four megabytes, which a thousand rows share."""
    import pyarrow as pa

    texts = pa.array(["harbour " * 500_000]).dictionary_encode().take(pa.array([0] * 1_000))
    write_parquet(path, pa.table({"title": ["Crane"] * 1_000, "text": texts}))


def parquet_rows(path: Path) -> None:
    """A hundred million rows of nothing, in some kilobytes."""
    import pyarrow as pa

    rows = 20 * MEGABYTE
    texts = pa.array([SENTENCE * 2]).dictionary_encode().take(pa.array([0]))
    first = pa.table({"title": ["Crane"], "text": pa.array([SENTENCE * 2])})
    nothing = pa.table({"title": pa.nulls(rows, pa.string()), "text": pa.nulls(rows, pa.string())})
    write_parquet(path, pa.concat_tables([first, nothing]), row_group_size=rows)
    del texts


def parquet_deep(path: Path) -> None:
    import pyarrow as pa

    inner = pa.array([1, 2, 3])
    for _ in range(300):
        inner = pa.StructArray.from_arrays([inner], ["a"])
    write_parquet(path, pa.table({"title": ["Crane"] * 3, "text": [SENTENCE * 2] * 3, "deep": inner}))


def parquet_lists(path: Path) -> None:
    """A list of ten million numbers in one cell."""
    import numpy as np
    import pyarrow as pa

    numbers = pa.array(np.zeros(30 * MEGABYTE, dtype="int64"))
    lists = pa.ListArray.from_arrays(pa.array([0, 1, 2, 30 * MEGABYTE]), numbers)
    write_parquet(path, pa.table({"title": ["Crane"] * 3, "text": [SENTENCE * 2] * 3, "list": lists}))


def parquet_columns(path: Path) -> None:
    import pyarrow as pa

    write_parquet(path, pa.table({f"c{n}": ["x"] for n in range(20_000)}))


# rich text, web archives


def rtf_deep(path: Path) -> None:
    path.write_text("{\\rtf1\\ansi " + SENTENCE + "{" * 100_000 + "x" + "}" * 100_000 + "}")


def rtf_binary(path: Path) -> None:
    path.write_text("{\\rtf1\\ansi " + SENTENCE * 3 + "{\\pict\\bin4000000000 abc}" + SENTENCE + "}")


def rtf_words(path: Path) -> None:
    path.write_text("{\\rtf1\\ansi " + SENTENCE + "\\b\\b0" * 5 * MEGABYTE + "}")


def rtf_letters(path: Path) -> None:
    path.write_text("{\\rtf1\\ansi " + SENTENCE + "\\'e4" * 5 * MEGABYTE + "}")


def rtf_unicode(path: Path) -> None:
    path.write_text("{\\rtf1\\ansi\\uc0 " + SENTENCE + "\\u1078 " * 3 * MEGABYTE + "}")


def warc_record(body: bytes, length: int | None = None) -> bytes:
    said = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/x\r\n"
        b"WARC-Date: 2024-05-01T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(said) if length is None else length, said)
    )


PAGE = f"<html><head><title>Crane</title></head><body><article><p>{SENTENCE * 4}</p></article></body></html>".encode()


def warc_lengths(path: Path) -> None:
    records = [warc_record(PAGE), warc_record(PAGE, 10**15), warc_record(PAGE)]
    path.write_bytes(b"".join(records))


def warc_short(path: Path) -> None:
    path.write_bytes(b"".join([warc_record(PAGE), warc_record(PAGE, 5), warc_record(PAGE, -5), warc_record(PAGE)]))


def warc_odd_length(path: Path) -> None:
    path.write_bytes(
        b"".join([warc_record(PAGE), warc_record(PAGE).replace(b"Length: ", b"Length: x"), warc_record(PAGE)])
    )


def warc_bomb(path: Path) -> None:
    with gzip.open(path, "wb", 1) as file:
        file.write(warc_record(PAGE))
        file.write(warc_record(b"", 1_000 * MEGABYTE)[:-4])
        for _ in range(1_000):
            file.write(b" " * MEGABYTE)


def warc_records(path: Path) -> None:
    with path.open("wb") as file:
        file.write(warc_record(PAGE))
        tiny = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 1\r\n\r\nx\r\n\r\n"
        file.write(tiny * 100_000)


def warc_tiny_pages(path: Path) -> None:
    path.write_bytes(warc_record(PAGE) + warc_record(b"<p>x</p>") * 1_000)


def warc_headers(path: Path) -> None:
    many = b"".join(b"X-%d: y\r\n" % n for n in range(500_000))
    path.write_bytes(warc_record(PAGE) + warc_record(PAGE).replace(b"WARC-Date", many + b"WARC-Date"))


def warc_line(path: Path) -> None:
    path.write_bytes(b"WARC/1.0\r\nWARC-Type: " + b"x" * 100 * MEGABYTE)


# archives


def zip_of_words(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(50):
            archive.writestr(f"{number}.txt", b"a" * (10 * MEGABYTE - number))


def zip_of_members(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(200_100):
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), b"")


def zip_of_small_texts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(60_000):
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), b"")


def zip_overlapping(path: Path) -> None:
    """A thousand members that are all the same bytes of the file."""
    data, check = zlib.compress(b"a" * 9 * MEGABYTE, 9)[2:-4], zlib.crc32(b"a" * 9 * MEGABYTE)
    head = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, check, len(data), 9 * MEGABYTE, 5, 0)
    body, central = head + b"a.txt" + data, b""
    for number in range(1_000):
        name = b"%d.txt" % number
        central += struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, check, len(data),
                               9 * MEGABYTE, len(name), 0, 0, 0, 0, 0, 0) + name  # fmt: skip
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1_000, 1_000, len(central), len(body), 0)
    path.write_bytes(body + central + end)


def gz_garbage(path: Path) -> None:
    path.write_bytes(gzip.compress((SENTENCE * 5).encode()) + b"garbage" * 1_000)


def gz_members(path: Path) -> None:
    path.write_bytes(gzip.compress((SENTENCE * 5).encode()) + gzip.compress(b"") * 500_000)


def gz_bomb(path: Path) -> None:
    with gzip.open(path, "wb", 6) as file:
        for _ in range(1_000):
            file.write(b" " * MEGABYTE)


def tar_members(path: Path) -> None:
    with tarfile.open(path, "w") as archive:
        for number in range(100_000):
            archive.addfile(tarfile.TarInfo(f"{number}.txt"), io.BytesIO())


def tar_sparse(path: Path) -> None:
    """A member of a few bytes that says it is 8 GB with holes (GNU's old sparse format)."""
    head = bytearray(512)
    head[0:5], head[100:107], head[156:157], head[257:265] = b"s.txt", b"0000644", b"S", b"ustar  \0"
    head[124:135] = b"%011o" % 512
    head[386:397], head[398:409] = b"%011o" % 0, b"%011o" % 512
    head[410:421], head[422:433] = b"%011o" % (8_000 * MEGABYTE), b"%011o" % 0
    head[483:494] = b"%011o" % (8_000 * MEGABYTE)
    head[148:156] = b"        "
    head[148:156] = b"%06o\0 " % sum(head)
    text = (SENTENCE * 9).encode()[:512]
    path.write_bytes(bytes(head) + text + bytes(1_024))


def tar_claims(path: Path) -> None:
    info = tarfile.TarInfo("huge.txt")
    info.size = 10**14
    path.write_bytes(info.tobuf() + SENTENCE.encode())


def tar_names(path: Path) -> None:
    """A name of a hundred megabytes in a header."""
    info = tarfile.TarInfo("n" * 60 * MEGABYTE)
    path.write_bytes(info.tobuf(tarfile.GNU_FORMAT) + bytes(1_024))


def seven(path: Path) -> None:
    path.write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(100))


def rar(path: Path) -> None:
    path.write_bytes(b"Rar!\x1a\x07\x00" + bytes(100))


def holed(begins: bytes):
    return lambda path: holes(path, begins)


ODD = {
    "text_200mb.txt": text_of_200_mb, "nuls_200mb.txt": nuls_of_200_mb, "latin_200mb.txt": latin_200_mb,
    "holes.txt": holes, "holes_text.txt": holed(SENTENCE.encode() * 2_000), "word_45mb.txt": one_word,
    "holes.csv": holed(b"title,text\n" + ROW.format(1).encode() * 900), "holes.json": holed(b'[{"text": "x"},'),
    "holes.jsonl": holed(b'{"text": "x y z"}\n' * 9_000), "holes.zip": holed(b"PK\x03\x04" + bytes(30)),
    "holes.pdf": holed(b"%PDF-1.7\n"), "holes.parquet": holed(b"PAR1"), "holes.gz": holed(gzip.compress(b"x" * 99)),
    "holes.warc": holed(warc_record(PAGE) * 9), "holes.tar": holed(tarfile.TarInfo("a").tobuf() + bytes(512)),
    "holes_result.json": holed(b'{"name": "x", "type": "public_channel", "id": 1, "messages": ['),
    "cell_100mb.csv": cell_of_100_mb, "columns.csv": million_columns, "commas.csv": million_commas,
    "unclosed.csv": unclosed_mark, "unclosed_all.csv": unclosed_marks, "marks.csv": only_marks,
    "deep.json": deep_json, "deep_objects.json": deep_objects, "deep_item.json": deep_item, "deep.jsonl": deep_line,
    "numbers.json": numbers_json, "many_keys.json": many_keys, "keys.jsonl": different_keys,
    "long_numbers.json": long_numbers, "string.json": unclosed_string, "object_250mb.json": object_of_250_mb,
    "result.json": telegram, "deep_result.json": telegram_deep, "deep_feed.xml": deep_feed,
    "entities_feed.xml": feed_of_entities, "items_feed.xml": feed_of_items, "deep.html": deep_html,
    "deep_small.html": deep_html_small, "attributes.html": many_attributes, "open.html": open_tags,
    "nested.eml": eml, "deep.eml": eml_deep, "parts.eml": eml_parts, "messages.eml": eml_messages,
    "headers.eml": eml_headers, "bomb.xlsx": xlsx_bomb, "strings.xlsx": xlsx_strings_bomb,
    "shared.xlsx": xlsx_shared, "entities.xlsx": xlsx_entities, "outside.xlsx": xlsx_outside,
    "dimension.xlsx": xlsx_dimension, "corner.xlsx": xlsx_corner, "corner_single.xlsx": xlsx_corner_in_other_letters,
    "corner_utf16.xlsx": xlsx_corner_in_utf16, "elsewhere.xlsx": xlsx_sheet_elsewhere,
    "empty_cells.xlsx": xlsx_empty_cells, "sheets.xlsx": xlsx_sheets, "columns.xlsx": xlsx_columns,
    "repeated.ods": ods_repeated, "repeated_single.ods": ods_repeated_otherwise,
    "repeated_prefix.ods": ods_repeated_with_another_prefix, "entities.ods": ods_entities, "huge.ods": ods_huge_text,
    "spaces.ods": ods_spaces, "bomb.docx": docx_bomb, "entities.docx": docx_entities, "outside.docx": docx_outside,
    "deep.docx": docx_deep, "deep_enough.docx": docx_deep_enough, "boxes.docx": docx_boxes,
    "paragraphs.docx": docx_paragraphs, "parts.docx": docx_parts, "entities.odt": odt_entities, "deep.odt": odt_deep,
    "spaces.odt": odt_spaces, "entities.epub": epub_entities, "chapters.epub": epub_chapters,
    "again.epub": epub_one_chapter_again, "bomb.epub": epub_bomb, "good.pdf": pdf_good, "bomb.pdf": pdf_bomb,
    "bombs.pdf": pdf_bomb_in_bomb, "text_bomb.pdf": pdf_text_bomb, "same_page.pdf": pdf_same_page,
    "forms.pdf": pdf_forms, "loop.pdf": pdf_loop, "claims.pdf": pdf_claims, "pages.pdf": pdf_pages,
    "objects.pdf": pdf_objects, "encrypted.pdf": pdf_encrypted, "actions.pdf": pdf_actions, "deep.pdf": pdf_deep,
    "garbage.pdf": pdf_garbage, "footer.parquet": parquet_footer, "length.parquet": parquet_length,
    "footer_holes.parquet": parquet_footer_of_holes, "dictionary.parquet": parquet_dictionary,
    "rows.parquet": parquet_rows, "deep.parquet": parquet_deep, "lists.parquet": parquet_lists,
    "columns.parquet": parquet_columns, "deep.rtf": rtf_deep, "binary.rtf": rtf_binary, "words.rtf": rtf_words,
    "letters.rtf": rtf_letters, "unicode.rtf": rtf_unicode, "lengths.warc": warc_lengths, "short.warc": warc_short,
    "odd.warc": warc_odd_length, "bomb.warc.gz": warc_bomb, "records.warc": warc_records,
    "pages.warc": warc_tiny_pages, "headers.warc": warc_headers, "line.warc": warc_line, "words.zip": zip_of_words,
    "members.zip": zip_of_members, "small.zip": zip_of_small_texts, "overlap.zip": zip_overlapping,
    "garbage.txt.gz": gz_garbage, "members.txt.gz": gz_members, "bomb.txt.gz": gz_bomb, "members.tar": tar_members,
    "sparse.tar": tar_sparse, "claims.tar": tar_claims, "names.tar": tar_names, "a.7z": seven, "a.rar": rar,
}  # fmt: skip
