# SPDX-License-Identifier: EUPL-1.2
"""Where things are."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "pkg/integrations/python"
DATA = ROOT / "pkg/data"

sys.path.insert(0, str(PACKAGE / "src"))


@pytest.fixture(scope="session")
def program() -> str:
    """The program; a test that needs it fails without."""
    return os.environ["KANSRIJKE_START"]
