* Stanford-PKU filament, variant with a hard field threshold: static current only. Gap in nm as a node voltage.
*: i0=I0 g0=g0 v0=V0 rs=R_s
*@series
Rs te d {rs}
*@direct
Vd te d 0
*@frozen
.param g0nm={g0*1e9} gapnm={gap_m*1e9}
Vgap gap 0 {gapnm}
Bi d be I={i0}*exp(-V(gap)/{g0nm})*sinh(V(d,be)/{v0})
