"""The one step of a build that pyproject.toml cannot say: what lies beside the package goes into the wheel.

In a checkout ``resources/`` and ``locales/`` stand beside ``consult_app``; in a wheel there is only the
package, so they are copied into ``consult_app/_data``, where ``consult_app/places.py`` looks for them.
"""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent


class BuildWithData(build_py):
    """Builds the package; copies the resources and compiles the catalogues into it."""

    def run(self) -> None:
        """Do the build; an editable one runs from the checkout and needs no copy."""
        super().run()
        if not self.editable_mode:
            data = Path(self.build_lib) / "consult_app" / "_data"
            for source in self._shipped():
                target = data / source.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                self.copy_file(str(source), str(target))
            for po in data.glob("locales/*/LC_MESSAGES/*.po"):
                self._compile(po)

    @staticmethod
    def _shipped() -> list[Path]:
        resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
        return sorted(resources) + sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po"))

    @staticmethod
    def _compile(po: Path) -> None:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source, abort_invalid=True))
        po.unlink()


setup(cmdclass={"build_py": BuildWithData})
