"""Names the people and the licences behind what a network was trained on."""

from typing import Sequence

from training.drawn import ADDITIONS
from training.square import SQUARES

SOURCES = {
    "MNIST": "MNIST (http://yann.lecun.com/exdb/mnist/)",
    "swiss": "kensanata/numbers (https://github.com/kensanata/numbers, public domain), as bundled in "
    "braeunlich/anagnostes (Apache-2.0)",
    "optdigits": "UCI Optical Recognition of Handwritten Digits (Alpaydin, Kaynak 1998, "
    "https://doi.org/10.24432/C50P49, CC BY 4.0)",
    "pendigits": "UCI Pen-Based Recognition of Handwritten Digits (Alpaydin, Alimoglu 1996, "
    "https://doi.org/10.24432/C5MG6K, CC BY 4.0)",
    "german": "niklashenning/hwd-1000-dataset (https://github.com/niklashenning/hwd-1000-dataset, MIT)",
    "students": "kitonjicsm/digit-eye (https://github.com/kitonjicsm/digit-eye, MIT)",
}
DRAWN = (*ADDITIONS, SQUARES)  # by this project, some on MNIST's own digits


def attribution(names: Sequence[str]) -> str:
    """A sentence for the weights' metadata; `names` are those of the sources, as data.py has them."""
    keys = [name.partition(",")[0].partition("-train")[0] for name in names if name not in DRAWN]
    texts = list(dict.fromkeys(SOURCES.get(key, key) for key in keys))
    return "Trained by this project's weights/train.py on " + "; ".join(texts)
