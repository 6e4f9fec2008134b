# SPDX-License-Identifier: EUPL-1.2
"""The files of a folder of figures, on this machine or at an address."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

#: The form of the files that this package reads.
FORMAT = 2

#: No file of a folder is as large as this.
LARGEST = 64_000_000

_ID = re.compile(r"[a-z0-9-]+")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_TIMEOUT = 30


class FiguresError(Exception):
    """Why there are no figures, with what can be done."""


def is_address(where: str | os.PathLike[str]) -> bool:
    """Whether the folder has to be fetched."""
    return _ADDRESS.match(os.fspath(where)) is not None


def load(where: str | os.PathLike[str], file: str) -> dict[str, Any]:
    """A JSON file of the folder.

    Raises FiguresError where it is not there, is no JSON, or has another form.
    """
    place = f"{os.fspath(where).rstrip('/')}/{file}"
    try:
        raw = _fetch(place) if is_address(where) else _read(Path(place))
    except HTTPError as error:
        raise FiguresError(f"{place}: the server answers {error.code}. Does the folder have this file?") from error
    except (URLError, OSError) as error:
        raise FiguresError(f"{place}: cannot be read ({error}). Is this a folder `data` with index.json in it?") from error
    try:
        content = json.loads(raw)
    except ValueError as error:
        cause = "there is a web page at this address" if raw.lstrip()[:1] == b"<" else str(error)
        raise FiguresError(f"{place}: is no JSON ({cause}).") from error
    form = content.get("extension", {}).get("format") if isinstance(content, dict) else None
    if form != FORMAT:
        raise FiguresError(f"{place}: has form {form}; this version of kansrijke-start reads {FORMAT}.")
    return content


def indicator(where: str | os.PathLike[str], name: str) -> dict[str, Any]:
    """The file of an indicator."""
    if not _ID.fullmatch(name):
        raise FiguresError(f"{name!r} is no id of an indicator, such as 'tienermoeders'; see indicators().")
    return load(where, f"indicator/{name}.json")


def _fetch(address: str) -> bytes:
    request = Request(address, headers={"Accept": "application/json"})
    with urlopen(request, timeout=_TIMEOUT) as answer:
        return _bounded(answer.read(LARGEST + 1), address)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return _bounded(file.read(LARGEST + 1), path)


def _bounded(raw: bytes, place: object) -> bytes:
    if len(raw) > LARGEST:
        raise FiguresError(f"{place}: is larger than {LARGEST // 1_000_000} MB.")
    return raw
