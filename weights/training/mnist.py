"""Reads MNIST in its published form, four IDX files: http://yann.lecun.com/exdb/mnist/"""

import gzip
import math
import struct
import zlib
from pathlib import Path
from typing import Tuple

import numpy as np

UNSIGNED_BYTE = 0x08  # the third byte of an IDX file's magic number; the fourth is the number of dimensions
SIDE = 28  # pixels
DIGITS = 10
COUNTS = {"train": 60_000, "t10k": 10_000}


def read_split(directory: Path, split: str) -> Tuple[np.ndarray, np.ndarray]:
    """The images, uint8 [N, 28, 28], grey 0 ground … 255 ink, and the labels, uint8 [N], in the files' order.

    `split` is "train" (60,000) or "t10k" (10,000); only that split's two files are opened.
    Raises FileNotFoundError or ValueError with the file, what was found and what was expected.
    """
    count = COUNTS[split]
    images = read_idx(find(directory, f"{split}-images-idx3-ubyte"), (count, SIDE, SIDE))
    labels_file = find(directory, f"{split}-labels-idx1-ubyte")
    labels = read_idx(labels_file, (count,))
    if labels.max() >= DIGITS:
        raise ValueError(f"{labels_file}: found the label {labels.max()}, expected 0 to {DIGITS - 1}")
    return images, labels


def find(directory: Path, name: str) -> Path:
    """The file `name` or `name`.gz of a directory; FileNotFoundError where there is neither."""
    directory = Path(directory)
    if not directory.is_dir():
        raise FileNotFoundError(f"{directory}: found no such folder, expected one that holds {name}.gz")
    for candidate in (directory / f"{name}.gz", directory / name):
        if candidate.is_file():
            return candidate
    raise FileNotFoundError(f"{directory}: found neither {name}.gz nor {name}, expected MNIST's IDX files")


def read_idx(path: Path, shape: Tuple[int, ...]) -> np.ndarray:
    """The uint8 array of one IDX file, gzipped or not, which must have this shape; else ValueError."""
    try:
        contents = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ValueError(f"{path}: found damaged gzip data ({error}), expected whole; download it again") from None

    header = struct.Struct(f">I{len(shape)}I")
    if len(contents) < header.size:
        raise ValueError(f"{path}: found {len(contents)} bytes, expected at least the {header.size} of an IDX header")
    magic, *found = header.unpack_from(contents)
    expected_magic = UNSIGNED_BYTE << 8 | len(shape)
    if magic != expected_magic:
        raise ValueError(f"{path}: found the magic number {magic:#010x}, expected {expected_magic:#010x}")
    if tuple(found) != shape:
        raise ValueError(f"{path}: found the shape {tuple(found)}, expected {shape}")
    if len(contents) != header.size + math.prod(shape):
        raise ValueError(f"{path}: found {len(contents)} bytes, expected {header.size + math.prod(shape)}")
    return np.frombuffer(contents, np.uint8, offset=header.size).reshape(shape)
