# SPDX-License-Identifier: EUPL-1.2
"""The files through readers that know nothing of this project: pyjstat, and pandas for the lines of the program."""

import io
import math
import subprocess

import pandas as pd
from conftest import DATA
from pyjstat import pyjstat

import kansrijke_start as ks


def test_pyjstat_reads_the_same_numbers():
    for indicator in ["tienermoeders", "eerste-kinderen"]:
        text = (DATA / f"indicator/{indicator}.json").read_text(encoding="utf-8")
        cells = pyjstat.Dataset.read(text).write("dataframe", naming="id")
        numbers = cells.pivot(index=["region", "period"], columns="measure", values="value").astype(float)
        rows = ks.read(DATA, indicator)
        withheld = rows[rows.status == "withheld"]
        assert len(withheld) > 20
        for row in withheld.itertuples():
            assert numbers.loc[(row.region, row.period)].isna().all(), row
        counted = rows[rows.numerator.notna() & rows.denominator.notna()]
        assert len(counted) > 1000
        for row in counted.itertuples():
            assert (numbers.loc[(row.region, row.period), ["numerator", "denominator"]] == [row.numerator, row.denominator]).all(), row


def test_pandas_reads_the_lines_of_the_program(program):
    asked = [program, "draw", "--src", str(DATA), "--indicator", "tienermoeders", "--regions", "-", "--view", "trend", "--lang", "nl"]
    lines = subprocess.run([*asked, "--format", "jsonl"], input="Utrecht\nAmeland\n", text=True, check=True, capture_output=True).stdout
    rows = pd.read_json(io.StringIO(lines), lines=True, dtype={"period": str})
    assert set(rows.region) == {"GM0344", "GM0060", "NL01"} and not rows.duplicated(["region", "period"]).any()
    of = rows.set_index(["region", "period"])
    assert math.isclose(of.loc[("GM0344", "2015"), "value"], 3.613732182)
    assert of.loc[("GM0060", "2015"), "status"] == "withheld" and math.isnan(of.loc[("GM0060", "2015"), "value"])
    csv = subprocess.run([*asked, "--format", "csv"], input="Utrecht\nAmeland\n", text=True, check=True, capture_output=True).stdout
    same = pd.read_csv(io.StringIO(csv), dtype={"period": str}).set_index(["region", "period"])
    assert len(same) == len(of) and (same.value.dropna().round(6) == of.value.dropna().round(6).reindex(same.value.dropna().index)).all()


def test_pandas_reads_the_workbook(program, tmp_path):
    file = tmp_path / "utrecht.xlsx"
    asked = [program, "draw", "--src", str(DATA), "--indicator", "tienermoeders", "--region", "Utrecht", "--view", "trend", "--lang", "nl", "--format", "xlsx"]
    file.write_bytes(subprocess.run(asked, check=True, capture_output=True).stdout)
    rows = pd.read_excel(file, sheet_name="Cijfers", engine="openpyxl")
    of = rows[(rows.Gebiedscode == "GM0344") & (rows.Periode == 2015)]
    assert of.Cijfer.tolist() == [3.613732] and of.Teller.tolist() == [18]
