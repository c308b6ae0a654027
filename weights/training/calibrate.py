"""Calibration: one temperature for all logits, so that probabilities come true (Guo et al., arXiv:1706.04599)."""

import math
from typing import Dict, List, Mapping, Tuple

import torch
import torch.nn.functional as F
from torch import Tensor

from training.model import MyConvNet

BINS = 15  # of equal width, over the probabilities 0…1
SEARCH = (-1.5, 1.5)  # natural logarithms of the temperatures that the search looks between
MNIST, OTHERS = "MNIST", "other hands"  # names of sets: all other hands' together are one
SHARES = {MNIST: 3, OTHERS: 1}  # in the common temperature: MNIST's images are held to half the error
SEARCH_STEPS = 60  # each narrows the interval to 0.62 of its width


def fit_temperature(logits: Tensor, labels: Tensor) -> float:
    """The temperature T that minimises the cross-entropy of logits / T, float32 [N, 10], with int64 labels [N].

    A golden-section search: the cross-entropy has one minimum over 1/T.
    """
    ratio = (math.sqrt(5) - 1) / 2
    low, high = SEARCH

    def loss(exponent: float) -> float:
        return F.cross_entropy(logits.double() / math.exp(exponent), labels).item()

    for _ in range(SEARCH_STEPS):
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        if loss(left) < loss(right):
            high = right
        else:
            low = left
    return math.exp((low + high) / 2)


def reliability(logits: Tensor, labels: Tensor) -> List[Tuple[int, float, float]]:
    """For each of the 15 bins of confidence: its images, their mean confidence and their accuracy (0 where empty)."""
    confidence, answers = F.softmax(logits.double(), dim=1).max(dim=1)
    bins = (confidence * BINS).ceil().long().clamp(1, BINS) - 1
    right = (answers == labels).double()
    count = torch.bincount(bins, minlength=BINS)
    divisor = count.clamp(min=1)
    mean_confidence = torch.bincount(bins, weights=confidence, minlength=BINS) / divisor
    accuracy = torch.bincount(bins, weights=right, minlength=BINS) / divisor
    return list(zip(count.tolist(), mean_confidence.tolist(), accuracy.tolist()))


def calibration_error(logits: Tensor, labels: Tensor) -> float:
    """The expected calibration error, 0…1: the bins' mean gap between confidence and accuracy, by their images."""
    return sum(count * abs(mean - share) for count, mean, share in reliability(logits, labels)) / len(labels)


def common_temperature(sets: Mapping[str, Tuple[Tensor, Tensor]]) -> float:
    """The geometric mean of the temperatures that fit the sets of logits and labels, each as often as SHARES says."""
    shares = {name: SHARES[name] for name in sets if name in SHARES}
    logarithm = sum(share * math.log(fit_temperature(*sets[name])) for name, share in shares.items())
    return math.exp(logarithm / sum(shares.values()))


def cross_fitted_errors(sets: Mapping[str, Tuple[Tensor, Tensor]]) -> Dict[str, float]:
    """The calibration error of each set of logits and labels, whose common temperature was fitted on other images.

    The logits of images in even places are divided by the temperature of those in odd places and the other way round;
    the results are the means of both halves' errors.
    """
    errors = dict.fromkeys(sets, 0.0)
    for fitted, measured in ((0, 1), (1, 0)):
        temperature = common_temperature(
            {name: (logits[fitted::2], labels[fitted::2]) for name, (logits, labels) in sets.items()}
        )
        for name, (logits, labels) in sets.items():
            errors[name] += calibration_error(logits[measured::2] / temperature, labels[measured::2]) / 2
    return errors


@torch.no_grad()
def fold_temperature(network: MyConvNet, temperature: float) -> None:
    """Divides the last layer's weights and bias by the temperature, so that the logits come out divided by it."""
    network.fc2.weight.div_(temperature)
    network.fc2.bias.div_(temperature)
