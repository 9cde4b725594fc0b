#!/usr/bin/env python3
"""Writes the inputs that fuzzing begins with to corpus/: the fixtures, small files of each kind made here, and those of ../shared/cases/hostile
where that is there."""

import io
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
HOSTILE = HERE.parent.parent / "shared" / "cases" / "hostile"
# Longer inputs would be cut by -max_len.
LONGEST = 40_000
FIXTURES, GOLDEN = HERE.parent / "fixtures", HERE.parent / "golden"
# As in src/lib.rs.
PARTED_BY = b"\xff"
PARTS = ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"]

PAGES = [
    "<html lang=en><body><nav>Home</nav><main><h1>A/RES/74/9</h1><p>The General Assembly,</p>"
    "<p>Recalling the plan<sup><a href='#n1'>1</a></sup>,</p><ol start=3><li>Urges<ol type=a><li>one<li value=9>two</ol><li>Requests</ol>"
    "<table><tr><td>1.<td>Kenya<td rowspan=2>12</table><p id=n1><sup>1</sup> See 25 m<sup>2</sup>, CO<sub>2</sub>.</p></main>",
    "<pre>1. Urges all States parties to co-\noperate with the Court;\n\n2. Requests more.</pre>"
    "<p><del>old</del><ins>new</ins><br>(a) one<br><br>(b) two",
    "<div style='display:none'>hidden</div><div class=footnote>x</div><template><p>no</p></template><svg><title>t</title></svg>",
]

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODIES = [
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:ins w:id="1" w:author="a"><w:r><w:t>Urges</w:t></w:r>'
    '</w:ins><w:del w:id="2"><w:r><w:delText>Asks</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="1"/><w:tab/>'
    '<w:t xml:space="preserve"> all;</w:t></w:r></w:p>',
    '<w:tbl><w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc><w:p><w:moveFrom w:id="4"><w:r><w:t>one</w:t></w:r></w:moveFrom></w:p></w:tc></w:tr>'
    '</w:tbl><w:p><w:pPr><w:pStyle w:val="H1"/><w:rPr><w:ins w:id="5"/></w:rPr></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    '<w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p>',
]
OTHERS = [
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>',
    f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/><w:t>See A/12.</w:t></w:r></w:p></w:footnote></w:footnotes>',
]


JOBS = [
    '{"id": 1, "texts": [{"text": "1. Urges all;"}, {"text": "1. Urges some;", "label": "b"}]}\n{"id": "1", "texts": [{"text": "a"}, {"text": "b"}]}\n',
    '\ufeff{"texts": ["none.txt", {"path": "none.txt"}]}\r\n\n{"id": "line 1", "texts": []}\n{"id": 1e3}\nnot a job\n',
    '{"id": "same", "texts": [{"text": "a"}, {"text": "b"}]}\n' * 3 + '{"id": "same", "texts": [{"text": ""}, {"text": "b"}]}\n' * 2,
]
PATHS = [
    "golden/{series}/{old}-{new}.html\nASP/20",
    "../beside/kept.html\n2019",
    "link/new.html\n2019",
    ".git/hooks/post-commit\n2019",
    "golden/../../{new}.html\n../../x",
    "/tmp/{new}.html\n.hidden",
    "golden/{new}.html\na\u202eb\u200b\u0007/c:d",
    "2018.txt\n2019",
    "a/\n",
]


def seed(target, number, data):
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"seed-{number}").write_bytes(data)


def seeds(target, inputs):
    for number, data in enumerate(inputs):
        seed(target, number, data)


def small_pdfs():
    """Two pages in plain operators, so that changed bytes reach the text: with an index, and to be found by searching."""
    page = (
        b"BT /F1 11 Tf 72 700 Td (1. Urges all States to co-) Tj 0 -14 Td (operate with the Court;) Tj /F1 7 Tf 4 Ts (1) Tj ET 72 90 m 200 90 l S "
        b"BT /F1 8 Tf 72 80 Td [(1 See) -300 (A/12.)] TJ ET BT 0 1 -1 0 20 300 Tm (DRAFT) Tj ET"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]/Resources<</Font<</F1 6 0 R>>>>>>",
        b"<</Type/Page/Parent 2 0 R/Contents 5 0 R>>",
        b"<</Type/Page/Parent 2 0 R/Rotate 90/Contents[5 0 R 5 0 R]>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    header = len(b"%PDF-1.7\n")
    body, index = b"", b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for number, content in enumerate(objects, 1):
        index += b"%010d 00000 n \n" % (header + len(body))
        body += b"%d 0 obj%sendobj\n" % (number, content)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return [body + index + trailer + b"startxref\n%d\n%%%%EOF" % (header + len(body)), body + trailer]


def parts(file):
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return PARTED_BY.join(package.read(part) if part in package.namelist() else b"" for part in PARTS)


def hostile(ending):
    found = [file.read_bytes() for file in sorted(HOSTILE.rglob(f"*.{ending}"))]
    return [file for file in found if len(file) <= LONGEST]


def files(folder, ending):
    return [file.read_bytes() for file in sorted(folder.glob(f"*/*.{ending}"))]


texts = files(FIXTURES, "txt")
# Short inputs are tried more often, so texts come whole and as their first paragraphs.
openings = [text[: text.find(b"\n", 1500)] for text in texts]
seeds("plain", texts + openings)
seeds("pair", [PARTED_BY.join(pair) for some in (texts, openings) for pair in zip(some, some[1:])])
seeds("series", [PARTED_BY.join(openings[at : at + 4]) for at in range(len(openings) - 3)])
seeds("html", [page.encode() for page in PAGES])
# The targets add the header themselves.
seeds("pdf", [file.removeprefix(b"%PDF-1.7\n") for file in files(FIXTURES, "pdf") + hostile("pdf")] + small_pdfs())
seeds("toml", [text.replace(b"2020.txt", b"2018.txt").replace(b"2021.txt", b"2019.txt") for text in files(FIXTURES, "toml") + hostile("toml")])
seeds("paths", [path.encode() for path in PATHS])
seeds("batch", [jobs.encode() for jobs in JOBS] + hostile("jsonl"))
words = files(GOLDEN, "docx")
small = [PARTED_BY.join(part.encode() for part in [f"<w:document {W}><w:body>{body}</w:body></w:document>", *OTHERS]) for body in BODIES]
seeds("docx", [parts(file) for file in words] + words + small + hostile("docx"))
seeds("words", [PARTED_BY.join(pair) for pair in [small, small[::-1], [small[0], small[0].replace(b"Urges", b"Invites")]]] + [
    PARTED_BY.join([parts(file), parts(file).replace(b"the", b"all")]) for file in words if len(parts(file)) < LONGEST // 2
])
