import type { Range } from "../../chance.ts";

/** Colours of things, one list for each kind of thing. */
export const WHITE = "#ffffff";
export const BLACK = "#000000";
export const PAPER = ["#fdfdfb", "#f4f2ea", "#ebebeb", "#fbf8f0"];
export const NOTE = ["#fff27a", "#ffd1e8", "#b8f0c0", "#bfe3ff"];
export const DESK = ["#3d3733", "#5a4030", "#2b2f36", "#46505a", "#6b4a2f"];
export const WOOD = ["#8a5a34", "#a06c3f", "#6e4426"];
export const LIGHT_WOOD = ["#c79a63", "#d8b07a"];
export const DARK_PAGE = ["#1a1c1e", "#121212", "#202124", "#282c34"];
export const GREY_PAGE = ["#9a9a9a", "#c8ccd0", "#e4e6e9"];
export const BOARD = ["#2f3b33", "#2b2b2b", "#24403a"];
export const ACCENT = ["#007aff", "#34a853", "#6200ee", "#ea4335"];
export const INK = ["#101010", "#1b1f2a", "#20242c", "#1a237e"];
export const CHALK = ["#f0f0ec", "#e6e6dc"];
export const BLUE_RULE = ["#6f93cc", "#88a9d8", "#9db8dc"];
export const RED_RULE = ["#d65656", "#e07a7a"];

/** Widths of lines, as shares of the digit's height. */
export const HAIR: Range = [0.02, 0.035];
export const THIN: Range = [0.04, 0.07];
export const BOLD: Range = [0.15, 0.19];

/** The height of a digit that has its ground to itself, as a share of it. */
export const LARGE: Range = [0.6, 0.8];
export const SMALL: Range = [0.25, 0.4];
