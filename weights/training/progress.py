"""Shows a run as it goes, a bar on a terminal and plain lines elsewhere, and keeps its log and its curves."""

import json
import sys
import time
from pathlib import Path
from typing import Dict, List, Mapping

WIDTH = 30  # characters of the bar

Curve = List[Dict[str, float]]  # one dict per epoch: the values of that job's report


class Progress:
    """The log file of one run, and the curve of every job that reported values.

    `values` is a file with a line for each report; a run that is resumed takes its curves up from there.
    """

    def __init__(self, log: Path, values: Path) -> None:
        self.curves: Dict[str, Curve] = {}
        for line in values.read_text("utf-8").splitlines() if values.exists() else []:
            self.remember(*json.loads(line))
        self.values = values.open("a", encoding="utf-8")
        self.log = log.open("a" if self.curves else "w", encoding="utf-8")
        self.start = self.stage_start = time.monotonic()
        self.title, self.done, self.total = "", 0, 0

    def remember(self, job: str, number: int, values: Mapping[str, float]) -> None:
        """Puts one report into the job's curve, which begins anew with the job's first step."""
        if number == 1:
            self.curves[job] = []
        self.curves.setdefault(job, []).append(dict(values))

    def stage(self, title: str, total: int) -> None:
        """Opens a stage of `total` steps, all jobs together."""
        self.title, self.done, self.total, self.stage_start = title, 0, total, time.monotonic()
        self.line(f"{title}: {total} steps")

    def step(self, job: str, number: int, values: Mapping[str, float]) -> None:
        """One step of a job of this stage is done, its `number`th; `values` are what to remember of it."""
        self.done += 1
        if values:
            self.remember(job, number, values)
            print(json.dumps([job, number, values]), file=self.values, flush=True)
        text = ", ".join(f"{name} {value:.4f}" for name, value in values.items())
        self.line(f"{job}, step {number}: {text}" if text else f"{job} done", bar=True)

    def line(self, text: str, bar: bool = False) -> None:
        """Logs a line with the seconds since the start; where `bar` is set, a terminal shows the bar instead."""
        now = time.monotonic()
        stamped = f"{now - self.start:6.0f} s  {text}"
        print(stamped, file=self.log, flush=True)
        if not (bar and sys.stderr.isatty()):
            print(stamped, file=sys.stderr, flush=True)
            return
        left = (now - self.stage_start) / self.done * (self.total - self.done)
        marks = ("#" * (WIDTH * self.done // self.total)).ljust(WIDTH, ".")
        end = "\n" if self.done == self.total else ""
        print(f"\r\033[K{self.title} [{marks}] {left:.0f} s left; {text}", end=end, file=sys.stderr, flush=True)

    def close(self) -> None:
        """Closes the files."""
        self.log.close()
        self.values.close()


def plot(curves: Mapping[str, Curve], path: Path) -> None:
    """Draws each value of the jobs over their epochs as an SVG; ImportError where matplotlib is missing."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    names = list(dict.fromkeys(name for curve in curves.values() for values in curve for name in values))
    figure, axes = pyplot.subplots(1, len(names), figsize=(5 * len(names), 4.5), squeeze=False)
    for axis, name in zip(axes[0], names):
        for job, curve in curves.items():
            axis.plot(range(1, len(curve) + 1), [values[name] for values in curve], label=job, linewidth=1)
        axis.set_title(name)
        axis.set_xlabel("epoch")
        axis.set_xscale("log")
        axis.grid(alpha=0.3)
        if "error" in name or "loss" in name:
            axis.set_yscale("log")
    axes[0][0].legend(fontsize="small")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
