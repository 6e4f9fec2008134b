# SPDX-License-Identifier: EUPL-1.2
"""Files become tables in which nothing that is absent is a number."""

import copy
import json
import math
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pandas as pd
import pytest
from conftest import DATA

import kansrijke_start as ks
from kansrijke_start import table


def made(folder, change=lambda file: None):
    """A folder with one small file."""
    file = {
        "version": "2.0", "class": "dataset", "id": ["indicator", "measure", "region", "period"], "size": [1, 3, 2, 2],
        "dimension": {
            "indicator": {"category": {"index": ["proef"]}},
            "measure": {"category": {"index": ["value", "numerator", "denominator"]}},
            "region": {"category": {"index": ["GM0001", "NL01"], "label": {"GM0001": "Dorp", "NL01": "Nederland"}}},
            "period": {"category": {"index": {"2015": 1, "2014": 0}}},
        },
        "value": {"4": 30, "6": 90, "7": 100, "8": 200, "10": 900, "11": 1000},
        "status": {"1": "withheld"},
        "extension": {"format": 2, "threshold": 10, "definitions": [{"id": "proef", "kind": "share", "counted": "persons"}]},
    }
    file = copy.deepcopy(file)
    change(file)
    (folder / "indicator").mkdir(exist_ok=True)
    (folder / "indicator/proef.json").write_text(json.dumps(file))
    return folder


def test_each_figure_is_a_row_and_what_is_absent_is_a_state(tmp_path):
    rows = ks.read(made(tmp_path), "proef")
    assert list(zip(rows.region, rows.period, rows.status)) == [
        ("GM0001", "2014", "shown"), ("GM0001", "2015", "withheld"), ("NL01", "2014", "shown"), ("NL01", "2015", "shown"),
    ]
    assert rows.value.tolist()[0] == 15 and math.isnan(rows.value[1]) and rows.value.tolist()[2:] == [10, 10]
    assert rows.numerator.isna().tolist() == [False, True, False, False]
    assert rows.level.tolist() == ["municipality"] * 2 + ["country"] * 2
    assert isinstance(rows.status.dtype, pd.CategoricalDtype)


def test_numbers_beside_a_status_are_dropped_and_small_ones_withheld(tmp_path):
    def leaks(file):
        file["value"] |= {"5": 12, "9": 300}

    rows = ks.read(made(tmp_path, leaks), "proef")
    assert rows.status[1] == "withheld" and rows.loc[1, ["value", "numerator", "denominator"]].isna().all()

    def undisclosed(file):
        file["value"]["4"] = 3

    with pytest.warns(UserWarning, match="1 figures of proef"):
        rows = ks.read(made(tmp_path, undisclosed), "proef")
    assert rows.status[0] == "withheld" and rows.loc[0, ["value", "numerator", "denominator"]].isna().all()

    def nearly_all(file):
        file["value"]["4"] = 195

    with pytest.warns(UserWarning, match="too few persons"):
        assert ks.read(made(tmp_path, nearly_all), "proef").status[0] == "withheld"


@pytest.mark.parametrize("change, message", [
    (lambda file: file["extension"].update(format=3), "has form 3"),
    (lambda file: file.update(status={"0": "nieuw"}), "no status"),
    (lambda file: file.update(id=["measure", "indicator", "region"], size=[3, 1, 2]), "dimensions"),
])
def test_what_it_does_not_know_is_refused(tmp_path, change, message):
    with pytest.raises(ks.FiguresError, match=message):
        ks.read(made(tmp_path, change), "proef")


def test_what_is_wrong_says_what_to_do(tmp_path):
    for name in ["../index", "Tienermoeders", ""]:
        with pytest.raises(ks.FiguresError, match="no id of an indicator"):
            ks.read(DATA, name)
    with pytest.raises(ks.FiguresError, match="cannot be read"):
        ks.read(tmp_path, "tienermoeders")
    with pytest.raises(ks.FiguresError, match="'Lutjebroek'"):
        ks.read(DATA, "tienermoeders", region=["Utrecht", "Lutjebroek"])
    with pytest.raises(ValueError, match="municipality"):
        ks.read(DATA, "tienermoeders", level="gemeente")
    (tmp_path / "index.json").write_text("<!doctype html>")
    with pytest.raises(ks.FiguresError, match="web page"):
        ks.indicators(tmp_path)


def test_all_shipped_files_are_read():
    listed = ks.indicators(DATA)
    rows = ks.read(DATA, listed.indicator)
    has_figures = listed[listed.figures > 0].set_index("indicator").figures
    assert set(rows.indicator) == set(has_figures.index) and len(has_figures) > 50
    assert set(rows.status) <= set(ks.STATUSES) and {"shown", "withheld", "missing"} <= set(rows.status)
    absent = rows[rows.status.isin(table.ABSENT)]
    assert absent[["value", "lower", "upper", "numerator", "denominator"]].isna().all(axis=None)
    shown = rows[~rows.status.isin(table.ABSENT)]
    numbers = shown[["value", "lower", "upper", "numerator", "answer"]].notna().any(axis=1)
    assert numbers.all()
    # The index counts numbers, of which a figure has one or more.
    counted = shown.groupby("indicator").size()
    assert counted.sum() > 10_000 and (counted <= has_figures[counted.index]).all()
    assert set(rows.attrs["definitions"]) == set(listed.indicator)


def test_a_number_is_the_one_that_the_program_says(program):
    said = json.loads(ks.draw(DATA, indicator="tienermoeders", region="Rotterdam", view="trend", format="json", program=program))
    assert "10,7" in json.dumps(said, ensure_ascii=False)
    rows = ks.read(DATA, "tienermoeders", region="Rotterdam")
    [row] = rows[rows.period == "2015"].to_dict("records")
    assert (row["numerator"], row["denominator"]) == (84, 7879) and math.isclose(row["value"], 10.661251428, rel_tol=1e-9)


def test_a_folder_can_be_at_an_address():
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=DATA))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    try:
        pd.testing.assert_frame_equal(ks.read(address, "levendgeborenen"), ks.read(DATA, "levendgeborenen"))
        with pytest.raises(ks.FiguresError, match="answers 404"):
            ks.read(address, "bestaat-niet")
    finally:
        server.shutdown()
        server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass
