/** The weights, row by row: each a character, so many after or before ZERO. */
const PACKED =
  "S3IB&=73><><@GB1SI#M5/)KIHDPM;=;>;A::@>:?DA4>GL@CEE;7A>CAB>?=>B?AC@>@=BA<?;?@@=?>?>@B@A9:A" +
  "@;@@A<A8A>B=CH@6B=<>CB@A?;?>?<=A@C>>??@?A?@>@<>C>K#E=>CA<?:?>-CF)C89<PD@G9AA@?@?>>?=B;B=3:" +
  "9J?B=D:DE3C??@=?@DA@=;@??@=<?A>=>A>>@@??@??>:;@?A8A?BE;9A@E8B=?>>=C??=>=D@>>>>@>=<??=?<???" +
  "@6<>?+ABA=3>D?B9F5OA[?<?J34=<C=B;B?<>8=;@CGBD<=:88K<J:D?@A=?C>@AB>AAA@>?AAB?=?>?@?=<>?@@@A" +
  "?<A??9<;GCG?G;:A==;CA;>>9==;9@A@@>AC?@C???>@?4BE:P*B=BCMJ=.<91G[2FI'9/WK<)CAC@ACA;7A?@L:H?" +
  "5)0DD7>5ASHD<AGC<=A5;:@AC>=A?;??@@>>BFCA>C<9=C@C@KCB=C:BCQK=?B<67@6ABE:E;>:<A>4@=C8>EA=6?A" +
  "M9A?)DA8789F=C?2<2<<D:#O)V?CF>?:=@8>=:@ICF=M?FGD@D=AA98AB>?@?>=:;A>:@>CA=>>@?=:A=>>=;<:FJ3" +
  "3@=<89??:??D,9?9?6@:8@=@BC9?A?=<A><@B>@@?:@:?4A;>Q#L8G<B??/<=*[J%@9O0)TMCQFB:@A@@C:D:YKO9=" +
  "HC:BKM=I16EADB?DDBDGEAA@B<;=;=@=;:=?A@?=?G?=8D?>B><BEIILDA:C?<5CB9D>9;??=9@>;=;<:;=>=;<?@>" +
  "M;F>//D9C<MG?A?36@#,I?FP:@$DN<>;<C?BA9A@<5GB==?4J@2HCC:=:><>=?<E<>>=>=FB@D=>?<;?=B@???>>7B" +
  "<AA7@<;=89CC&EAC@G;E5<><><E<B@;?>?==DC@8=>;@;5A;==@B9O?GB>;<D<D[;L=;;969WL8ACAE=A@DA?GAM9A" +
  "CAGLIK<BELA=?ADGDC>CEI?CA?=?><AAAA>@@A8<@CB>9@BFHQBGCF9?<LS@5B>B@A>H>HED;H==8;<@AAC?C@9>?C" +
  "SDO@#@+@;=-#BEB<2>+LC8E390G@<@A<=;?:9:=;DN2DH<;@<DFA>CQA=??AA@?<A=<@?@>>BA=>A@=????@@@B>E:" +
  "<?BI@7;FA7<GH>;=?C?7@<@@CF;CD@?=@;=>;?<C>?B<A;BDAJ#@:BA=:<9;1<NKF@5>?H@A?CF=;@=@??GE>BE=9:" +
  "9@<??G@EDU7=AB?@=F@EED>@BA>>?A>>=><A??=>@>=CC;E?D8:<=G>ABD8C?>=AD>@@EG@>=>==@@D@@=A=<=:>=>";

const ZERO = "?".charCodeAt(0);

/** What 1 stands for in the weights of each row, below 0 where the row speaks against a digit. */
export const UNITS = [
  0.0765, -0.075, 0.063, -0.038, 0.0424, -0.0405, 0.0466, -0.0481, 0.0411, -0.0608,
];

/** What is added to a row's sum. */
export const BIASES = [-1.32, 2.79, -1.16, -0.9, 1.51, 0.643, 0.754, -3.97, 0.639, 0.591];

/**
 * [10][135], row-major, fitted to the ways to cut generated numbers, as README.md has it. They belong to the
 * digit network's weights, whose features they weigh.
 */
export const WEIGHTS = Int8Array.from(PACKED, (char) => char.charCodeAt(0) - ZERO);
