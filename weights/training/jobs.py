"""The jobs of a run, each for a process of its own: train a teacher, make a version of the pool, train a student.

A job has one thread, seeds its own random numbers and leaves its result in a file of the run's work folder, so
the results depend neither on how many run at once nor on whether the run was interrupted and resumed.
"""

import io
import queue
import signal
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Callable, Optional, Sequence

import torch
from torch import nn

from training.data import Data, Mix
from training.distil import StudentRecipe, train_student
from training.pool import Pool
from training.progress import Progress
from training.safetensors_file import replace_file
from training.teacher import Teacher, TeacherRecipe, train_teacher
from training.validate import summary

PROCESSES = 2
POOL_SEED = 1_000  # added to the seed and the version's number
POLL = 0.2  # seconds

_reports = None  # the queue of a worker process to the main one: (job, step, values)


@dataclass(frozen=True)
class Plan:
    """What a run does, its settings and its folders."""

    mnist: Path
    hands: Optional[Path]
    images: Optional[Path]  # a user's own
    work: Path  # of the run's own files
    mix: Mix
    seed: int
    teachers: int
    versions: int
    teacher: TeacherRecipe
    student: StudentRecipe

    def data_file(self) -> Path:
        return self.work / "data.pt"

    def data(self) -> Data:
        """What the run collected before its first job."""
        return torch.load(self.data_file())

    def teacher_file(self, number: int) -> Path:
        return self.work / f"teacher-{number}.pt"

    def student_file(self, seed: int) -> Path:
        return self.work / f"student-{seed}.pt"


def teacher_job(plan: Plan, number: int) -> None:
    """Trains teacher `number`, from 0."""
    torch.manual_seed(plan.seed + number)
    data = plan.data()

    def report(epoch: int, loss: float, network: Teacher) -> None:
        _reports.put((f"teacher {number}", epoch, {"training loss": loss, **summary(network, data.validation)}))

    save(train_teacher(data, plan.teacher, report), plan.teacher_file(number))


def version_job(plan: Plan, version: int) -> None:
    """Makes one version of the pool's images and logits."""
    teachers = []
    for number in range(plan.teachers):
        teacher = Teacher()
        teacher.load_state_dict(torch.load(plan.teacher_file(number)))
        teachers.append(teacher.to(memory_format=torch.channels_last).eval())
    images = plan.data().training.images
    pool = Pool(plan.work, plan.versions, len(images), "r+")
    torch.manual_seed(plan.seed + POOL_SEED + version)  # behind the networks, whose making draws numbers
    pool.fill(version, images, teachers, plan.teacher.max_strength)
    _reports.put((f"version {version}", 1, {}))


def student_job(plan: Plan, seed: int) -> None:
    """Trains the student of one seed."""
    torch.manual_seed(seed)
    data = plan.data()

    def report(epoch: int, loss: float, network: nn.Module) -> None:
        _reports.put((f"student {seed}", epoch, {"training loss": loss, **summary(network, data.validation)}))

    pool = Pool(plan.work, plan.versions, len(data.weights))
    save(train_student(pool, data, plan.student, report), plan.student_file(seed))


def save(network: nn.Module, path: Path) -> None:
    """Writes a network's state dict, whole or not at all."""
    buffer = io.BytesIO()
    torch.save(network.to(memory_format=torch.contiguous_format).state_dict(), buffer)
    replace_file(path, buffer.getvalue())


def run(job: Callable[[Plan, int], None], plan: Plan, numbers: Sequence[int], progress: Progress) -> None:
    """Runs a job for each of the numbers, two at a time, and passes their reports on to the progress."""
    context = get_context("spawn")
    reports = context.Queue()
    with ProcessPoolExecutor(PROCESSES, context, start_worker, (reports,)) as executor:
        futures = [executor.submit(job, plan, number) for number in numbers]
        failed = finished = False
        while not finished and not failed:
            finished = all(future.done() for future in futures)
            failed = any(future.done() and future.exception() for future in futures)
            try:
                while True:
                    progress.step(*reports.get(timeout=POLL))
            except queue.Empty:
                pass
        executor.shutdown(wait=True, cancel_futures=True)
    for future in futures:
        if not future.cancelled():
            future.result()  # raises what the job raised


def start_worker(reports: object) -> None:
    """The first thing a worker process does: one thread, the same bits from the same seed, a quiet end at Ctrl-C."""
    global _reports
    _reports = reports
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
