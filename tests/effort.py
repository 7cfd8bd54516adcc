"""How hard a property is tried. What must never lose a word asks for 2,000 examples itself, in every run;
the others try some here and many more in ``make soak``."""

from __future__ import annotations

import os

SOME = 10_000 if os.environ.get("CONSULT_SOAK") == "1" else 400
