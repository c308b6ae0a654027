/** The weights, row by row: each a character, so many after or before ZERO. */
const PACKED =
  "R0BC4.B;:=;>9C=9#74IK+4Z5V(5L?A9@:?>7=B@H:<:D@:?=E:=>KH6CH=DEF<6LF=;A;>F?:>E:;DD>==@;A@@;@" +
  "<@??@?>=>>=>=G=>GCESB;=FBGCH6@>A>>>@=DAA@B??>13=C;(D>[=/4=;?G=FQ'Q98A3H+JTE?CC@<JE;:CL@<4?" +
  "C<0BFF-6<;DDC:??@B2R<=8:=GJD67897<>C?5@KE4=>A??>>;>?>B;?@CB?><?DM9;EIC<CIBE;>@@;@;@K@DCI=C" +
  ">;=A>0>7D6IG>>>4BGALE;<#@08LDGAA?7>=A<DC:C>4@B=9DAA@BB:AD;:FC@<EEFF<@BDA??B>B?B?>=@>:@>???" +
  "A=??><@?<@AA>>CEDC@F9BAD?>??@7@A>:@>???=>?AB?>BFB<#>4C:DC><>49<C7O9B;,:8>@@=A@@C;B?BE?9@?E" +
  "CA;4HE<CLB;<ABCBFGDBF?F@B?>??=;@A<=B??6@A@>?<=@>;<C?>A<=>A?>EDLKF>;ADEFBAF<<?<BA:;B@<<B?>A" +
  "LCLC#$>;7<B9=IB8F&(BH=:J3C5N.=<<>>>>>A=GA:;8<CC7A@HCC27=;=CA?<?B84EA>@?EB?A<=:A=B?>=>G9@?>" +
  ">>=>A<A?<===<9.?AJE1=H<9@@G0AB=<>9B@>4?@>?@?:5;8@>P>?HGG?EACG?5:>4LG#DM+I4<;C8=<?<D;F>@@@;" +
  "=3D9;9B@72@G6@A?:I9>8<@>>C=;>G>>=BB@=G@AB=>@CB@B@;BACDA>>@B>A8?:BF;;69>B:7@C??B?@=:CDBC;<@" +
  "IC79169E?89/:G<@?D#G7;1F)PAOL>B9=<>@=B<4;BEFID:@>MG4>;7FA77IA=C><<@@ECF;:A:CBA8;@BA9A>@@;>" +
  "@@<=@<>=A>@@?HF-=F@BC@=@BB@@:==AAB:?@C:?<;B=AGD6=:ACD@0#8B=A;;L?F3I>H8,87[@@GA8;:>A5?CP?GB" +
  "FKFIBF19GOHE85ME@AC=A8<EDCI>B:@?;@9@I??@C;>@B?FA@C<=CH?;AC>IL@F:ELFJAG@76P?B<D?C=@<F8<8:?D" +
  "89;>D#@;:;BC?@?:=9M2C<A4F[>18>@@B;A??=D?A>EDC?J=??EDC<?EB?DB>C=?@>=@@B?<<?;A?=?>>@B:@?=>>;" +
  "=@?=?<@=>>>>>B>@B=@HBD>CDDFB<;<A?=AC@@??=;=<=:CAA;FEAF?E:??>;60AA8:2:6R8EW@=<=CE<<?=>9?D>8" +
  ";F?H?B<BFNB>B>HECD?EB;C?CH=?=B?<><=9;?AA89?>=>=;?AA???;<>=F@E?KB[D><F?@DHBA@=>AC=;?B@>D<:?" +
  "7F9>E':5D;?9>9=CGF;ZEGSQG>#7#C>>C;CD;@BCG69BEEBB?<;>9:QD?>CF>?=4C?C=>>9;A=B<??BB?<:9=29BBB" +
  "==CC>A@<5<>;:;>5D?DJTBD8BG=E1C=;=@?FD@B>@7=>>@A@;D#E?;<MD@?>.3?7#9EE>C@BF=A@@A>B???B<B?;CE" +
  "C@C@B;D<C>>C?BDB==E::@=@@@=@@>>?>@?@=B;=>@A?>@>=<@>>@@???BB?9D@@CA@;;?DDF@=?=?;A>A<>??;<>=" +
  "FDD@-637D;F=<H@7.*#ID;4=5@8DE=>=>==>??>=>>CEB@8:>A>=?=;FF;@BA<=8C<9;;>>??=?@?@B@??@<?;=@=>" +
  "=>=<;@?>?>?>=B<>><:J@@=2=?;C?>>@A@=?@=A=>A?>A";

const ZERO = "?".charCodeAt(0);

/** What 1 stands for in the weights of each row, and what is added to its sum. */
export const UNITS = [
  0.04921, 0.02384, 0.03978, 0.03627, 0.02709, 0.03161, 0.02812, 0.02181, 0.05216, 0.03847, 0.0271,
  0.0585, 0.046,
];
export const BIASES = [
  -0.2718, 1.013, -0.6192, 0.6333, 1.265, -1.767, -0.01931, -2.342, 1.183, 0.776, 0.7316, -0.4208,
  1.878,
];

/** Whether a row speaks for a digit or against it. */
export const SIGNS = [1, -1, -1, -1, 1, -1, 1, 1, -1, -1, -1, -1, 1];

/** Of the network that worth.ts computes, [13][135], row-major; the room's README says how they were fitted. */
export const WEIGHTS = Int8Array.from(PACKED, (char) => char.charCodeAt(0) - ZERO);
