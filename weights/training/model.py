"""MyConvNet, the network of IBM's MAX-PyTorch-MNIST tutorial, and the scale of grey levels it is fed."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WHITE = 255  # the largest grey level of a pixel
MEAN = 0.5  # normalisation takes grey 0…255 to -1…1
DEVIATION = 0.5


class MyConvNet(nn.Module):
    """Two convolutions, each followed by ReLU and 2×2 max-pooling, and two dense layers: 3,792 parameters.

    The attribute names are the state dict's names, which every saved copy of the network relies on.
    """

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels=1, out_channels=2, kernel_size=5)
        self.conv2 = nn.Conv2d(in_channels=2, out_channels=6, kernel_size=5)
        self.fc1 = nn.Linear(in_features=6 * 4 * 4, out_features=32)
        self.fc2 = nn.Linear(in_features=32, out_features=10)

    def forward(self, images: Tensor) -> Tensor:
        """Normalised images, float32 [N, 1, 28, 28], to logits, float32 [N, 10], one per digit."""
        hidden = F.max_pool2d(F.relu(self.conv1(images)), 2)  # [N, 2, 12, 12]
        hidden = F.max_pool2d(F.relu(self.conv2(hidden)), 2)  # [N, 6, 4, 4]
        hidden = F.relu(self.fc1(hidden.flatten(start_dim=1)))  # [N, 32]
        return self.fc2(hidden)


def normalise(pixels: Tensor) -> Tensor:
    """Grey levels 0…255 of any type, [N, 28, 28], white ink on black, to float32 -1…1, [N, 1, 28, 28].

    The order of operations is that of torchvision's ToTensor and Normalize, so that the results are the same bits.
    """
    return ((pixels.to(torch.float32) / WHITE - MEAN) / DEVIATION).unsqueeze(1)
