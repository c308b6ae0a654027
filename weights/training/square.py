"""Draws digits in straight lines, the 0 as a box: what people make of round digits with a mouse or on squared paper.

Each goes along the corners of two cells, one above the other, every corner a little off its place:

    a b
    c d
    e f
"""

from dataclasses import dataclass
from typing import Tuple

import torch
from torch import Tensor

from training.drawn import half_widths, line, uniform

CORNERS = {"a": (0, 0), "b": (1, 0), "c": (0, 0.5), "d": (1, 0.5), "e": (0, 1), "f": (1, 1)}  # x and y
PATHS = (  # of each digit the ways that it is drawn, drawn alike often
    ("abdfeca",),
    ("bdf", "cbdf"),
    ("abdcef",),
    ("abdcdfe",),
    ("acdbdf",),
    ("bacdfe",),
    ("bacefdc", "acefdc"),
    ("abdf", "abe", "cabdf"),
    ("abdfecacd",),
    ("dcabdf", "dcabdfe"),
)
SQUARES = "square digits"  # the name of the source
SIDE, HEIGHT = 48, 30  # pixels, of the picture and of the digit


@dataclass(frozen=True)
class Squares:
    """How the cells vary; lengths in shares of the digit's height."""

    width: Tuple[float, float] = (0.45, 1.1)
    middle: Tuple[float, float] = (0.35, 0.65)  # of c and d, from the top
    slant: Tuple[float, float] = (-0.2, 0.2)  # how far the top leans to the right
    astray: float = 0.05  # standard deviation of each corner


def square_digits(count: int, squares: Squares = Squares()) -> Tuple[Tensor, Tensor]:
    """About `count` pictures of each digit, uint8 [N, 48, 48], and their labels, uint8 [N]."""
    parts = [
        (drawn_along(path, count // len(paths), squares), digit)
        for digit, paths in enumerate(PATHS)
        for path in paths
    ]
    labels = [torch.full((len(images),), digit, dtype=torch.uint8) for images, digit in parts]
    return torch.cat([images for images, _ in parts]), torch.cat(labels)


def drawn_along(path: str, count: int, squares: Squares) -> Tensor:
    """Pictures, uint8 [count, 48, 48], of the lines along the corners that a path names."""
    corners = torch.tensor(list(CORNERS.values()), dtype=torch.float32).repeat(count, 1, 1)
    corners[:, 2:4, 1] = uniform(count, *squares.middle).unsqueeze(1)
    corners += squares.astray * torch.randn(corners.shape) - 0.5
    x, y = corners.unbind(dim=2)
    x = x * uniform(count, *squares.width).unsqueeze(1) - y * uniform(count, *squares.slant).unsqueeze(1)
    points = torch.stack([x, y], dim=2) * HEIGHT + SIDE / 2
    along = points[:, [list(CORNERS).index(corner) for corner in path]].unbind(dim=1)
    images, half_width = torch.zeros(count, SIDE, SIDE, dtype=torch.uint8), half_widths(count)
    for start, end in zip(along, along[1:]):
        images = line(images, start, end, half_width)
    return images
