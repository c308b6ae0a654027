"""Trains MyConvNet by distillation: python3 weights/train.py --mnist DIR --hands DIR

Teachers → a pool of distorted images with the teachers' logits → students of several seeds → the best of them →
calibration. Of MNIST's training images the first 55,000, in the files' order, train the networks, and the last 5,000
validate them; of other hands, the pairs of files that are named so validate. The test images are never opened.
With --from, given weights are tuned to more images instead.
"""

import argparse
import io
import shutil
import statistics
import sys
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Dict, List

try:
    import torch
except ImportError:
    sys.exit("train: this needs PyTorch. Debian's python3-torch belongs to /usr/bin/python3")

from training.attribution import attribution
from training.checkpoint import load_network
from training.data import Data, Mix, collect, read
from training.distil import StudentRecipe
from training.finetune import finetune
from training.idx import existing
from training.jobs import Plan, run, student_job, teacher_job, version_job
from training.model import MyConvNet
from training.pool import Pool
from training.progress import Progress, plot
from training.safetensors_file import replace_file
from training.teacher import TeacherRecipe
from training.validate import calibrated, described, summary

TEACHERS = 1
VERSIONS = 4  # of every image in the pool
SEEDS = 1
QUICK = {"teacher_epochs": 2, "versions": 2, "student_epochs": 7, "last_epochs": 1}
METADATA = {
    "id": "mnist-classifier",
    "name": "MNIST handwritten digit classifier",
    "description": "Classifies a 28 x 28 grey image of one handwritten digit with MyConvNet, a convolutional network.",
    "license": "Apache-2.0",
}


def train(plan: Plan, seeds: List[int], progress: Progress) -> None:
    """Runs the stages whose results the work folder does not hold yet; leaves the students there."""
    teachers = [number for number in range(plan.teachers) if not plan.teacher_file(number).exists()]
    students = [seed for seed in seeds if not plan.student_file(seed).exists()]
    progress.stage(f"teachers, {len(teachers)} to train", len(teachers) * plan.teacher.epochs)
    run(teacher_job, plan, teachers, progress)
    complete = plan.work / "pool-complete"
    if students and not complete.exists():
        Pool(plan.work, plan.versions, len(plan.data().weights), "w+")
        progress.stage(f"pool of {plan.versions} versions", plan.versions)
        run(version_job, plan, range(plan.versions), progress)
        complete.touch()
    epochs = plan.student.epochs + plan.student.last_epochs
    progress.stage(f"students, {len(students)} to train", len(students) * epochs)
    run(student_job, plan, students, progress)


def choose(plan: Plan, seeds: List[int], data: Data, progress: Progress) -> MyConvNet:
    """The student with the smallest validation loss, calibrated; the log gets every seed's figures."""
    networks: Dict[int, MyConvNet] = {}
    results: Dict[int, Dict[str, float]] = {}
    for seed in seeds:
        networks[seed] = MyConvNet()
        networks[seed].load_state_dict(torch.load(plan.student_file(seed)))
        results[seed] = summary(networks[seed], data.validation)
        progress.line(f"seed {seed}: " + ", ".join(f"{name} {value:.4f}" for name, value in results[seed].items()))
    for name in results[seeds[0]]:
        values = [result[name] for result in results.values()]
        spread = f", standard deviation {statistics.stdev(values):.4f}" if len(values) > 1 else ""
        progress.line(f"{len(seeds)} seeds, {name}: mean {statistics.mean(values):.4f}{spread}")
    best = min(seeds, key=lambda seed: results[seed]["validation loss"])
    progress.line(f"chosen: seed {best}")
    network = networks[best]
    for line in calibrated(network, data.validation):
        progress.line(line)
    for name, found in data.validation.items():
        progress.line(f"{name}: {described(network, found)}")
    return network


def whole_number(text: str) -> int:
    """An argument that counts: 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"found {text}, expected a whole number from 1")
    return int(text)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Trains MyConvNet on the first 55,000 training images of MNIST, and on other hands where they are "
        "given, and validates it on the last 5,000 and on what is set aside of the others.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    folder = {"type": Path, "metavar": "DIR", "default": argparse.SUPPRESS}
    parser.add_argument(
        "--mnist", required=True, **folder,
        help="the folder of train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz",
    )
    parser.add_argument(
        "--hands", **folder,
        help="a folder of further pairs of IDX files, images of any size; those named validation validate",
    )
    parser.add_argument(
        "--images", **folder,
        help="a folder of your own PNG and JPEG files, in folders named 0 to 9 or named by their digit",
    )
    parser.add_argument(
        "--from", dest="start", type=Path, metavar="FILE", default=argparse.SUPPRESS,
        help="weights, .safetensors or .pt, to tune to --images in minutes, in place of a training from the start",
    )
    parser.add_argument(
        "--out", type=Path, default=Path("build/mnist-classifier.pt"), metavar="FILE",
        help="where the network goes, for weights/export.py; training.log and training.svg go beside it",
    )
    parser.add_argument("--seed", type=whole_number, default=1, help="the first student's; everything follows from it")
    parser.add_argument("--seeds", type=whole_number, default=SEEDS, metavar="N", help="students, of which one is kept")
    parser.add_argument("--quick", action="store_true", help="a few epochs of everything, to see it work")
    parser.add_argument("--resume", action="store_true", help="go on with an interrupted run of the same options")
    parser.set_defaults(hands=None, images=None, start=None)
    options = parser.parse_args()
    if options.start and not options.images:
        parser.error("--from needs --images: the pictures to tune the weights to")
    return options


def main() -> None:
    options = arguments()
    work = options.out.parent / "training"
    plan = Plan(
        options.mnist, options.hands, options.images, work, Mix(), options.seed, TEACHERS, VERSIONS,
        TeacherRecipe(), StudentRecipe(),
    )
    count = options.seeds
    if options.quick:
        plan = replace(
            plan,
            versions=QUICK["versions"],
            teacher=TeacherRecipe(epochs=QUICK["teacher_epochs"]),
            student=StudentRecipe(epochs=QUICK["student_epochs"], last_epochs=QUICK["last_epochs"]),
        )
    if options.out.is_dir():
        raise ValueError(f"{options.out}: found a folder, expected the name of a file to write")
    start = load_network(options.start) if options.start else None
    read(options.mnist, "train")  # fails here, before anything is deleted, where MNIST is missing or damaged
    for folder in filter(None, (options.hands, options.images)):
        existing(folder)
    settings, note = f"{options.start}, {plan}\n", work / "plan"
    if not options.resume:
        shutil.rmtree(work, ignore_errors=True)
    elif note.exists() and note.read_text("utf-8") != settings:
        raise ValueError(f"{work}: found a run with other options, expected the same; leave out --resume")
    work.mkdir(parents=True, exist_ok=True)
    note.write_text(settings, "utf-8")
    seeds = list(range(options.seed, options.seed + count))

    progress = Progress(options.out.parent / "training.log", work / "values.jsonl")
    progress.line(f"seeds {seeds}, {plan}" if start is None else f"from {options.start}, {plan}")
    data = collect(options.mnist, options.hands, options.images, plan.mix, plan.seed, work)
    buffer = io.BytesIO()
    torch.save(data, buffer)
    replace_file(plan.data_file(), buffer.getvalue())
    for line in data.described():
        progress.line(line)
    if start is None:
        train(plan, seeds, progress)
        network = choose(plan, seeds, data, progress)
    else:
        network = finetune(start, data, plan.seed, progress)
    buffer = io.BytesIO()
    metadata = {**METADATA, "source": attribution(list(data.counts))}
    torch.save({"state_dict": network.state_dict(), "metadata": metadata}, buffer)
    replace_file(options.out, buffer.getvalue())
    try:
        plot(progress.curves, options.out.parent / "training.svg")
    except ImportError:
        progress.line("no training.svg: matplotlib is missing (on Debian, python3-matplotlib)")
    progress.line(f"wrote {options.out}")
    progress.close()
    shutil.rmtree(work)


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError, BrokenProcessPool) as error:
        sys.exit(f"train: {error}")
    except KeyboardInterrupt:
        sys.exit("train: interrupted; --resume goes on with it")
