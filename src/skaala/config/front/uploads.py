"""A file for a form without a field for files is refused where its part begins, under any web server."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.core.files.uploadhandler import FileUploadHandler

from skaala.config.front.limits import limit_of


class OnlyWhereFilesAreTaken(FileUploadHandler):
    """Stands before the handlers that keep a file."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.request is None or not limit_of(self.request.path_info).takes_files:
            raise BadRequest("a file for a form that takes none")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
