* Stanford-PKU filament, variant with thermal state. Gap in nm, temperature in K as node voltages.
*: i0=I0 g0=g0 v0=V0 vel0=Vel0 gam0=gamma0 beta=beta a0=a0 len=L eag=Eag ear=Ear gmin=gap_min gmax=gap_max t0=T0 cth=C_th tau=tau_th rs=R_s
*@series
Rs te d {rs}
*@direct
Vd te d 0
*@always
.param g0nm={g0*1e9} gapnm={gap_m*1e9} gminnm={gmin*1e9} gmaxnm={gmax*1e9} aol={a0/len} kq=8.617333262145179e-5
Bi d be I={i0}*exp(-V(gap)/{g0nm})*sinh(V(d,be)/{v0})
*@frozen
Vgap gap 0 {gapnm}
Vtemp t 0 {T_K}
*@moving
Bf f 0 V=({gam0}-{beta}*V(gap)*V(gap)*V(gap))*{aol}*V(d,be)
Bv rate 0 V=-{vel0}*(exp((V(f)-{eag})/({kq}*V(t)))-exp((-V(f)-{ear})/({kq}*V(t))))
Bgap 0 gap I=((V(gap)<={gminnm} && V(rate)<0) || (V(gap)>={gmaxnm} && V(rate)>0)) ? 0 : V(rate)*1e-3
Cgap gap 0 1p ic={gapnm}
Btemp 0 t I=(abs(V(d,be)*{i0}*exp(-V(gap)/{g0nm})*sinh(V(d,be)/{v0}))/{cth}-(V(t)-{t0})/{tau})*1e-15
Ctemp t 0 1f ic={T_K}
