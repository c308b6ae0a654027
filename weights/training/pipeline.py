"""Brings pictures to the network's 28×28 by the service's own pipeline: npm run normalise"""

import shutil
import subprocess
from pathlib import Path
from typing import List, Sequence

PROJECT = Path(__file__).resolve().parent.parent.parent


def normalise_pictures(images: Path, out: Path, sets: Sequence[str] = ()) -> None:
    """Writes what the network sees of a folder's pictures to pairs of IDX files in another folder.

    `images` holds pairs of IDX files, of which those in `sets` are taken, or image files named by their digits.
    What is there already stays as it is, whole: it is written under another name and renamed.
    Raises OSError where there is no npm, ValueError with the command's message where it fails.
    """
    if out.exists():
        return
    partial = out.with_name(f"{out.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    command = ["npm", "run", "--silent", "normalise", "--", str(images.resolve()), str(partial.resolve())]
    for name in sets:
        command += ["--set", name]
    try:
        result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    except FileNotFoundError:
        raise FileNotFoundError("npm: found no such program, expected Node.js's; pictures go through it") from None
    if result.returncode != 0:
        raise ValueError(f"npm run normalise: {result.stderr.strip() or result.stdout.strip()}")
    partial.rename(out)


def names(directory: Path, name: str) -> List[str]:
    """What each image of a normalised pair was: its path, or its number in the IDX file."""
    return (directory / f"{name}-names.txt").read_text("utf-8").splitlines()
