"""Builds small PDFs for tests: text, images and rectangles at given places, from the page's top left corner."""

import zlib

FONTS = {"Courier": "F1", "Courier-Bold": "F2", "Helvetica": "F3"}
COURIER_WIDTH = 0.6
PAGE_SIZE = (595, 842)
CATALOG, PAGES = 1, 2


class PdfBuilder:
    """A PDF whose pages are added one after the other; `data()` returns its bytes."""

    def __init__(self, info=None, catalog=""):
        self.objects = {}
        self.page_numbers = []
        self.info = info or {}
        self.catalog = catalog
        self.fonts = " ".join(
            f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>"
            for font, name in FONTS.items()
        )

    def add(self, content, number=None):
        """Add an object; return its number."""
        number = number or max([PAGES, *self.objects]) + 1
        self.objects[number] = content if isinstance(content, bytes) else content.encode("cp1252")
        return number

    def add_stream(self, data, entries=""):
        """Add a compressed stream; return its number."""
        packed = zlib.compress(data if isinstance(data, bytes) else data.encode("cp1252"))
        head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode()
        return self.add(head + packed + b"\nendstream")

    def page(self, *operations, size=PAGE_SIZE, entries="", images=()):
        """Add a page with what `text`, `box` and `image` return."""
        content = self.add_stream("\n".join(operations))
        named = " ".join(f"/{name} {number} 0 R" for name, number in images)
        resources = f"<< /Font << {self.fonts} >> /XObject << {named} >> >>"
        self.page_numbers.append(
            self.add(
                f"<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Resources {resources} "
                f"/Contents {content} 0 R {entries} >>"
            )
        )
        return self

    def add_image(self, shade=200):
        """Add an image of one grey pixel; return its number."""
        entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        return self.add_stream(bytes([shade]), entries)

    def data(self):
        """Return the bytes of the PDF."""
        kids = " ".join(f"{number} 0 R" for number in self.page_numbers)
        self.objects[CATALOG] = f"<< /Type /Catalog /Pages {PAGES} 0 R {self.catalog} >>".encode("cp1252")
        self.objects[PAGES] = f"<< /Type /Pages /Count {len(self.page_numbers)} /Kids [{kids}] >>".encode()
        entries = " ".join(f"/{key} ({value})" for key, value in self.info.items())
        info = self.add(f"<< {entries} >>")
        parts, offsets, length = [b"%PDF-1.7\n"], {}, len(b"%PDF-1.7\n")
        for number in sorted(self.objects):
            offsets[number] = length
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, self.objects[number]))
            length += len(parts[-1])
        count = max(self.objects) + 1
        rows = "".join(f"{offsets[number]:010} 00000 n \n" for number in range(1, count))
        trailer = f"trailer << /Size {count} /Root {CATALOG} 0 R /Info {info} 0 R >>\nstartxref\n{length}\n%%EOF\n"
        parts.append(f"xref\n0 {count}\n0000000000 65535 f \n{rows}{trailer}".encode())
        return b"".join(parts)


def text(x, y, words, size=10, font="Courier", mode=0, grey=0, matrix="1 0 0 1", height=PAGE_SIZE[1]):
    """Write words whose baseline begins `x` points from the left and `y` points from the top."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q {grey} g BT {mode} Tr /{FONTS[font]} {size} Tf {matrix} {x} {height - y} Tm ({escaped}) Tj ET Q"


def lines(x, y, block, size=10, leading=12, **options):
    """Write a block of lines below each other."""
    rows = block.split("\n")
    return "\n".join(text(x, y + number * leading, row, size, **options) for number, row in enumerate(rows))


def width(words, size=10):
    """Return the width of words in Courier."""
    return len(words) * COURIER_WIDTH * size


def box(x, y, across, down, grey=0, height=PAGE_SIZE[1]):
    """Fill a rectangle whose top left corner is at a place."""
    return f"q {grey} g {x} {height - y - down} {across} {down} re f Q"


def image(name, x, y, across, down, height=PAGE_SIZE[1]):
    """Draw an image of the page's resources."""
    return f"q {across} 0 0 {down} {x} {height - y - down} cm /{name} Do Q"
