"""Reads and writes labelled images as pairs of IDX files, MNIST's format: http://yann.lecun.com/exdb/mnist/

NAME-images-idx3-ubyte holds grey images of any size, NAME-labels-idx1-ubyte their digits; both may be gzipped.
"""

import gzip
import math
import struct
import zlib
from pathlib import Path
from typing import List, Optional, Tuple

import numpy as np

UNSIGNED_BYTE = 0x08  # the third byte of an IDX file's magic number; the fourth is the number of dimensions
SIDE = 28  # pixels, of the network's input
DIGITS = 10
IMAGES = "-images-idx3-ubyte"
LABELS = "-labels-idx1-ubyte"


def pairs(directory: Path) -> List[str]:
    """The names of a folder's pairs, sorted."""
    names = (path.name.partition(IMAGES) for path in existing(directory).iterdir())
    return sorted({name for name, found, end in names if found and end in ("", ".gz")})


def read_pair(directory: Path, name: str, side: Optional[int] = SIDE) -> Tuple[np.ndarray, np.ndarray]:
    """The images, uint8 [N, height, width], and the labels, uint8 [N], in the files' order.

    Raises FileNotFoundError or ValueError with the file, what was found and what was expected; so too where `side` is
    given and the images are of another size.
    """
    images_file, labels_file = find(directory, name + IMAGES), find(directory, name + LABELS)
    images, labels = read_idx(images_file, 3), read_idx(labels_file, 1)
    if side is not None and images.shape[1:] != (side, side):
        raise ValueError(f"{images_file}: found images of {images.shape[1:]} pixels, expected {side}×{side}")
    if len(labels) != len(images):
        raise ValueError(f"{labels_file}: found {len(labels)} labels, expected one for each of {len(images)} images")
    if len(labels) and labels.max() >= DIGITS:
        raise ValueError(f"{labels_file}: found the label {labels.max()}, expected 0 to {DIGITS - 1}")
    return images, labels


def write_pair(directory: Path, name: str, images: np.ndarray, labels: np.ndarray) -> None:
    """Writes uint8 images [N, height, width] and labels [N] as a pair of gzipped files; makes the folder."""
    directory.mkdir(parents=True, exist_ok=True)
    for end, array in ((IMAGES, images), (LABELS, labels)):
        header = struct.pack(f">I{array.ndim}I", UNSIGNED_BYTE << 8 | array.ndim, *array.shape)
        (directory / f"{name}{end}.gz").write_bytes(gzip.compress(header + array.astype(np.uint8).tobytes(), 1))


def existing(directory: Path) -> Path:
    """The folder itself; FileNotFoundError where it is none."""
    if not Path(directory).is_dir():
        raise FileNotFoundError(f"{directory}: found no such folder")
    return Path(directory)


def find(directory: Path, name: str) -> Path:
    """The file `name` or `name`.gz of a directory; FileNotFoundError where there is neither."""
    for candidate in (existing(directory) / f"{name}.gz", directory / name):
        if candidate.is_file():
            return candidate
    raise FileNotFoundError(f"{directory}: found neither {name}.gz nor {name}")


def read_idx(path: Path, dimensions: int) -> np.ndarray:
    """The uint8 array of one IDX file, gzipped or not, of so many dimensions; else ValueError."""
    try:
        contents = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ValueError(f"{path}: found damaged gzip data ({error}), expected whole; download it again") from None

    header = struct.Struct(f">I{dimensions}I")
    if len(contents) < header.size:
        raise ValueError(f"{path}: found {len(contents)} bytes, expected at least the {header.size} of an IDX header")
    magic, *shape = header.unpack_from(contents)
    expected_magic = UNSIGNED_BYTE << 8 | dimensions
    if magic != expected_magic:
        raise ValueError(f"{path}: found the magic number {magic:#010x}, expected {expected_magic:#010x}")
    if len(contents) != header.size + math.prod(shape):
        raise ValueError(f"{path}: found {len(contents)} bytes, expected {header.size + math.prod(shape)}")
    return np.frombuffer(contents, np.uint8, offset=header.size).reshape(shape)
