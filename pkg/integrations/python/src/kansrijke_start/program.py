# SPDX-License-Identifier: EUPL-1.2
"""Charts, drawn by the program `kansrijke-start`: the same as in a page."""

from __future__ import annotations

import os
import shutil
import subprocess

from .folder import FiguresError, is_address

_FORMATS = {"svg", "html", "json", "csv"}


class Drawing(str):
    """A chart as text, which a notebook and Quarto show as what it is."""

    form: str

    def __new__(cls, text: str, form: str) -> Drawing:
        drawing = super().__new__(cls, text)
        drawing.form = form
        return drawing

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        kinds = {"svg": "image/svg+xml", "html": "text/html"}
        kind = kinds.get(self.form)
        return ({kind: str(self)} if kind else {}) | {"text/plain": str(self)}


def draw(
    where: str | os.PathLike[str],
    *,
    format: str = "svg",
    width: int = 640,
    lang: str = "nl",
    program: str | None = None,
    **attributes: object,
) -> Drawing:
    """A chart of the figures in a folder on this machine.

    Attributes are those of the element, with an underscore for a hyphen: `indicator`, `region`, `view`,
    `compare`, `heading_level`. The program is looked for on the path; `program` or the environment
    variable KANSRIJKE_START names another one.
    """
    if format not in _FORMATS:
        raise ValueError(f"format must be one of {', '.join(sorted(_FORMATS))}, not {format!r}")
    if is_address(where):
        raise FiguresError("the program draws figures of a folder on this machine, not of an address: download the folder")
    found = program or os.environ.get("KANSRIJKE_START") or shutil.which("kansrijke-start")
    if not found:
        raise FiguresError("the program kansrijke-start is not on the path: set KANSRIJKE_START to where it is")
    options = {"src": os.fspath(where), "format": format, "width": width, "lang": lang, **attributes}
    # As one word each: a value can never be an option.
    words = [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]
    done = subprocess.run([found, "draw", *words], capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise FiguresError(done.stderr.strip() or f"the program ended with {done.returncode}")
    return Drawing(done.stdout, format)
