"""Office documents, books and PDFs made by hand for the tests: the smallest that programs would open."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from analysis.texts.readers.containers import split_content
from analysis.texts.readers.page import HEAD, Content, Note, Refused, Settings, SourcePage

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def content_of(data, name="file"):
    return Content(name, len(data), data[:HEAD], lambda: BytesIO(data))


def taken_from(data, name="file", **settings):
    return list(split_content(content_of(data, name), Settings(split_content=split_content, **settings)))


def pages_of(data, name="file", **settings):
    return [one for one in taken_from(data, name, **settings) if isinstance(one, SourcePage)]


def notes_of(data, name="file"):
    return [one.note for one in taken_from(data, name) if isinstance(one, Note)]


def refused_of(data, name="file"):
    return [(one.source, one.reason) for one in taken_from(data, name) if isinstance(one, Refused)]


def make_zip(members):
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def make_docx(body, **parts):
    named = {f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>' for name, inner in parts.items()}
    facts = "<dc:title>The bridge</dc:title><dc:creator>Ann Lee</dc:creator>"
    core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/">{facts}</c>'
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return make_zip(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": core, **named}
    )


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def make_pdf(pages, encrypted=False, title="The bridge closes"):
    """A PDF of pages, each a list of lines (x, y, size, text), in Helvetica."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Title({title})>>",
    ]
    kids = []
    for lines in pages:
        stream = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in lines)
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        font = f"/Resources<</Font<</F1 3 0 R>>>>/Contents {len(objects)} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{font}>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    if encrypted:
        objects.append(f"<</Filter/Standard/V 1/R 2/O<{'00' * 32}>/U<{'00' * 32}>/P -4>>")
    data, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    lock = f"/Encrypt {len(objects)} 0 R/ID[<00><00>]" if encrypted else ""
    size, start = len(objects) + 1, len(data)
    data += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R/Info 4 0 R{lock}>>\n"
    return f"{data}startxref\n{start}\n%%EOF".encode("latin-1")


def make_epub(chapters, extra=None):
    page = 'media-type="application/xhtml+xml"'
    items = "".join(f'<item id="c{n}" href="text/c{n}.xhtml" {page}/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    facts = "<dc:title>Bridges</dc:title><dc:creator>Ann Lee</dc:creator><dc:language>en</dc:language>"
    facts += "<dc:date>2024-03</dc:date>"
    lists = f"<manifest>{items}</manifest><spine>{spine}</spine>"
    package = f'<package xmlns:dc="d"><metadata>{facts}</metadata>{lists}</package>'
    index = '<container><rootfiles><rootfile full-path="OEBPS/b.opf"/></rootfiles></container>'
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": index, "OEBPS/b.opf": package}
    pages = {f"OEBPS/text/c{n}.xhtml": f"<html><body>{body}</body></html>" for n, body in enumerate(chapters)}
    return make_zip({**members, **pages, **(extra or {})})


def make_odt(body, **parts):
    body = f"<office:body><office:text>{body}</office:text></office:body>"
    document = f'<d xmlns:text="t" xmlns:table="b" xmlns:office="o">{body}</d>'
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": document, **parts}
    target = BytesIO()
    with ZipFile(target, "w") as archive:  # its first member stands unpacked, so that the kind can be read
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def make_warc(records):
    """Records (kind, address, status, content type, body) as a WARC file."""
    made = b""
    for kind, address, status, content_type, body in records:
        block = f"HTTP/1.1 {status} X\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
        header = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-03-06T10:00:00Z\r\n"
                  f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype={kind}\r\n"
                  f"Content-Length: {len(block)}\r\n\r\n")  # fmt: skip
        made += header.encode() + block + b"\r\n\r\n"
    return made
