/** The weights, row by row: each a character, so many after or before ZERO. */
const PACKED =
  "U4BB:'?87@7@:E=PA<'LR(6[#<;3J<B8@6>:8<CAD??;B?3A=CE>=KL::A6;AH;CID?;A<=FD=>B;?FAAA=@>BA@;=" +
  "9@>=A@=><>>A>A=EFH?@;A=C?MC9@><?=@<@>B??>@?@?DAA<9#@4W;QC>@>2:HHSABE8)-<YFF=A?;@>=<AG;@73@" +
  "D?2@AKD;CAFDA=GJ>BKFEF5<@@CE<E;@<?@:9;<841>?@C<;?<?;<:A@?=B??KAGU7>BL>@>BA:A@;?@E@@B;>>BB<" +
  "6>?DH#5+97CK?:<H:JUUFDC,G)J#6ABA>??AABI?B@@>FF5>??6EE<FD@6:;3:>H8;G=AA?8@DC=BEA9@A@;=@C=?@" +
  "@?A?@?A==DC@?5A<FAE5;FA<BG@8A9<>?=?>D;<A=ABB><>A?B#?;E;@?>?>>?BG8CA@57B@DLA??A<B=A>C?A<>=E" +
  "?F>BCD<?BE?AA@@AEACDB>A=A??A>@?A?>@A?=;???>?=?>=>=>>??=??>>>BACBH<@=EC@D@C?<??=>>>>@?>>A?@" +
  "FJC>3(=;79TN=H@;2.*?Z8#O3Q-.LG>?>C>D?CG=B;?GC@>A;DG7I:,CA>=B?<::==C=?=?<BD@@C<=;@=@;=8@?>=" +
  "@??==>B?;@>?=8A699?K>7B8<?=<<?>>A>?@C@@>??@??GCF@2(>A88=.=I?D3+*?>C23##JMT:@>=A;7;C;>=AF@D" +
  "AE8=@B9@CHLEB:D;6=1C49=:AB@A<>?=>D?>><;?@;;<>B?<=?A<>B>>>>G;7EI?:=H8.B9@>8B?AA;@@@=@==:>;B" +
  "LIVA0L*@B+H0>@>,C=9##+C-8[K[W5D8:7BMBA<?A3D@:C==EE8B:/514BFQP8B@DB;BA@<<4==8>?/?C?86<H?A>@" +
  "D@><EBA;A>?8<M>GF8R3:J8CFG<8D@>A>@<<;:=E>BLB<:CB@7+A3=9HB?@?760:882<2#RNVG?=A?CE>?:BH@AGGC" +
  "=C6@AH>@JI>:GI8H?D@KB@JBA=<>C@;;@;;:<B;??>=?9;C<>=B?<A=<>@CBD@LCKID>?>KB<B>>:@ID=<@@=>C?<@" +
  ":?B?>#C18<KAA=A1>A;)V;G@CW51;BF?B;AB@@C8C=GCFCCD=CBABIEBCDGFAB=A>9;=?BC::?<<=<@>A=B;DA@@?;" +
  ";@>;>>>??=?>AFDDIE;JE@;BFHGEE;=>=:@@@9?@===;=QKBC+(3F59(#?NBM962NEB9=N?5C5:??<@<@=A@@LF>BN" +
  "LI1FG?@BG<MLID>???ACAD>B=BA=?;E?>BA?CCB=@?>A?@8=>@=?;AAB><KH:DF?JJ@C9C@FP?<??DF><?B=@>BAB?";

const ZERO = "?".charCodeAt(0);

/** What 1 stands for in the weights of each row, below 0 where the row speaks against a digit. */
export const UNITS = [
  0.0457, -0.0255, -0.0368, -0.0573, 0.0411, 0.0251, 0.019, -0.0414, -0.0405, 0.0251,
];

/** What is added to a row's sum. */
export const BIASES = [-0.951, -0.115, -0.394, 0.313, 1.47, 1.16, 0.661, 0.49, 1.18, -1.4];

/**
 * [10][135], row-major, fitted to the ways to cut generated numbers, as README.md has it. They belong to the
 * digit network's weights, whose features they weigh.
 */
export const WEIGHTS = Int8Array.from(PACKED, (char) => char.charCodeAt(0) - ZERO);
