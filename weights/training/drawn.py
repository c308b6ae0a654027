"""Draws what MNIST's writers hardly ever wrote onto their digits.

Flags and feet on 1s, hooks on 6s, bars and serifs on 7s, tails on 9s.

The results are pictures of another size and place than MNIST's, to be brought back by the service's pipeline.
"""

import math
from dataclasses import dataclass
from typing import Callable, Dict, Tuple

import torch
import torch.nn.functional as F
from torch import Tensor

from training.model import WHITE

MARGIN = 10  # pixels added around MNIST's 28×28, for flags that reach beyond
INK = 128  # from this grey level on a pixel is ink
BEGINNING = 0.4  # of a 7's height from the top: its bar begins there
HALF_WIDTH = (0.8, 1.6)  # pixels, of the pen: the range that it is evenly drawn from


Range = Tuple[float, float]  # what is evenly drawn from


@dataclass(frozen=True)
class Strokes:
    """The strokes added: lengths in shares of the digit's height, angles in degrees from the right downwards."""

    flag_length: Range = (0.15, 0.6)
    flag_angle: Range = (110, 150)
    foot_length: Range = (0.2, 0.6)
    foot_place: Range = (-0.15, 0.15)  # of its middle, to the right, in shares of its length
    foot_angle: Range = (-8, 8)
    hook_length: Range = (0.08, 0.35)
    hook_angle: Range = (-10, 40)
    hook_end_length: Range = (0, 0.28)
    hook_end_angle: Range = (60, 130)
    bar_length: Range = (0.25, 0.6)
    bar_height: Range = (0.4, 0.7)  # from the top
    bar_angle: Range = (-25, 25)
    serif_length: Range = (0.1, 0.35)
    serif_angle: Range = (60, 125)
    tail_length: Range = (0.2, 0.6)
    tail_angle: Range = (170, 220)


def with_flags(images: Tensor, strokes: Strokes = Strokes()) -> Tensor:
    """1s, uint8 [N, 28, 28], each with a stroke from its top down to the left: uint8 [N, 48, 48]."""
    padded, top, _, height = with_margin(images)
    start = torch.stack([middle(padded, top), top], dim=1)
    end = away(start, strokes.flag_length, strokes.flag_angle, height)
    return line(padded, start, end, half_widths(len(images)))


def with_feet(images: Tensor, strokes: Strokes = Strokes()) -> Tensor:
    """1s, uint8 [N, 28, 28], each with a flag and a stroke that it stands on: uint8 [N, 48, 48]."""
    padded, _, bottom, height = with_margin(images)
    length = uniform(len(images), *strokes.foot_length) * height
    place = middle(padded, bottom) + uniform(len(images), *strokes.foot_place) * length
    centre = torch.stack([place, bottom], dim=1)
    return across(with_flags(images, strokes), centre, length, strokes.foot_angle)


def with_hooks(images: Tensor, strokes: Strokes = Strokes()) -> Tensor:
    """6s, uint8 [N, 28, 28], each with its stem bent over to the right and down at the top: uint8 [N, 48, 48]."""
    padded, top, _, height = with_margin(images)
    start = torch.stack([middle(padded, top), top], dim=1)
    turn = away(start, strokes.hook_length, strokes.hook_angle, height)
    end = away(turn, strokes.hook_end_length, strokes.hook_end_angle, height)
    half_width = half_widths(len(images))
    return line(line(padded, start, turn, half_width), turn, end, half_width)


def with_bars(images: Tensor, strokes: Strokes = Strokes()) -> Tensor:
    """7s, uint8 [N, 28, 28], each with a stroke across its stem: uint8 [N, 48, 48]."""
    padded, top, _, height = with_margin(images)
    row = (top + uniform(len(images), *strokes.bar_height) * height).round()
    length = uniform(len(images), *strokes.bar_length) * height
    return across(padded, torch.stack([middle(padded, row), row], dim=1), length, strokes.bar_angle)


def with_serifs(images: Tensor, strokes: Strokes = Strokes()) -> Tensor:
    """7s, uint8 [N, 28, 28], each with a stroke down from where it begins: uint8 [N, 48, 48]."""
    padded, top, _, height = with_margin(images)
    start = leftmost(padded, top, top + BEGINNING * height)
    end = away(start, strokes.serif_length, strokes.serif_angle, height)
    return line(padded, start, end, half_widths(len(images)))


def with_tails(images: Tensor, strokes: Strokes = Strokes()) -> Tensor:
    """9s, uint8 [N, 28, 28], each with a stroke from its end to the left, as a g has: uint8 [N, 48, 48]."""
    padded, _, bottom, height = with_margin(images)
    start = torch.stack([middle(padded, bottom), bottom], dim=1)
    end = away(start, strokes.tail_length, strokes.tail_angle, height)
    return line(padded, start, end, half_widths(len(images)))


ADDITIONS: Dict[str, Tuple[int, Callable[[Tensor], Tensor]]] = {  # by name: the digit drawn on, and what draws
    "1s with flags": (1, with_flags),
    "1s with feet": (1, with_feet),
    "6s with hooks": (6, with_hooks),
    "7s with bars": (7, with_bars),
    "7s with serifs": (7, with_serifs),
    "9s with tails": (9, with_tails),
}


def uniform(count: int, low: float, high: float) -> Tensor:
    return low + (high - low) * torch.rand(count)


def half_widths(count: int) -> Tensor:
    return uniform(count, *HALF_WIDTH)


def with_margin(images: Tensor) -> Tuple[Tensor, Tensor, Tensor, Tensor]:
    """Images with MARGIN around; the first row of ink of each, its last, and their number, float32 [N]."""
    padded = F.pad(images, [MARGIN] * 4)
    rows = (padded >= INK).any(dim=2).float()
    top = rows.argmax(dim=1)
    bottom = rows.shape[1] - 1 - rows.flip(1).argmax(dim=1)
    return padded, top.float(), bottom.float(), (bottom - top + 1).float()


def middle(images: Tensor, row: Tensor) -> Tensor:
    """Where along a row of each image, the nearest that has ink, the ink's middle is, float32 [N]."""
    ink = (images >= INK).float()
    count, height, width = ink.shape
    distance = (torch.arange(height).float() - row.unsqueeze(1)).abs()
    distance[ink.sum(dim=2) == 0] = math.inf
    levels = ink[torch.arange(count), distance.argmin(dim=1)]
    return (levels * torch.arange(width)).sum(dim=1) / levels.sum(dim=1)


def leftmost(images: Tensor, top: Tensor, end: Tensor) -> Tensor:
    """The middle of the first column's ink between two rows of each image, x and y, float32 [N, 2]."""
    rows = torch.arange(images.shape[1]).float().view(1, -1, 1)
    ink = (images >= INK) & (rows >= top.view(-1, 1, 1)) & (rows < end.view(-1, 1, 1))
    x = ink.any(dim=1).float().argmax(dim=1)
    column = ink[torch.arange(len(images)), :, x].float()
    return torch.stack([x.float(), (column * rows.view(1, -1)).sum(dim=1) / column.sum(dim=1).clamp(min=1)], dim=1)


def away(start: Tensor, lengths: Range, angles: Range, height: Tensor) -> Tensor:
    """Points, [N, 2] as x and y, as far from `start` and in such directions as the ranges say."""
    angle = uniform(len(start), *angles).deg2rad()
    reach = uniform(len(start), *lengths) * height
    return start + torch.stack([angle.cos(), angle.sin()], dim=1) * reach.unsqueeze(1)


def across(images: Tensor, centre: Tensor, length: Tensor, angles: Range) -> Tensor:
    """Images with a line of a length [N] about a centre [N, 2], at an angle that a range of degrees has."""
    angle = uniform(len(images), *angles).deg2rad()
    half = torch.stack([angle.cos(), angle.sin()], dim=1) * (length / 2).unsqueeze(1)
    return line(images, centre - half, centre + half, half_widths(len(images)))


def line(images: Tensor, start: Tensor, end: Tensor, half_width: Tensor) -> Tensor:
    """Images with a line of round ends from `start` to `end`, [N, 2] as x and y, where it is brighter than they.

    `half_width` [N] is half of each line's width, in pixels.
    """
    count, height, width = images.shape
    y, x = torch.meshgrid(torch.arange(height).float(), torch.arange(width).float(), indexing="ij")
    points = torch.stack([x, y], dim=2).view(1, -1, 2)  # [1, H·W, 2]
    along = (end - start).unsqueeze(1)
    share = ((points - start.unsqueeze(1)) * along).sum(dim=2) / (along**2).sum(dim=2).clamp(min=1e-6)
    nearest = start.unsqueeze(1) + share.clamp(0, 1).unsqueeze(2) * along
    distance = (points - nearest).norm(dim=2).view(count, height, width)
    drawn = ((half_width.view(-1, 1, 1) + 0.5 - distance).clamp(0, 1) * WHITE).round().to(torch.uint8)
    return torch.maximum(images, drawn)
