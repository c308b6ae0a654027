/** The weights, row by row: each a character, so many after or before ZERO. */
const PACKED =
  "N>?A*=6=<;=:?GAIE8#M7:2O=H6IG9<;>@?=::>B=@=<>CF=CC?::D>B?B;???>C??<>@>@A=?>?@==@=@?>AB?<=D" +
  "<<:?@;>8=AF>>C>;>C<9@B>A>?>?@?>A@C=?@@@A??A=@9@I?N#H5CBDC;0:80[[)75BS?R;RE>B?>C?9=>F@SJQ+," +
  "AWO<UN89@MCB@C=DHF;E>C@B?><=<?>@<>==@C;>@E@D2N=AE:DD>R=9EE1??6;AE?BB?:;A?@==<><=:>?@?>9;;A" +
  "K?>A#;A:F5A@>C@8+463KA2D4M>C)>A@?C<<B>=-H9.QA8<EF0D<B1FB@??D@;A:3>B:?@?A@?==>C>A?@??<==ED9" +
  "#H=7D;?4?<@A>AI;?:E?=D;D9;=A7?;>>G>>?BC>;7@<B961AJ7B??FNO=8?,=8H-?R[0,A'E+@>EC?=>A9=9HA@HH" +
  "=5;M;$9?SGHE@?@>?;<7=8ABA@?@=;<;>?B?DE@>=BIBICICEMC?9C@?@?:2J:?9F>:;??>B=>BCD=>F?>7C>@>9@?" +
  "OCFA0[:=,27==F?BA#2T<:3M'RHG,B@<>=5=>=8ORM?3;<T6CKCCHG<A@<?DEC=55;D<A?A=>>@<<A>B=@=;?@<EJC" +
  "186ER94>>:?G;:B:C1>7C==;E=?AH>>>C::;@;@?:>B;B16D>K0K7TCJL=>=8G7K#CVKE&Z.'WDDB@I@A>0?5XGF-8" +
  "@=;RLNCOB@9?:>CGCADCB;?@B=?A;>?<>B>@AF?CFL931G<HF@GH=LINIFBI<D:C?;B6;@CBBB<<997>8;4;BB7=?C" +
  "M=HC.14:>;A<=I?8A;#AE@@N@B%:F9><<AC?;<?DBKI;@B?6AA4=<<2<;E=?=><B<C>>??A@AA=>A=;?=A@>@><05D" +
  "F>=DI==><;@A;::BAB=@>>>=;@??>=<>=<@A?==?A>=?@5=C7EOH6HCE>?<<B=QU5<D2F5N5F[E?B@DCDD>B3GGF=B" +
  "A>8HQNAK[QACDH@FEC@GDJACC?=><;A?BD=@A@;>>>;5;EBJBX8G>H;AGNGA2FKE;K;E:O8E?;:<8>??BA=?C@58;C" +
  "SFLB$90:?845@GAQ<;#;C<61;?:?N7?;>>?9=8>?@G<DOB=FGEF<?AEE@A>D?>;>@C>@@=@>A@=>@><B<A>?>B<9=D" +
  "8CFG8<>B;<<J?;:<@B?8:>E>@=??B??@@;=@?>>??@@:?7=E@Q#H4O>D9?9<94K[FQ;5(.I:A*EB@AB?A@?>M@FC/?" +
  "5GFF/F5=JJJ=?BAD>A><?:@ACD>A=7=?<>ACC>@??;D<F,DAEA==9E@:>BI>G6I;=:BCEDHBCC???=CB=>>A=C><A>";

const ZERO = "?".charCodeAt(0);

/** What 1 stands for in the weights of each row, below 0 where the row speaks against a digit. */
export const UNITS = [
  0.0797, -0.0269, 0.0288, -0.0288, 0.0233, -0.0239, 0.0347, -0.0264, 0.0298, -0.0339,
];

/** What is added to a row's sum. */
export const BIASES = [-1.23, 0.083, 1.08, -1.67, 1, -0.778, 1.34, -1.19, -0.424, -0.67];

/**
 * [10][135], row-major, fitted to the ways to cut generated numbers, as README.md has it. They belong to the
 * digit network's weights, whose features they weigh.
 */
export const WEIGHTS = Int8Array.from(PACKED, (char) => char.charCodeAt(0) - ZERO);
