# SPDX-License-Identifier: EUPL-1.2
"""Figures about the first 1000 days of children in Dutch municipalities.

`read` makes a tidy table of the figures in a folder, `indicators` lists what there is, and `draw` lets
the program draw a chart. A figure that is withheld or missing is a state, never a zero:

    >>> import kansrijke_start as ks
    >>> table = ks.read("data", "tienermoeders")          # doctest: +SKIP
    >>> table.query("region == 'GM0060'").status.unique()  # doctest: +SKIP
"""

from .folder import FiguresError
from .program import Drawing, draw
from .table import STATUSES, indicators, read

__all__ = ["Drawing", "FiguresError", "STATUSES", "draw", "indicators", "read"]
