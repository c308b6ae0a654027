"""What a run trains on and validates on: labelled images of 28×28 from several sources, each with its share.

MNIST's images come as they are published and, where other hands are added, as the service's pipeline makes them too.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

import torch
from torch import Tensor

from training.drawn import ADDITIONS
from training.idx import pairs, read_pair, write_pair
from training.pipeline import names, normalise_pictures
from training.square import SQUARES, square_digits

MNIST_COUNT = 60_000
MNIST_TRAINING = 55_000  # the first ones in the files' order; the rest validates
VALIDATION = "validation"  # is in the names of the pairs of files that are kept for it
ASIDE = 5  # one in so many of a user's own images validates
SET_ASIDE = ", set aside"
DRAWN_SEED = 2_000  # added to the run's seed
SQUARE_COUNT = 500  # of each digit


Shares = Tuple[float, float]  # of one of a student's epochs, and of one of its last


@dataclass(frozen=True)
class Mix:
    """How often, on average, an epoch takes an image of each source."""

    mnist: float = 0.5  # as published, where there are other hands; alone, once
    mnist_normalised: float = 0.5  # the same images from the service's pipeline
    hands: float = 0.5  # of the largest source of other hands; the more of smaller ones, by the root of their sizes
    flags: Shares = (0.5, 0.5)  # MNIST's 1s with flags drawn on
    bars: Shares = (0.25, 0.25)  # MNIST's 7s with bars drawn on
    squares: Shares = (0.3, 0.4)  # digits in straight lines
    feet: Shares = (0, 0.1)  # MNIST's 1s with flags and feet drawn on
    hooks: Shares = (0, 0.2)  # MNIST's 6s with hooks drawn on
    serifs: Shares = (0, 0.15)  # MNIST's 7s with serifs drawn on
    tails: Shares = (0, 0.1)  # MNIST's 9s with tails drawn on
    own_share: float = 0.1  # of an epoch: a user's images, which are few


@dataclass(frozen=True)
class Labelled:
    """Images, uint8 [N, 28, 28], grey 0 ground … 255 ink, and their digits, int64 [N]."""

    images: Tensor
    labels: Tensor

    def __getitem__(self, rows: object) -> "Labelled":
        return Labelled(self.images[rows], self.labels[rows])


@dataclass(frozen=True)
class Data:
    """Images to train on, how often an epoch takes each, float64 [N], and sets to validate on, by name."""

    training: Labelled
    weights: Tensor
    last_weights: Tensor  # the same of a student's last epochs
    validation: Dict[str, Labelled]
    own: Tensor  # bool [N]: which of the images to train on are the user's
    own_sets: List[str]  # the sets to validate on that are
    counts: Dict[str, Tuple[int, Shares]]  # of each source its images, and how often an epoch takes each

    def described(self) -> List[str]:
        """What there is, a line for each source and set."""
        sources = [
            f"trains on {name}: {count} images, each {share:.2f} times an epoch, {last:.2f} times one of the last"
            for name, (count, (share, last)) in self.counts.items()
        ]
        return sources + [f"validates on {name}: {len(found.labels)} images" for name, found in self.validation.items()]


def read(directory: Path, name: str) -> Labelled:
    images, labels = read_pair(directory, name)
    return Labelled(torch.tensor(images), torch.tensor(labels, dtype=torch.int64))


Sources = Dict[str, Tuple[Labelled, Shares]]  # images to train on, by name, and how often an epoch takes each
Sets = Dict[str, Labelled]  # images to validate on, by name


def collect(mnist: Path, hands: Optional[Path], own: Optional[Path], mix: Mix, seed: int, work: Path) -> Data:
    """Reads every source; what the pipeline makes of them goes through folders of `work` and is kept there.

    Raises OSError or ValueError where a source is missing, damaged or of another kind.
    """
    published = read(mnist, "train")
    if len(published.labels) != MNIST_COUNT:
        raise ValueError(f"{mnist}: found {len(published.labels)} training images, expected MNIST's {MNIST_COUNT}")
    training = published[:MNIST_TRAINING]
    sources: Sources = {"MNIST": (training, always(1.0 if hands is None else mix.mnist))}
    sets: Sets = {"MNIST": published[MNIST_TRAINING:]}
    if hands is not None:
        for added, aside in (mnist_normalised(mnist, mix, work), other_hands(hands, mix, work)):
            sources.update(added)
            sets.update(aside)
        sources.update(drawn(training, mix, seed, work))
    own_sets: Sets = {}
    own_count = 0
    if own is not None:
        others = sum(len(part.labels) * share for part, (share, _) in sources.values())
        added, own_sets = own_images(own, mix.own_share / (1 - mix.own_share) * others, work)
        own_count = sum(len(part.labels) for part, _ in added.values())
        sources.update(added)
        sets.update(own_sets)
    labels = torch.cat([part.labels for part, _ in sources.values()])

    def weights(last: bool) -> Tensor:
        shares = [torch.full((len(part.labels),), each[last], dtype=torch.float64) for part, each in sources.values()]
        return torch.cat(shares)

    return Data(
        Labelled(torch.cat([part.images for part, _ in sources.values()]), labels),
        weights(last=False),
        weights(last=True),
        sets,
        torch.arange(len(labels)) >= len(labels) - own_count,
        list(own_sets),
        {name: (len(part.labels), shares) for name, (part, shares) in sources.items()},
    )


def always(share: float) -> Shares:
    return share, share


def mnist_normalised(mnist: Path, mix: Mix, work: Path) -> Tuple[Sources, Sets]:
    """MNIST's images as the pipeline makes them, parted as they are published; a few may be refused."""
    name = "MNIST, normalised"
    found = pipeline(mnist, work / "mnist", ["train"])["train"]
    numbers = torch.tensor([int(number) for number in names(work / "mnist", "train")])
    trains = numbers < MNIST_TRAINING
    return {name: (found[trains], always(mix.mnist_normalised))}, {name: found[~trains]}


def other_hands(hands: Path, mix: Mix, work: Path) -> Tuple[Sources, Sets]:
    """Every pair of IDX files in a folder, to train or to validate on by its name."""
    found = pipeline(hands, work / "hands")
    sets = {name: part for name, part in found.items() if VALIDATION in name}
    training = {name: part for name, part in found.items() if name not in sets}
    most = max((len(part.labels) for part in training.values()), default=0)
    shares = {name: always(mix.hands * math.sqrt(most / len(part.labels))) for name, part in training.items()}
    return {name: (part, shares[name]) for name, part in training.items()}, sets


def drawn(published: Labelled, mix: Mix, seed: int, work: Path) -> Sources:
    """MNIST's digits with strokes that its writers hardly ever wrote, and digits in straight lines."""
    shares = {
        "1s with flags": mix.flags,
        "7s with bars": mix.bars,
        SQUARES: mix.squares,
        "1s with feet": mix.feet,
        "6s with hooks": mix.hooks,
        "7s with serifs": mix.serifs,
        "9s with tails": mix.tails,
    }
    out = work / "drawn"
    if not out.exists():
        torch.manual_seed(seed + DRAWN_SEED)
        partial = work / "drawn.partial"
        for name, (digit, add) in ADDITIONS.items():
            rows = published[published.labels == digit]
            write_pair(partial, name, add(rows.images).numpy(), rows.labels.numpy())
        images, labels = square_digits(SQUARE_COUNT)
        write_pair(partial, SQUARES, images.numpy(), labels.numpy())
        partial.rename(out)
    found = pipeline(out, work / "drawn-normalised")
    return {name: (found[name], share) for name, share in shares.items()}


def own_images(own: Path, taken: float, work: Path) -> Tuple[Sources, Sets]:
    """A user's images, one in ASIDE of them to validate on; an epoch takes `taken` of them, many times each."""
    (name, found), *more = pipeline(own, work / "own").items()
    if more or len(found.labels) < ASIDE:
        what = f"{1 + len(more)} pairs of IDX files" if more else f"{len(found.labels)} images"
        raise ValueError(f"{own}: found {what}, expected {ASIDE} or more PNG and JPEG files of digits")
    aside = torch.arange(len(found.labels)) % ASIDE == ASIDE - 1
    return {name: (found[~aside], always(taken / int((~aside).sum())))}, {name + SET_ASIDE: found[aside]}


def pipeline(images: Path, out: Path, sets: Sequence[str] = ()) -> Dict[str, Labelled]:
    """What the service's pipeline makes of a folder of pictures, by the name of each pair of files."""
    normalise_pictures(images, out, sets)
    return {name: read(out, name) for name in pairs(out)}


def take(weights: Tensor) -> Tensor:
    """The rows that one epoch takes, in random order, int64: each as often as its weight says on average.

    Systematic sampling: a row is taken once for each whole number that the sum of the weights up to it passes. So every
    epoch takes as many rows. Rows without weight draw no random numbers.
    """
    weighted = weights.nonzero().flatten()
    order = weighted[torch.randperm(len(weighted))]
    passed = (weights[order].cumsum(0) + torch.rand(1, dtype=torch.float64)).floor().long()
    rows = order.repeat_interleave(passed.diff(prepend=torch.zeros(1, dtype=torch.long)))
    return rows[torch.randperm(len(rows))][: epoch_size(weights)]


def epoch_size(weights: Tensor) -> int:
    """How many rows an epoch takes."""
    return int(weights.sum())
