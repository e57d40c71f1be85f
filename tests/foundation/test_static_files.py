"""Static files in production: hashed names, and modules that import each other by them."""

from __future__ import annotations

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import override_settings

from passport_site.core.static_files import ManifestStaticFiles


def test_modules_import_each_other_by_their_hashed_names(tmp_path):
    # given our scripts and what they load, collected as production does
    static = Path(finders.find("js")).parent
    scripts = [*static.glob("js/**/*"), *static.glob("vendor/**/*")]
    names = [str(path.relative_to(static)) for path in scripts if path.suffix in (".js", ".mjs")]
    with override_settings(STATIC_ROOT=str(tmp_path), DEBUG=False):
        storage = ManifestStaticFiles(location=str(tmp_path))
        for name in names:
            with open(finders.find(name), "rb") as content:
                storage.save(name, content)
        made = storage.post_process({name: (storage, name) for name in names})
        new_names = {old: new for old, new, _changed in made if not new.endswith((".gz", ".br"))}
        # then every import names a file that is there
        for importer, least in (("js/till.js", 4), ("js/till/camera.mjs", 3), ("js/till/trust.mjs", 4)):
            text = (tmp_path / new_names[importer]).read_text()
            imports = re.findall(r'(?:from |import\()"(\.[^"]+)"', text)
            assert len(imports) >= least
            for name in imports:
                assert re.search(r"\.[0-9a-f]{12}\.m?js$", name), name
                assert (tmp_path / Path(importer).parent / name).exists(), name
