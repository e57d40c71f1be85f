"""Draws a stranger's PDF as pictures, in a process of its own: bytes in on stdin, an image-only PDF out
on stdout.

Run by core.uploads, never imported: PDFium is a large C++ library that is not safe with threads, and this
file's process has no settings, no database and little memory and time. Exit codes: 3 locked, 4 too many
pages, 5 unreadable.
"""

import io
import resource
import sys

LOCKED, TOO_MANY, UNREADABLE = 3, 4, 5
LONGEST_SIDE = 2000
DOTS_PER_POINT = 200 / 72
MEMORY = 1_500_000_000
SECONDS = 30


def main() -> int:
    """Reads, draws, writes. Returns the exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as problem:
        return LOCKED if "password" in str(problem).lower() else UNREADABLE
    if len(document) > int(sys.argv[1]):
        return TOO_MANY
    try:
        pages = [_picture(document[number]) for number in range(len(document))]
    except (pypdfium2.PdfiumError, ValueError, OverflowError, ZeroDivisionError, MemoryError):
        return UNREADABLE
    if not pages:
        return UNREADABLE
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=200, quality=80)
    sys.stdout.buffer.write(out.getvalue())
    return 0


def _picture(page):
    width, height = page.get_size()
    scale = min(DOTS_PER_POINT, LONGEST_SIDE / max(width, height))
    return page.render(scale=scale, draw_annots=True).to_pil().convert("RGB")


if __name__ == "__main__":
    sys.exit(main())
