"""`/usr/bin/python3 test/bench/http/flask_server.py PORT`: the seed's pipeline as the seed serves it.

Flask's own server, Pillow, torchvision's ToTensor and Normalize, PyTorch on one thread, with this project's
weights. It logs a line a request and records gradients, as the seed does, and takes a raw body too, which the
seed does not. `npm run bench:http` puts load on it.
"""

import io
import logging
import sys
from pathlib import Path

import torch
from flask import Flask, jsonify, request
from PIL import Image
from torchvision import transforms

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "weights"))

from training import safetensors_file  # noqa: E402
from training.model import MyConvNet  # noqa: E402

WEIGHTS = Path(__file__).resolve().parents[3] / "weights" / "mnist-classifier.safetensors"

torch.set_num_threads(1)
net = MyConvNet()
tensors, _ = safetensors_file.read(WEIGHTS)
net.load_state_dict({name: torch.from_numpy(values.copy()) for name, values in tensors.items()})
net.eval()
transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])

app = Flask(__name__)


@app.get("/health")
def health():
    return jsonify(status="ok")


@app.post("/model/predict")
def predict():
    upload = request.files.get("image")
    body = upload.read() if upload else request.get_data()
    with Image.open(io.BytesIO(body)) as image:
        pixels = transform(image)[None]
    probability, digit = torch.max(net(pixels), dim=1)
    return jsonify(status="ok", predictions=[{"prediction": int(digit), "probability": float(probability)}])


app.run("127.0.0.1", int(sys.argv[1]))
