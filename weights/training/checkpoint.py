"""Loads what people save of a MyConvNet with torch.save, and tells what is wrong with it."""

import pickle
from pathlib import Path
from typing import Dict, List, Mapping, Tuple

import numpy as np
import torch

from training.model import MyConvNet
from training.safetensors_file import read

STATE_DICTS = ("state_dict", "model_state_dict", "model", "net")  # names that checkpoints keep theirs under
PREFIXES = ("module.", "_orig_mod.", "model.")
CAST = (torch.float64, torch.float16, torch.bfloat16)
FLOAT_REFUSED = "Unsupported operand 71"  # pickle's BINFLOAT, which PyTorch 1.13 does not know under weights_only


def load(path: Path) -> Tuple[Dict[str, torch.Tensor], Dict[str, str]]:
    """The state dict and the metadata (empty where there is none) of a file that torch.save wrote.

    Takes a bare state dict or a dict that has one under a name of STATE_DICTS; raises ValueError for any other file.
    weights_only refuses pickles of anything but tensors and plain values; before PyTorch 2.6 it is not a full
    defence against a hostile file (CVE-2025-32434).
    """
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except (RuntimeError, pickle.UnpicklingError, EOFError, KeyError, ValueError) as error:
        if FLOAT_REFUSED in str(error):
            raise ValueError(
                f"{path}: found a number with a fraction beside the tensors, which this PyTorch ({torch.__version__}) "
                "does not load safely, expected tensors alone; save them with "
                'torch.save(checkpoint["state_dict"], …), or export with PyTorch 2'
            ) from None
        reason = str(error).rpartition("error: ")[2].partition("\n")[0] or type(error).__name__
        message = f"{path}: found no file of tensors ({reason}), expected torch.save(net.state_dict(), …)"
        raise ValueError(message) from None
    metadata: Dict[str, str] = {}
    name = next((name for name in STATE_DICTS if isinstance(content, dict) and name in content), None)
    if name is not None:
        found = content.get("metadata")
        metadata = {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
        content = content[name]
    if not isinstance(content, dict):
        raise ValueError(f"{path}: found a {type(content).__name__}, expected a state dict")
    return without_prefixes(content), metadata


def without_prefixes(state: Mapping[str, torch.Tensor]) -> Dict[str, torch.Tensor]:
    """A state dict without what DataParallel, torch.compile and enclosing modules put before all of its names."""
    state = dict(state)
    while state:
        prefix = next((prefix for prefix in PREFIXES if all(str(name).startswith(prefix) for name in state)), None)
        if prefix is None:
            break
        state = {name[len(prefix) :]: tensor for name, tensor in state.items()}
    return state


def cast(state: Mapping[str, object]) -> Tuple[Dict[str, object], List[str]]:
    """The tensors of other floating-point types as float32, and a line for each of these types."""
    types = {tensor.dtype for tensor in state.values() if isinstance(tensor, torch.Tensor)}
    others = [dtype for dtype in CAST if dtype in types]
    tensors = {
        name: tensor.float() if isinstance(tensor, torch.Tensor) and tensor.dtype in CAST else tensor
        for name, tensor in state.items()
    }
    return tensors, [f"{dtype} is cast to torch.float32" for dtype in others]


def checked(state: Mapping[str, object]) -> Dict[str, np.ndarray]:
    """The tensors of a state dict, float32 and finite, in MyConvNet's order; ValueError where they are not its own."""
    expected = MyConvNet().state_dict()
    names = ", ".join(expected)
    for name in state:
        if name not in expected:
            raise ValueError(f"found a tensor {name}, expected MyConvNet's {names}")
    for name, own in expected.items():
        if name not in state:
            raise ValueError(f"found no tensor {name}, expected MyConvNet's {names}")
        tensor = state[name]
        if not isinstance(tensor, torch.Tensor):
            raise ValueError(f"{name}: found a {type(tensor).__name__}, expected a tensor")
        if tensor.shape != own.shape:
            raise ValueError(f"{name}: found the shape {list(tensor.shape)}, expected {list(own.shape)}")
        if tensor.dtype != own.dtype:
            raise ValueError(f"{name}: found {tensor.dtype}, expected {own.dtype}")
        if not tensor.isfinite().all():
            raise ValueError(f"{name}: found values that are infinite or not a number, expected finite ones")
    return {name: state[name].detach().numpy() for name in expected}


def load_network(path: Path) -> MyConvNet:
    """The network of a .safetensors file or of one that torch.save wrote; ValueError where it is not a MyConvNet's."""
    if Path(path).suffix == ".safetensors":
        state = {name: torch.tensor(tensor) for name, tensor in read(path)[0].items()}
    else:
        state = cast(load(path)[0])[0]
    network = MyConvNet()
    try:
        network.load_state_dict({name: torch.tensor(tensor) for name, tensor in checked(state).items()})
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
    return network
