* Stanford-PKU filament, variant with a hard field threshold: static current only.
*: i0=I0 g0=g0 v0=V0 rs=R_s
*@series
Rs te d {rs}
*@direct
Vd te d 0
*@frozen
Vgap gap 0 {gap_m*1e9}
Bi d be I={i0}*exp(-V(gap)/{g0*1e9})*sinh(V(d,be)/{v0})
