import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWeights } from "../../../weights/parameters.ts";
import { pythonWithTorch } from "./shared.ts";

/** Saves models, good and bad, into the folder that it is given. */
const MAKE_MODELS = `
import sys, torch
sys.path.insert(0, "weights")
from training.model import MyConvNet
def save(name, change=lambda state: state, **options):
    torch.save(change(MyConvNet().state_dict()), f"{sys.argv[1]}/{name}.pt", **options)
def replace(name, tensor):
    return lambda state: {**state, name: tensor(state[name])}
save("zip")
save("legacy", _use_new_zipfile_serialization=False)
save("checkpoint", lambda state: {"state_dict": state, "epoch": 3})
for name in ("model_state_dict", "model", "net"):
    save(name, lambda state: {name: state, "epoch": 3})
def prefix(*prefixes):
    return lambda state: {"".join(prefixes) + name: tensor for name, tensor in state.items()}
save("parallel", prefix("module."))
save("compiled", prefix("_orig_mod."))
save("wrapped", prefix("module.", "_orig_mod.", "model."))
for name in ("float64", "float16", "bfloat16"):
    save(name, lambda state: {key: tensor.to(getattr(torch, name)) for key, tensor in state.items()})
save("int", lambda state: {**state, "fc2.bias": state["fc2.bias"].int()})
save("float", lambda state: {"state_dict": state, "loss": 0.1})
save("missing", lambda state: {name: state[name] for name in state if name != "fc2.bias"})
save("unknown", lambda state: {**state, "fc3.bias": state["fc2.bias"]})
save("shape", replace("fc1.weight", lambda tensor: tensor.T))
save("nan", replace("conv2.weight", lambda tensor: tensor / 0 * 0))
save("list", lambda state: list(state.values()))
open(f"{sys.argv[1]}/text.pt", "w").write("no model")
`;

const root = new URL("../../../", import.meta.url);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "models-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs weights/export.py on one of the models, which are made before the first. */
function exportModel(python: string, name: string, ...args: string[]) {
  if (!existsSync(join(folder, "text.pt"))) {
    const { stderr } = spawnSync(python, ["-c", MAKE_MODELS, folder], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
  }
  const out = join(folder, `${name}.safetensors`);
  const { status, stdout, stderr } = spawnSync(
    python,
    ["weights/export.py", join(folder, `${name}.pt`), "--out", out, ...args],
    { cwd: root, encoding: "utf8" },
  );
  return { status, stdout, stderr, out };
}

describe("weights/export.py", () => {
  const taken = ["zip", "legacy", "checkpoint", "model_state_dict", "model", "net"];
  it.for([...taken, "parallel", "compiled", "wrapped"])("exports a %s file", (name, context) => {
    const { status, stderr, out } = exportModel(pythonWithTorch(context), name);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const { metadata } = readWeights(new Uint8Array(readFileSync(out)).buffer);
    expect(metadata).toMatchObject({ name, source: "unknown", license: "unknown" });
  });

  it.for(["float64", "float16", "bfloat16"])(
    "casts %s to float32, and says so",
    (type, context) => {
      const { status, stdout, out } = exportModel(pythonWithTorch(context), type);
      expect({ status, stdout }).toEqual({
        status: 0,
        stdout: expect.stringContaining(`torch.${type} is cast to torch.float32`),
      });
      expect(readWeights(new Uint8Array(readFileSync(out)).buffer).metadata.name).toBe(type);
    },
  );

  it("takes a float beside the state dict, or names the cause and what to do", (context) => {
    const { status, stderr } = exportModel(pythonWithTorch(context), "float");
    if (status === 0) expect(stderr).toBe("");
    else expect(stderr).toMatch(/number with a fraction beside the tensors.*torch\.save\(/);
  });

  it("writes the texts that it is given, and says what has changed", (context) => {
    const python = pythonWithTorch(context);
    exportModel(python, "zip");
    const { stdout, out } = exportModel(python, "zip", "--name", "My digits", "--license", "MIT");
    expect(stdout).toMatch(/changed: name, license$/m);
    const { metadata } = readWeights(new Uint8Array(readFileSync(out)).buffer);
    expect(metadata).toMatchObject({ name: "My digits", license: "MIT" });
    expect(exportModel(python, "zip", "--name", " ").stderr).toMatch(/the name is empty/);
  });

  it.for([
    ["missing", /found no tensor fc2.bias/],
    ["unknown", /found a tensor fc3.bias/],
    ["shape", /fc1.weight: found the shape \[96, 32\], expected \[32, 96\]/],
    ["int", /fc2.bias: found torch.int32, expected torch.float32/],
    ["nan", /conv2.weight: found values that are infinite or not a number/],
    ["list", /found a list, expected a state dict/],
    ["text", /found no file of tensors/],
    ["absent", /No such file/],
  ] as const)("refuses a model with a fault: %s", ([name, message], context) => {
    const { status, stderr, out } = exportModel(pythonWithTorch(context), name);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(message) });
    expect(stderr).not.toContain("Traceback");
    expect(existsSync(out)).toBe(false);
  });
});
