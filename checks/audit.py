"""
Compares the locked dependencies with published advisories, and writes a software bill of materials (CycloneDX 1.6).

Advisories are records in the OSV format: from a file (one JSON list, or a record per line) or from a service that answers as
api.osv.dev does. Exit codes: 0 nothing known; 1 something known; 3 not checked, since no advisory could be read.

`python -m checks.audit [--advisories FILE] [--service URL] [--bill FILE]`
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "base.txt"
SERVICE = "https://api.osv.dev/v1/querybatch"
NOT_CHECKED = 3
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")


@dataclass(frozen=True)
class Dependency:
    """One locked package."""

    name: str
    version: str

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


@dataclass(frozen=True)
class Hit:
    """An advisory that is about a locked package."""

    dependency: Dependency
    advisory: str
    summary: str = ""


class NotChecked(Exception):
    """No advisories could be read."""


def locked(text: str) -> list[Dependency]:
    """
    Return what a lock file pins.

    >>> locked("Django==5.2.1 \\\\\n    --hash=sha256:" + "a" * 64)[0].purl
    'pkg:pypi/django@5.2.1'
    """
    pinned = (_PINNED.match(line) for line in text.splitlines())
    return [Dependency(canonicalize_name(found[1]), found[2]) for found in pinned if found]


def hits_in(dependencies: Iterable[Dependency], advisories: Iterable[Mapping[str, Any]]) -> Iterator[Hit]:
    """Return which advisories are about which of these versions."""
    by_name = {each.name: each for each in dependencies}
    for advisory in advisories:
        for affected in advisory.get("affected", ()):
            package = affected.get("package", {})
            name = canonicalize_name(str(package.get("name", "")))
            if (
                package.get("ecosystem") == "PyPI"
                and name in by_name
                and _is_affected(by_name[name], affected)
            ):
                yield Hit(by_name[name], str(advisory.get("id", "")), str(advisory.get("summary", "")))
                break


def _is_affected(dependency: Dependency, affected: Mapping[str, Any]) -> bool:
    if dependency.version in affected.get("versions", ()):
        return True
    ranges = [each for each in affected.get("ranges", ()) if each.get("type") == "ECOSYSTEM"]
    return any(_is_in(dependency.version, each.get("events", ())) for each in ranges)


def _is_in(version: str, events: Iterable[Mapping[str, str]]) -> bool:
    """Say whether a version lies after an introduction and before the next fix; events stand in their order."""
    is_inside = False
    for event in events:
        if "introduced" in event and _not_before(version, event["introduced"]):
            is_inside = True
        if "fixed" in event and _not_before(version, event["fixed"]):
            is_inside = False
        if "last_affected" in event and not _not_before(event["last_affected"], version):
            is_inside = False
    return is_inside


def _not_before(version: str, other: str) -> bool:
    try:
        return other == "0" or Version(version) >= Version(other)
    except InvalidVersion:
        return True  # rather one hit too many


def read_file(path: Path) -> list[Mapping[str, Any]]:
    """
    Return the advisories of a file.

    :raises NotChecked: if it holds none
    """
    try:
        text = path.read_text(encoding="utf-8")
        found = (
            json.loads(text)
            if text.lstrip().startswith("[")
            else [json.loads(line) for line in text.splitlines() if line.strip()]
        )
    except (OSError, ValueError) as error:
        raise NotChecked(f"{path}: {error}") from error
    if not found:
        raise NotChecked(f"{path} holds no advisory")
    return list(found)


def ask(dependencies: list[Dependency], service: str) -> list[Hit]:
    """
    Return what a service knows about these versions.

    :raises NotChecked: if it cannot be reached or answers something else
    """
    queries = [
        {"package": {"name": each.name, "ecosystem": "PyPI"}, "version": each.version}
        for each in dependencies
    ]
    try:
        answer = httpx.post(service, json={"queries": queries}, timeout=30).raise_for_status()
        results = answer.json()["results"]
        if len(results) != len(dependencies):
            raise NotChecked(f"{service} answered about {len(results)} of {len(dependencies)} packages")
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        raise NotChecked(f"{service}: {error}") from error
    return [
        Hit(each, str(known["id"]))
        for each, result in zip(dependencies, results, strict=True)
        for known in result.get("vulns", ())
    ]


def bill_of_materials(dependencies: Iterable[Dependency]) -> dict[str, Any]:
    """Return what is locked as a CycloneDX document; the same lock file gives the same document."""
    components = [
        {
            "type": "library",
            "bom-ref": each.purl,
            "name": each.name,
            "version": each.version,
            "purl": each.purl,
        }
        for each in dependencies
    ]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components, sort_keys=True))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "skaala", "bom-ref": "skaala"}},
        "components": components,
        "dependencies": [{"ref": "skaala", "dependsOn": [each["bom-ref"] for each in components]}],
    }


def main(arguments: list[str] | None = None) -> int:
    """Write the bill of materials, compare, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lock", type=Path, default=LOCK)
    parser.add_argument("--advisories", type=Path)
    parser.add_argument("--service", default=SERVICE)
    parser.add_argument("--bill", type=Path, default=ROOT / "var" / "sbom.json")
    options = parser.parse_args(arguments)
    dependencies = locked(options.lock.read_text(encoding="utf-8"))
    options.bill.parent.mkdir(parents=True, exist_ok=True)
    options.bill.write_text(json.dumps(bill_of_materials(dependencies), indent=1) + "\n", encoding="utf-8")
    print(f"{options.bill}: {len(dependencies)} packages")
    try:
        if options.advisories:
            hits = list(hits_in(dependencies, read_file(options.advisories)))
        else:
            hits = ask(dependencies, options.service)
    except NotChecked as reason:
        print(f"NOT CHECKED: {reason}", file=sys.stderr)
        return NOT_CHECKED
    for hit in hits:
        print(f"{hit.dependency.name} {hit.dependency.version}: {hit.advisory} {hit.summary}".rstrip())
    print(f"{len(hits)} advisories about {len(dependencies)} locked packages")
    return 1 if hits else 0


if __name__ == "__main__":
    sys.exit(main())
