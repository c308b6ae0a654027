"""Random distortions that make new digits out of MNIST's: another hand's slant, size, wobble and pen."""

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from training.model import WHITE

ELASTIC_POINTS = 6  # the elastic displacements are drawn on a grid of 6×6 points and interpolated between them
MAX_STROKE = 0.8  # of the way to the full dilation or erosion


@dataclass(frozen=True)
class Distortion:
    """Standard deviations, at strength 1, of the normal distributions that every image's distortion is drawn from."""

    rotation: float = 5.0  # degrees
    shear: float = 6.0  # degrees
    scale: float = 0.06  # share of the width and of the height, each drawn on its own
    shift: float = 0.5  # pixels, across and down
    elastic: float = 0.35  # pixels, at each point of the elastic grid
    stroke: float = 0.35  # share of a full dilation (thicker) or erosion (thinner) by 3×3 pixels


def distort(images: Tensor, strength: Tensor, distortion: Distortion = Distortion()) -> Tensor:
    """Grey levels [N, 28, 28], 0 ground … 255 ink, to uint8 of the same shape, each image distorted on its own.

    `strength`, float32 [N], multiplies the deviations; an image with strength 0 comes back as it was.
    """
    count, side = len(images), images.shape[-1]

    def normal(deviation: float) -> Tensor:
        return torch.randn(count) * deviation * strength

    pixels = stroked(images.float().unsqueeze(1), normal(distortion.stroke).clamp(-MAX_STROKE, MAX_STROKE))
    angle, shear = normal(math.radians(distortion.rotation)), torch.tan(normal(math.radians(distortion.shear)))
    width, height = normal(distortion.scale).exp(), normal(distortion.scale).exp()
    pixel = 2 / side  # affine_grid's coordinates go from -1 to 1
    cosine, sine = angle.cos(), angle.sin()
    rows = [
        torch.stack([cosine * width, (cosine * shear - sine) * height, normal(distortion.shift) * pixel]),
        torch.stack([sine * width, (sine * shear + cosine) * height, normal(distortion.shift) * pixel]),
    ]
    grid = F.affine_grid(torch.stack(rows).permute(2, 0, 1), [count, 1, side, side], align_corners=False)
    points = torch.randn(count, 2, ELASTIC_POINTS, ELASTIC_POINTS) * strength.view(-1, 1, 1, 1)
    wobble = F.interpolate(points, size=(side, side), mode="bicubic", align_corners=True)
    grid = grid + wobble.permute(0, 2, 3, 1) * (distortion.elastic * pixel)
    moved = F.grid_sample(pixels, grid, align_corners=False)
    return moved.squeeze(1).round().clamp(0, WHITE).to(torch.uint8)


def stroked(pixels: Tensor, amount: Tensor) -> Tensor:
    """Grey levels [N, 1, 28, 28] with thicker strokes where `amount` [N] is above 0, thinner ones where below.

    1 is the grey dilation by 3×3 pixels, -1 the erosion; between them the images are mixed. An erosion fades thin
    strokes, so the result is brightened until its brightest pixel is what it was.
    """
    amount = amount.view(-1, 1, 1, 1)
    dilated = F.max_pool2d(pixels, 3, stride=1, padding=1)
    eroded = -F.max_pool2d(-pixels, 3, stride=1, padding=1)
    mixed = pixels + amount.clamp(min=0) * (dilated - pixels) + amount.clamp(max=0) * (pixels - eroded)
    brightest, faded = (image.amax(dim=(2, 3), keepdim=True).clamp(min=1) for image in (pixels, mixed))
    return mixed * (brightest / faded)
