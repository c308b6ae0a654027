import { BLACK, HAIR, INK, PAPER, WHITE } from "../../situations/kinds/things.ts";
import { fill } from "../../situations/steps/grounds.ts";
import { type NumberKind, numberKind } from "../NumberScene.ts";
import { write } from "../steps/write.ts";
import { like } from "../texts.ts";

const page = fill(WHITE);
const paper = fill(PAPER);

/** Signs between digits; only the digits are due. */
export const signKinds: readonly NumberKind[] = [
  sign("decimal point", ["#.##", "##.#", "##.##", "###.##"]),
  sign("decimal comma", ["#,##", "##,#", "##,##", "###,##"]),
  sign("thousands", ["#,###", "##,###.##", "#.###,##", "#,###,###"]),
  sign("telephone", ["###-####", "###-###-####", "(###) ###-####", "+## ### ######", "####/#####"]),
  sign("date", ["##/##/####", "##.##.####", "####-##-##", "#/#/##"]),
  sign("time", ["##:##", "#:##", "##:##:##"]),
  sign("plus", ["#+#", "##+##", "###+###", "#+#+#"]),
  sign("minus", ["#-#", "##-#", "###-##", "-##"]),
  sign("equals", ["#+#=#", "##-#=##", "#=#", "##+##=###"]),
  sign("times and divided by", ["#×#", "##×#", "##÷#", "##:#"]),
  sign("brackets", ["(##)", "(#+#)×#", "##(#)", "#-(##)"]),
  sign("dash, page number", ["-#-", "-##-", "- ## -"]),
  numberKind(
    "sign/sum, by mouse",
    [900, 500],
    page,
    write(BLACK, like(["##+##", "###+###", "###-##", "#+#=##", "##×#"]), {
      line: HAIR,
      heights: 0.12,
      bounce: 0.08,
      size: [0.15, 0.3],
      astray: 0.8,
    }),
  ),
  numberKind(
    "sign/rows of sums",
    [700, 560],
    paper,
    write(INK, like(["##+##=###", "##-##=##", "#×##=##", "###:#=##"], [3, 5])),
  ),
  numberKind(
    "sign/rows of prices",
    [480, 560],
    paper,
    write(INK, like(["#.##", "##.##", "###.##"], [3, 6])),
  ),
];

function sign(name: string, forms: readonly string[]): NumberKind {
  return numberKind(`sign/${name}`, [640, 180], page, write(BLACK, like(forms)));
}
