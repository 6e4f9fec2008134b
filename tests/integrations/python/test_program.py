# SPDX-License-Identifier: EUPL-1.2
"""Charts, and the code of README and example."""

import re
import subprocess

import pytest
from conftest import DATA, PACKAGE

import kansrijke_start as ks


def test_a_chart_is_what_a_notebook_shows(program):
    picture = ks.draw(DATA, indicator="tienermoeders", region="Utrecht", view="trend", program=program)
    assert picture.startswith("<svg") and picture._repr_mimebundle_()["image/svg+xml"] == picture
    page = ks.draw(DATA, indicator="tienermoeders", region="Utrecht", format="html", heading_level=2, program=program)
    assert "<h2" in page and page._repr_mimebundle_()["text/html"] == page
    assert "image/svg+xml" not in ks.draw(DATA, indicator="tienermoeders", region="Utrecht", format="csv", program=program)._repr_mimebundle_()


def test_what_cannot_be_drawn_says_why(program, monkeypatch):
    with pytest.raises(ks.FiguresError, match="Lutjebroek"):
        ks.draw(DATA, indicator="tienermoeders", region="Lutjebroek", program=program)
    # A value is never an option.
    with pytest.raises(ks.FiguresError):
        ks.draw(DATA, indicator="tienermoeders", region="--all", program=program)
    with pytest.raises(ValueError, match="format"):
        ks.draw(DATA, indicator="tienermoeders", region="Utrecht", format="pdf")
    with pytest.raises(ks.FiguresError, match="not of an address"):
        ks.draw("https://www.example.nl/data", indicator="tienermoeders", region="Utrecht")
    monkeypatch.delenv("KANSRIJKE_START")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ks.FiguresError, match="not on the path"):
        ks.draw(DATA, indicator="tienermoeders", region="Utrecht")


@pytest.mark.parametrize("file, fence", [("README.md", "python"), ("voorbeeld.qmd", "{python}")])
def test_the_code_of_the_documents_runs(file, fence, monkeypatch, capsys, program):
    text = (PACKAGE / file).read_text(encoding="utf-8")
    cells = re.findall(rf"^```{re.escape(fence)}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert cells
    monkeypatch.chdir(PACKAGE)
    names = {}
    for cell in cells:
        # What a cell ends with is what Quarto shows.
        exec(compile(cell, file, "exec"), names)
    said = capsys.readouterr().out
    shown = re.search(r"^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    expected = {"README.md": shown and shown[1], "voorbeeld.qmd": "Bron: CBS, StatLine, tabellen 37201 en 85722NED, CC BY 4.0."}
    assert expected[file] in said


def test_the_example_is_a_document_of_quarto():
    text = (PACKAGE / "voorbeeld.qmd").read_text(encoding="utf-8")
    head, body = re.fullmatch(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL).groups()
    assert re.search(r"^format: html$", head, re.MULTILINE) and re.search(r'^title: "', head, re.MULTILINE)
    assert body.count("```") % 2 == 0


def test_the_package_can_be_built(tmp_path):
    setuptools = pytest.importorskip("setuptools")
    if int(setuptools.__version__.split(".")[0]) < 77:
        pytest.skip("an older setuptools does not know the licence's form")
    import shutil
    import sys

    shutil.copytree(PACKAGE, tmp_path / "package")
    command = [sys.executable, "-c", "from setuptools import build_meta; print(build_meta.build_wheel('.'))"]
    subprocess.run(command, cwd=tmp_path / "package", check=True, capture_output=True)
    [wheel] = (tmp_path / "package").glob("kansrijke_start-*-py3-none-any.whl")
    import zipfile

    names = zipfile.ZipFile(wheel).namelist()
    assert {"kansrijke_start/table.py", "kansrijke_start/py.typed"} <= set(names)
