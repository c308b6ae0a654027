"""Reads and writes safetensors files: https://huggingface.co/docs/safetensors

A file is the header's length as a little-endian 64-bit integer, the header as JSON, and the tensors' bytes.
Only the types this project needs are known: F32 and U8.
"""

import json
import math
import os
import struct
from pathlib import Path
from typing import Dict, Mapping, Tuple

import numpy as np

TYPES = {"F32": np.dtype("<f4"), "U8": np.dtype("u1")}
LENGTH = struct.Struct("<Q")
ALIGNMENT = 8  # bytes: the data starts at a multiple of this
MAX_HEADER = 100_000_000  # bytes: the limit of the format's own implementation


def write(path: Path, tensors: Mapping[str, np.ndarray], metadata: Mapping[str, str]) -> None:
    """Writes tensors, in their order and without gaps, and metadata to `path`; whole or not at all.

    Raises ValueError for a type other than float32 and uint8, OSError where the file cannot be written.
    """
    replace_file(path, encode(tensors, metadata))


def encode(tensors: Mapping[str, np.ndarray], metadata: Mapping[str, str]) -> bytes:
    """The bytes of the file that `write` writes."""
    header: Dict[str, object] = {"__metadata__": dict(metadata)}
    data = b""
    for name, tensor in tensors.items():
        kind = next((kind for kind, dtype in TYPES.items() if dtype == tensor.dtype), None)
        if kind is None:
            raise ValueError(f"tensor {name}: found type {tensor.dtype}, expected float32 or uint8")
        begin = len(data)
        data += tensor.astype(TYPES[kind]).tobytes(order="C")
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [begin, len(data)]}
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    text += b" " * (-(LENGTH.size + len(text)) % ALIGNMENT)
    return LENGTH.pack(len(text)) + text + data


def read(path: Path) -> Tuple[Dict[str, np.ndarray], Dict[str, str]]:
    """The tensors, in the file's order, and the metadata of the safetensors file at `path`.

    Raises ValueError, with the path, what was found and what was expected, for a file that is not one;
    OSError where it cannot be read.
    """
    contents = Path(path).read_bytes()
    if len(contents) < LENGTH.size:
        raise ValueError(f"{path}: found {len(contents)} bytes, expected a safetensors file")
    (length,) = LENGTH.unpack_from(contents)
    start = LENGTH.size + length
    if length > MAX_HEADER or start > len(contents):
        raise ValueError(f"{path}: found a header of {length} bytes in a file of {len(contents)}: no safetensors file")
    try:
        header = json.loads(contents[LENGTH.size : start].decode("utf-8"))
        metadata = header.pop("__metadata__", {})
        entries = [
            (name, TYPES[entry["dtype"]], tuple(map(int, entry["shape"])), *map(int, entry["data_offsets"]))
            for name, entry in header.items()
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path}: found a header of another kind ({error!r}), expected F32 and U8 tensors") from None

    tensors: Dict[str, np.ndarray] = {}
    data, position = contents[start:], 0
    for name, dtype, shape, begin, end in sorted(entries, key=lambda entry: entry[3:]):
        size = math.prod(shape) * dtype.itemsize
        if begin != position or end != begin + size or end > len(data):
            raise ValueError(f"{path}: tensor {name}: found bytes {begin}…{end}, expected {position}…{position + size}")
        tensors[name] = np.frombuffer(data, dtype, math.prod(shape), begin).reshape(shape)
        position = end
    if position != len(data):
        raise ValueError(f"{path}: found {len(data)} bytes of data, expected the tensors' {position}")
    return tensors, metadata


def replace_file(path: Path, contents: bytes) -> None:
    """Writes a file under another name and then renames it, so that nobody ever sees half of it."""
    path = Path(path)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        partial.write_bytes(contents)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
