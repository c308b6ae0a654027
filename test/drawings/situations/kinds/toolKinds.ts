import { blurred } from "../../styles/photograph.ts";
import { type Kind, kind } from "../Scene.ts";
import { finish, noise } from "../steps/camera.ts";
import { fill, gradient } from "../steps/grounds.ts";
import { inPrint, inSegments, pen } from "../steps/pens.ts";
import * as of from "./things.ts";

const page = fill(of.WHITE);
const paper = fill(of.PAPER);
const onPage = (colours: string | string[]) => pen(colours, { size: of.LARGE });
const FULL_HD = [1920, 1080] as const;
const PHONE = [1170, 2532] as const;

/** What a digit is written with and on, with nothing else in the picture. */
export const toolKinds: readonly Kind[] = [
  kind("plain/black on white", 240, page, onPage(of.BLACK)),
  kind("plain/white on black", 240, fill(of.BLACK), onPage(of.WHITE)),
  kind("plain/tilted", 240, page, pen(of.BLACK, { askew: 18 })),

  kind("pen/one pixel", [320, 240], page, pen(of.BLACK, { line: [0, 0], least: 1, isHard: true })),
  kind("pen/hair on a large canvas", [800, 600], page, pen(of.BLACK, { line: of.HAIR })),
  kind("pen/ballpoint", 280, paper, pen(["#1a237e", "#223a9e"], { line: of.THIN }), noise(3)),
  kind("pen/brush", 260, paper, pen(of.INK, { line: [0.1, 0.14], tip: "tapered" })),
  kind("pen/broad nib", 260, paper, pen(of.INK, { line: [0.1, 0.14], tip: "slab" })),
  kind(
    "pen/faint pencil",
    260,
    paper,
    pen(["#a8a8a4", "#b4b2ae"], { line: of.THIN, bare: 0.25 }),
    finish(blurred(1)),
    noise(2),
  ),
  kind(
    "pen/crayon",
    260,
    paper,
    pen(["#c0392b", "#2471a3", "#1e8449"], { line: [0.1, 0.15], bare: 0.35 }),
  ),
  kind(
    "pen/highlighter",
    240,
    page,
    pen(["#ffe600", "#7dff6a", "#ff8ad8"], { line: [0.12, 0.16] }),
  ),
  kind(
    "pen/translucent marker",
    240,
    paper,
    pen(["#d81b60", "#1565c0"], { line: [0.1, 0.15], opacity: 0.55 }),
  ),
  kind(
    "pen/chalk",
    240,
    fill(of.BOARD),
    pen(of.CHALK, { bare: 0.3 }),
    finish(blurred(1)),
    noise(4),
  ),
  kind(
    "pen/neon",
    240,
    fill(["#0b0b18", "#101010"]),
    pen(["#ff2bd6", "#22e0ff", "#8dff3a"], { line: [0.05, 0.08], glow: 2 }),
  ),
  kind(
    "pen/dashed",
    240,
    page,
    pen(of.BLACK, { line: [0.06, 0.08], dash: [2.2, 2], size: of.LARGE }),
  ),
  kind(
    "pen/dotted",
    240,
    page,
    pen(of.BLACK, { line: [0.06, 0.08], dash: [0.1, 1.8], size: of.LARGE }),
  ),

  kind("colour/red on green", 120, fill("#0d8a0d"), onPage("#e82020")),
  kind("colour/blue on red", 120, fill("#a02020"), onPage("#2a3fd0")),
  kind("colour/green on magenta", 160, fill("#b037b0"), onPage("#2f8f3f")),
  kind("colour/orange on cyan", 160, fill("#2eb2c4"), onPage("#d97b1e")),
  kind("colour/yellow on white", 160, page, onPage("#ffe94d")),
  kind("colour/blue on black", 160, fill(of.BLACK), onPage("#2020ff")),

  kind("faint/24 levels on white", 200, page, pen("#e7e7e7", { line: of.THIN })),
  kind("faint/16 levels on white", 200, page, pen("#efefef", { line: of.THIN })),
  kind("faint/9 levels on white", 200, page, pen("#f6f6f6", { line: of.THIN })),
  kind("faint/12 levels on black", 200, fill(of.BLACK), pen("#0c0c0c", { line: of.THIN })),
  kind("faint/10 levels on grey", 200, fill("#808080"), pen("#8a8a8a")),

  kind("clear/black", 240, onPage(of.BLACK)),
  kind("clear/white", 240, onPage(of.WHITE)),
  kind("clear/red", [300, 150], onPage(["#e01818", "#c02060"])),
  kind("clear/blue, bold", 280, pen(["#1030e0", "#0080ff"], { line: of.BOLD, size: of.LARGE })),
  kind("clear/green, thin", 200, pen(["#0a7a20", "#20c040"], { line: of.THIN })),
  kind("clear/grey", 160, onPage(["#808080", "#a0a0a0"])),

  kind("size/40 pixels", 40, page, pen(of.BLACK)),
  kind("size/full-HD canvas", FULL_HD, page, pen(of.BLACK, { size: of.SMALL, line: of.THIN })),
  kind(
    "size/phone's screenshot",
    PHONE,
    page,
    pen(of.BLACK, { size: [0.12, 0.25], line: of.THIN }),
  ),
  kind("size/retina canvas", 1120, page, pen(of.BLACK, { line: of.THIN })),
  kind(
    "size/tiny on a large canvas",
    [640, 480],
    page,
    pen(of.BLACK, { size: [0.1, 0.16], astray: 1 }),
  ),

  kind("screen/dark mode", [300, 240], fill(of.DARK_PAGE), pen(["#e8eaed", "#bb86fc", "#03dac6"])),
  kind(
    "screen/seven segments",
    [160, 240],
    fill(["#1a0505", "#101010"]),
    inSegments,
    pen(["#ff3020", "#30ff60"], { size: of.LARGE }),
  ),
  kind(
    "screen/liquid crystal",
    [160, 240],
    fill(["#b8c4a0", "#a8b890"]),
    inSegments,
    pen("#20281c", { size: of.LARGE }),
  ),
  kind(
    "screen/gradient behind",
    240,
    gradient(["#1d2b64", "#42275a"], ["#734b6d", "#23074d"]),
    pen(of.WHITE),
  ),

  kind("print/sans", 160, page, inPrint, pen(of.BLACK, { line: [0.1, 0.13] })),
  kind("print/bold", 160, page, inPrint, pen(of.BLACK, { line: [0.16, 0.19] })),
  kind(
    "print/light, scanned",
    240,
    paper,
    inPrint,
    pen(of.INK, { line: of.THIN }),
    finish(blurred(1)),
    noise(3),
  ),
  kind("print/door sign", 240, fill(of.ACCENT), inPrint, pen(of.WHITE, { line: [0.12, 0.16] })),
];
