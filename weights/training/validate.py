"""How well a network reads the sets that a run validates on."""

from typing import Dict, List, Mapping, Tuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.calibrate import (
    MNIST,
    OTHERS,
    common_temperature,
    cross_fitted_errors,
    fit_temperature,
    fold_temperature,
)
from training.data import Labelled
from training.idx import DIGITS
from training.model import MyConvNet, normalise

BATCH = 500


@torch.no_grad()
def logits_of(network: nn.Module, images: Tensor) -> Tensor:
    """The logits, float32 [N, 10], of uint8 images [N, 28, 28]."""
    return torch.cat([network(normalise(batch)) for batch in images.split(BATCH)])


def error_rate(logits: Tensor, labels: Tensor) -> float:
    """The share of images, 0…1, whose largest logit is not their label's."""
    return (logits.argmax(dim=1) != labels).float().mean().item()


def summary(network: nn.Module, sets: Mapping[str, Labelled]) -> Dict[str, float]:
    """The error rates on MNIST and, as a mean over the sets, on the others, and the loss that decides.

    The loss is the cross-entropy, averaged over the sets, under the one temperature that fits all of them best.
    """
    logits = {name: logits_of(network, found.images) for name, found in sets.items()}
    errors = {name: error_rate(logits[name], found.labels) for name, found in sets.items()}
    labels = torch.cat([found.labels for found in sets.values()])
    temperature = fit_temperature(torch.cat(list(logits.values())), labels)
    losses = [F.cross_entropy(logits[name] / temperature, found.labels).item() for name, found in sets.items()]
    values = {"validation loss": sum(losses) / len(losses), "MNIST error": errors[MNIST]}
    others = [error for name, error in errors.items() if not name.startswith(MNIST)]
    return {**values, "other hands' error": sum(others) / len(others)} if others else values


def calibrated(network: MyConvNet, sets: Mapping[str, Labelled]) -> List[str]:
    """Folds the temperature common to MNIST and other hands into a network; says what it is and what error remains."""
    logits = {name: logits_of(network, found.images) for name, found in sets.items()}
    ours = [name for name in sets if name.startswith(MNIST)]
    others = [name for name in sets if name not in ours]

    def together(names: List[str]) -> Tuple[Tensor, Tensor]:
        return torch.cat([logits[name] for name in names]), torch.cat([sets[name].labels for name in names])

    groups = {name: together([name]) for name in ours}
    if others:
        groups[OTHERS] = together(others)
    temperature = common_temperature(groups)
    fold_temperature(network, temperature)
    errors = cross_fitted_errors(groups)
    return [f"temperature {temperature:.3f}"] + [
        f"{name}: expected calibration error {error:.2%}, cross-fitted" for name, error in errors.items()
    ]


def described(network: nn.Module, found: Labelled) -> str:
    """The accuracy on a set and on each of its digits, in words."""
    answers = logits_of(network, found.images).argmax(dim=1)
    right = answers == found.labels
    digits = [right[found.labels == digit].float() for digit in range(DIGITS)]
    shares = " ".join(f"{part.mean().item():.1%}" if len(part) else "–" for part in digits)
    return f"{right.float().mean().item():.2%} of {len(right)}; digits 0 to 9: {shares}"
