"""Stops writing a public upload to disk once it is larger than we would ever take.

Django has no such limit of its own. The rest of the file is read from the network and dropped, so that
the form can still say “larger than 15 MB” instead of breaking the connection. The CMS has its own limits
and is left alone.
"""

from __future__ import annotations

from django.core.files.uploadhandler import FileUploadHandler

from .uploads import MAX_BYTES


class UploadLimit(FileUploadHandler):
    """First in FILE_UPLOAD_HANDLERS: later handlers see one chunk more than the limit and nothing after
    it.
    """

    def new_file(self, *args, **kwargs) -> None:
        super().new_file(*args, **kwargs)
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.taken > MAX_BYTES and not self.request.path.startswith("/cms/"):
            return None
        self.taken += len(raw_data)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
