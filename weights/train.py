"""Trains MyConvNet on MNIST by distillation: python3 weights/train.py --mnist DIR

Teachers → a pool of distorted images with the teachers' logits → students of several seeds → the best of them →
calibration. The first 55,000 training images, in the files' order, train the networks, and the last 5,000
validate them and make every choice. The test images are never opened.
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

import torch

from training.calibrate import calibration_error, cross_fitted_error, fit_temperature, fold_temperature
from training.distil import StudentRecipe
from training.jobs import TRAINING_IMAGES, Plan, data, run, student_job, teacher_job, validation, version_job
from training.model import MyConvNet, normalise
from training.pool import Pool
from training.progress import Progress, plot
from training.safetensors_file import replace_file
from training.teacher import TeacherRecipe

TEACHERS = 2
VERSIONS = 16  # of every image in the pool
SEEDS = 6
QUICK = {"teachers": 1, "teacher_epochs": 2, "versions": 3, "seeds": 2, "student_epochs": 10}
METADATA = {
    "id": "mnist-classifier",
    "name": "MNIST handwritten digit classifier",
    "description": "Classifies a 28 x 28 grey image of one handwritten digit with MyConvNet, a convolutional network.",
    "source": "Trained by this project's weights/train.py on MNIST (http://yann.lecun.com/exdb/mnist/)",
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
        Pool(plan.work, plan.versions, TRAINING_IMAGES, "w+")
        progress.stage(f"pool of {plan.versions} versions", plan.versions)
        run(version_job, plan, range(plan.versions), progress)
        complete.touch()
    progress.stage(f"students, {len(students)} to train", len(students) * plan.student.epochs)
    run(student_job, plan, students, progress)


def choose(plan: Plan, seeds: List[int], progress: Progress) -> MyConvNet:
    """The student with the smallest validation loss, calibrated; the log gets every seed's figures."""
    images, labels = (part[TRAINING_IMAGES:] for part in data(plan.mnist))
    networks: Dict[int, MyConvNet] = {}
    results: Dict[int, Dict[str, float]] = {}
    for seed in seeds:
        networks[seed] = MyConvNet()
        networks[seed].load_state_dict(torch.load(plan.student_file(seed)))
        results[seed] = validation(networks[seed], images, labels)
        accuracy, loss = 1 - results[seed]["validation error"], results[seed]["validation loss"]
        progress.line(f"seed {seed}: validation accuracy {accuracy:.2%}, loss {loss:.4f}")
    shares = [1 - result["validation error"] for result in results.values()]
    spread = f", standard deviation {100 * statistics.stdev(shares):.2f} points" if len(shares) > 1 else ""
    extremes = f"{min(shares):.2%} to {max(shares):.2%}"
    progress.line(f"{len(seeds)} seeds: mean {statistics.mean(shares):.2%}{spread}, {extremes}")
    best = min(seeds, key=lambda seed: results[seed]["validation loss"])
    network = networks[best]
    with torch.no_grad():
        logits = network(normalise(images))
    temperature = fit_temperature(logits, labels)
    fold_temperature(network, temperature)
    before, after = calibration_error(logits, labels), cross_fitted_error(logits, labels)
    progress.line(f"chosen: seed {best}, validation accuracy {1 - results[best]['validation error']:.2%}")
    progress.line(f"calibration error: {before:.2%} before, {after:.2%} cross-fitted; temperature {temperature:.3f}")
    return network


def whole_number(text: str) -> int:
    """An argument that counts: 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"found {text}, expected a whole number from 1")
    return int(text)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Trains MyConvNet on the first 55,000 training images of MNIST and validates it on the last 5,000.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument(
        "--mnist", type=Path, required=True, metavar="DIR", default=argparse.SUPPRESS,
        help="the folder of train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz",
    )
    parser.add_argument(
        "--out", type=Path, default=Path("build/mnist-classifier.pt"), metavar="FILE",
        help="where the network goes, for weights/export.py; training.log and training.svg go beside it",
    )
    parser.add_argument("--seed", type=whole_number, default=1, help="the first student's; everything follows from it")
    parser.add_argument("--seeds", type=whole_number, default=SEEDS, metavar="N", help="students, of which one is kept")
    parser.add_argument("--quick", action="store_true", help="a few epochs of everything, to see it work")
    parser.add_argument("--resume", action="store_true", help="go on with an interrupted run of the same options")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    work = options.out.parent / "training"
    plan = Plan(options.mnist, work, options.seed, TEACHERS, VERSIONS, TeacherRecipe(), StudentRecipe())
    count = options.seeds
    if options.quick:
        plan = replace(
            plan,
            teachers=QUICK["teachers"],
            versions=QUICK["versions"],
            teacher=TeacherRecipe(epochs=QUICK["teacher_epochs"]),
            student=StudentRecipe(epochs=QUICK["student_epochs"]),
        )
        count = min(count, QUICK["seeds"])
    if options.out.is_dir():
        raise ValueError(f"{options.out}: found a folder, expected the name of a file to write")
    data(options.mnist)  # fails here, before anything is deleted, where MNIST is missing or damaged
    settings, note = f"{plan}\n", work / "plan"
    if not options.resume:
        shutil.rmtree(work, ignore_errors=True)
    elif note.exists() and note.read_text("utf-8") != settings:
        raise ValueError(f"{work}: found a run with other options, expected the same; leave out --resume")
    work.mkdir(parents=True, exist_ok=True)
    note.write_text(settings, "utf-8")
    seeds = list(range(options.seed, options.seed + count))

    progress = Progress(options.out.parent / "training.log", work / "values.jsonl")
    progress.line(f"seeds {seeds}, {plan}")
    train(plan, seeds, progress)
    network = choose(plan, seeds, progress)
    buffer = io.BytesIO()
    torch.save({"state_dict": network.state_dict(), "metadata": METADATA}, buffer)
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
