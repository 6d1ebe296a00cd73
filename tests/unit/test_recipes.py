"""The examples for those who host the guide: GitLab, GitHub, a container. Each script is run as a shell would
run it, with what the machine there gives it; the guide's own command is one that writes what it is asked.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.build.request import ADDRESS
from scripts.commands import _options
from support import ROOT

#: What GitLab and GitHub give to a script.
GITLAB = {
    "CI_PROJECT_DIR": "/builds/logement/guide",
    "CI_PROJECT_NAME": "guide",
    "CI_PROJECT_ROOT_NAMESPACE": "logement",
    "CI_PAGES_DOMAIN": "pages.exemple.fr",
    "CI_PAGES_URL": "https://logement.pages.exemple.fr/guide",
    "CI_JOB_ID": "42",
    "CI_MERGE_REQUEST_IID": "7",
}
GITHUB = {
    "github.sha": "0a1b2c",
    "vars.GUIDE_ADRESSE || steps.pages.outputs.base_url || 'http://127.0.0.1:8000/'": (
        "https://logement.github.io/guide"
    ),
}

#: Stands for Python: notes what it is asked and the address that it is given; makes the files of a site.
_ASKED = """#!/bin/sh
echo "${GUIDE_SITE_URL-none} $*" >> "$ASKED"
while [ $# -gt 0 ]; do
  if [ "$1" = --out ]; then mkdir -p "$2/hebergement" && touch "$2/index.html" "$2/hebergement/nginx.conf"; fi
  shift
done
"""


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def known(text: str, given: Mapping[str, str]) -> str:
    """`text` with the variables of GitLab that stand in a variable."""
    return re.sub(r"\$(\w+)", lambda m: given.get(m[1], m[0]), text)


def of_gitlab() -> Iterator[tuple[str, list[str], dict[str, str]]]:
    """(name, script, environment) of each job."""
    file = read(".gitlab-ci.yml")
    for name, job in file.items():
        if isinstance(job, dict) and "script" in job:
            variables = {**file["variables"], **job.get("variables", {})}
            yield (
                f"gitlab {name}",
                job["script"],
                GITLAB | {k: known(v, GITLAB) for k, v in variables.items()},
            )


def of_github() -> Iterator[tuple[str, list[str], dict[str, str]]]:
    file = read(".github/workflows/guide.yml")
    for name, job in file["jobs"].items():
        for step in job["steps"]:
            if "run" in step:
                given = {k: GITHUB[v[3:-2].strip()] for k, v in step.get("env", {}).items()}
                yield f"github {name}", [step["run"]], {**file["env"], **given}


SCRIPTS = [*of_gitlab(), *of_github()]
BUILDS = [case for case in SCRIPTS if any(" build " in line for line in case[1])]


def run(folder: Path, script: list[str], given: Mapping[str, str]) -> list[str]:
    """Run a script in an empty folder; returns what the guide's command was asked, the address first."""
    (folder / "bin").mkdir()
    python = folder / "bin" / "python3"
    python.write_text(_ASKED)
    python.chmod(0o755)
    asked = folder / "asked"
    asked.touch()
    environment = {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "ASKED": str(asked), **given}
    subprocess.run(["sh", "-euc", "\n".join(script)], cwd=folder, env=environment, check=True)
    return asked.read_text().splitlines()


@pytest.mark.parametrize(("name", "script", "given"), SCRIPTS, ids=[name for name, *_ in SCRIPTS])
def test_a_script_asks_the_guide_for_what_it_knows(tmp_path, name, script, given):
    for line in run(tmp_path, script, given):
        _, file, *arguments = line.split()
        assert (file, _options(ROOT, arguments).root) == ("scripts/guide.py", ROOT), name


@pytest.mark.parametrize(("name", "script", "given"), BUILDS, ids=[name for name, *_ in BUILDS])
def test_a_site_is_built_for_its_public_address(tmp_path, name, script, given):
    addresses = [line.split()[0] for line in run(tmp_path, script, given)]
    assert [address for address in addresses if not ADDRESS.fullmatch(address)] == [], name


@pytest.mark.parametrize(("name", "script", "given"), BUILDS, ids=[name for name, *_ in BUILDS])
def test_a_site_is_where_the_host_takes_it(tmp_path, name, script, given):
    run(tmp_path, script, given)
    assert (tmp_path / "public" / "index.html").is_file(), name


def test_a_merge_request_is_shown_at_an_address_of_its_own(tmp_path):
    _, script, given = next(case for case in SCRIPTS if case[0] == "gitlab montrer")
    run(tmp_path, script, given)
    shown = "https://logement.pages.exemple.fr/-/guide/-/jobs/42/artifacts/public/index.html"
    assert (tmp_path / "apercu.env").read_text() == f"APERCU_URL={shown}\n"


def test_only_the_main_branch_is_published():
    (rule,) = read(".gitlab-ci.yml")["pages"]["rules"]
    assert rule == {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}


def test_a_job_that_does_not_publish_may_not():
    jobs = read(".github/workflows/guide.yml")["jobs"]
    assert {name for name, job in jobs.items() if "write" in job.get("permissions", {}).values()} == {
        "publier"
    }


# --- a container ------------------------------------------------------------------------------------------


def container() -> list[str]:
    """What the recipe runs, with the folders of the image below the current one."""
    text = (ROOT / ".ci" / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.findall(r"^RUN (.*)$", text, re.MULTILINE)
    return [re.sub(r'(?<=[ "])/(?=www|nginx)', "./", line) for line in found]


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://logement.exemple.fr/", "www/index.html"),
        ("https://logement.exemple.fr", "www/index.html"),
        ("https://exemple.fr/guide/", "www/guide/index.html"),
        ("https://exemple.fr/un/guide", "www/un/guide/index.html"),
    ],
)
def test_an_image_holds_the_site_at_the_path_of_its_address(tmp_path, address, page):
    run(tmp_path, container(), {"ADRESSE": address, "TERRITOIRE": "amp"})
    assert (tmp_path / page).is_file() and (tmp_path / "nginx.conf").is_file()


def test_an_image_holds_no_former_edition(tmp_path):
    (tmp_path / "www" / ".guide.editions").mkdir(parents=True)
    run(tmp_path, container(), {"ADRESSE": "https://exemple.fr/guide/", "TERRITOIRE": "amp"})
    assert not (tmp_path / "www" / ".guide.editions").exists()


def test_a_container_takes_what_is_in_the_repository_alone():
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".git", ".venv", ".build", "site"} <= set(ignored)
