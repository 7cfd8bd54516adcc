"""``python -m consult_app`` is the same as ``consult``."""

import sys

from consult_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
