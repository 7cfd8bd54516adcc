"""Where the bundle begins: PyInstaller needs a script, the installed program has ``consult``."""

import sys

from consult_app.cli import main

sys.exit(main())
