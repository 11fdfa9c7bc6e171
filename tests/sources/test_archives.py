"""Archives: files of any format in a ZIP, pages in a WARC, a WARC in a WACZ."""

import gzip
import io
import stat
import zipfile
from pathlib import Path

import pytest

from sourced import read
from standpunt import sources

LEAD = "De minister wil een nieuwe brug over de Linge. Dat zei ze vrijdag na de ministerraad in Den Haag."
BODY = (
    "De oppositie vindt het plan te duur. „Dit geld is er niet”, zegt Kamerlid Bos, al jaren tegen de brug."
)
PAGE = f"""<!doctype html><html lang="nl"><head><title>Minister wil brug</title></head>
<body><article><h1>Minister wil brug</h1><p>{LEAD}</p><p>{BODY}</p></article></body></html>"""
DATED = PAGE.replace("<head>", '<head><meta property="article:published_time" content="2031-02-14">')
LINKS = "<html><body><nav><a>Home</a><a>Nieuws</a></nav></body></html>"


def zipped(files: dict[str, bytes], *, mode: int = 0) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name)
            member.external_attr = mode << 16
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return into.getvalue()


# ---------------------------------------------------------------------------------------------- ZIP


@pytest.mark.parametrize("name", ["krant.zip", "krant"])
def test_files_of_any_format(tmp_path: Path, name: str) -> None:
    packed = zipped(
        {
            "b/brug.html": PAGE.encode(), "a.txt": LEAD.encode(), "lijst.jsonl": b'{"text": "%b"}\n' % LEAD.encode(),
            "README.txt": b"x", "b_files/deel.html": PAGE.encode(), "__MACOSX/a.txt": b"x", "foto.jpg": b"x",
            "los.zip": zipped({"a.txt": LEAD.encode()}), "blad.xlsx": b"x",
        }
    )  # fmt: skip
    articles, aside = read(tmp_path, name, packed)
    assert [(each.provenance.source, each.provenance.part, each.provenance.format) for each in articles] == [
        (name, "a.txt", "text"),
        (name, "b/brug.html", "html"),
        (name, "lijst.jsonl, regel 1", "jsonl"),
    ]
    assert [(each.part, each.reason) for each in aside] == [
        ("blad.xlsx", "files ending in .xlsx are not read"),
        ("los.zip", "archives in archives are not read"),
    ]
    assert len({each.id for each in articles}) == 3


def test_what_lies_outside_or_leads_outside(tmp_path: Path) -> None:
    names = ["../a.txt", "/etc/a.txt", "C:/a.txt", "b/../../a.txt"]
    articles, aside = read(tmp_path, "uit.zip", zipped({name: LEAD.encode() for name in names}))
    assert not articles
    assert {each.reason for each in aside} == {"lies outside its archive"}
    assert len(aside) == len(names)
    articles, (link,) = read(
        tmp_path, "link.zip", zipped({"a.txt": b"/etc/passwd"}, mode=stat.S_IFLNK | 0o777)
    )
    assert (articles, link.reason) == ([], "is a link")


def test_a_member_without_a_name_is_left_out(tmp_path: Path) -> None:
    packed = zipped({"a.txt": f"{LEAD}\n\n{BODY}".encode(), "": b"De brug.", ".": b"De brug."})
    articles, aside = read(tmp_path, "krant.zip", packed)
    assert ([article.provenance.part for article in articles], aside) == (["a.txt"], [])


def test_one_bad_file_does_not_cost_the_others(tmp_path: Path) -> None:
    packed = bytearray(zipped({"a.txt": LEAD.encode(), "b.txt": BODY.encode()}))
    packed[packed.index(b"a.txt") + 20] ^= 0xFF
    articles, (aside,) = read(tmp_path, "half.zip", bytes(packed))
    assert [each.provenance.part for each in articles] == ["b.txt"]
    assert aside.part == "a.txt" and aside.reason.startswith("is a broken archive")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped({"a.txt": b"brug " * 2_000_000}), "unpacks to more than 200 times its size"),
        (
            zipped({f"{number}.txt": LEAD.encode() for number in range(90)}),
            "unpacks to more than 5,000 bytes",
        ),
        (zipped({"a.txt": LEAD.encode()})[:-10], "is a broken archive: File is not a zip file"),
        (b"PK\x03\x04", "is a broken archive: File is not a zip file"),
    ],
)
def test_archives_that_are_bombs_or_broken(tmp_path: Path, content: bytes, reason: str) -> None:
    limits = sources.Limits(archive=5_000 if "5,000" in reason else 100_000_000)
    articles, (aside,) = read(tmp_path, "bom.zip", content, limits=limits)
    assert not articles
    assert (aside.part, aside.reason, bool(aside.hint)) == ("", reason, True)


# --------------------------------------------------------------------------------------------- WARC


def record(kind: str, address: str, media: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-02-20T23:30:00Z\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(*pages: tuple[str, bytes, dict[str, str]], packed: bool = True, kind: str = "response") -> bytes:
    """An archive of pages: their address, what the server sent, and its headers; `Status` for another than 200."""
    records = [record("warcinfo", "", "application/warc-fields", b"software: proef\r\n")]
    for address, body, headers in pages:
        if kind == "resource":
            records.append(record(kind, address, "text/html", body))
            continue
        given = {"Content-Type": "text/html; charset=utf-8", **headers}
        status = given.pop("Status", "200 OK")
        head = "".join(f"{name}: {value}\r\n" for name, value in given.items())
        block = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body
        records.append(record(kind, address, "application/http; msgtype=response", block))
    return b"".join(gzip.compress(each) if packed else each for each in records)


BRUG: tuple[str, bytes, dict[str, str]] = ("https://kade.example/brug", PAGE.encode(), {})
CHUNKED = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("krant.warc.gz", warc(BRUG)),
        ("krant.warc", warc(BRUG, packed=False)),
        ("krant", warc(BRUG, packed=False)),
        ("krant.warc", warc((BRUG[0], gzip.compress(PAGE.encode()), {"Content-Encoding": "gzip"}))),
        ("krant.warc", warc((BRUG[0], CHUNKED, {"Transfer-Encoding": "chunked"}))),
        (
            "krant.warc",
            warc((BRUG[0], PAGE.encode("cp1252"), {"Content-Type": "text/html; charset=windows-1252"})),
        ),
        ("krant.warc", warc(BRUG, kind="resource")),
    ],
)
def test_a_page_with_its_address_and_the_day_it_was_kept(tmp_path: Path, name: str, content: bytes) -> None:
    (found,), aside = read(tmp_path, name, content)
    assert not aside
    assert found.text.splitlines() == ["Minister wil brug", LEAD, BODY]
    assert (found.url, str(found.published)) == ("https://kade.example/brug", "../2031-02-21")
    assert [clue.rule for clue in found.published.evidence] == ["kept by a crawler"]
    assert (found.provenance.format, found.provenance.part) == ("warc", "https://kade.example/brug")


def test_what_the_page_says_of_its_date_is_closer(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path, "krant.warc", warc((BRUG[0], DATED.encode(), {})))
    assert str(found.published) == "2031-02-14"


def test_what_is_no_article(tmp_path: Path) -> None:
    others = [
        ("https://kade.example/", LINKS.encode(), {}),
        ("https://kade.example/nieuws", LINKS.encode(), {}),
        ("https://kade.example/foto.jpg", b"x", {"Content-Type": "image/jpeg"}),
        ("https://kade.example/weg", PAGE.encode(), {"Status": "404 Not Found"}),
        ("https://kade.example/br", PAGE.encode(), {"Content-Encoding": "br"}),
        ("https://kade.example/lang", PAGE.encode() * 30, {}),
    ]
    articles, aside = read(tmp_path, "a.warc", warc(BRUG, *others), limits=sources.Limits(article=5_000))
    assert len(articles) == 1
    assert [(each.part, each.reason) for each in aside] == [
        ("https://kade.example/br", "is packed as br, which is not read"),
        ("https://kade.example/lang", "is longer than 5,000 bytes"),
        ("", "2 of 5 pages hold no article"),
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_breaks_off_gives_what_came_before(tmp_path: Path, packed: bool) -> None:
    content = warc(BRUG, ("https://kade.example/2", PAGE.encode(), {}), packed=packed)
    articles, (aside,) = read(tmp_path, "a.warc", content[:-200])
    assert [each.url for each in articles] == ["https://kade.example/brug"]
    assert aside.reason.startswith("breaks off after 1 pages: ")


LONG = warc(BRUG, packed=False).replace(b"Content-Length: ", b"Content-Length: " + b"9" * 20)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"De minister wil een brug.", "holds no pages"),
        (b"", "holds no pages"),
        (gzip.compress(b"WARC/1.0\r\n"), "breaks off after 0 pages: "),
        (LONG, "breaks off after "),
        (gzip.compress(b"WARC/1.0\r\n" + b"0" * 9_000_000), "breaks off after 0 pages: a head has a line of more than"),
        (warc(("https://kade.example/a", b"0" * 40_000_000, {})), "unpacks to more than 200 times its size"),
        (warc((BRUG[0], gzip.compress(b"0" * 9_000_000), {"Content-Encoding": "gzip"})), "is longer than 5,000,000"),
    ],
    # bytes of gzip hold the second in which they were made
    ids=["text", "nothing", "cut", "no length", "endless line", "bomb", "bomb in a page"],
)  # fmt: skip
def test_archives_of_pages_that_are_bombs_or_broken(tmp_path: Path, content: bytes, reason: str) -> None:
    articles, (aside,) = read(tmp_path, "a.warc", content)
    assert not articles
    assert aside.reason.startswith(reason) and aside.hint


def test_a_wacz_gives_the_pages_of_its_archives(tmp_path: Path) -> None:
    packed = zipped(
        {
            "archive/data.warc.gz": warc(BRUG),
            "pages/pages.jsonl": b'{"text": "niet dit"}',
            "datapackage.json": b"{}",
        }
    )
    (found,), aside = read(tmp_path, "krant.wacz", packed)
    assert not aside
    assert (found.provenance.source, found.provenance.part) == (
        "krant.wacz",
        "archive/data.warc.gz, https://kade.example/brug",
    )
