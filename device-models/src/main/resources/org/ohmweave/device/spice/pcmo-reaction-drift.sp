* PCMO, self-heated space-charge-limited current with reaction-drift. ln(N / 1 m^-3) and temperature in K as node voltages;
* the series resistor is solved in closed form (node vp: voltage over the film).
*: area=A len=L epsr=eps_r mu=mu p0=p0 nv=N_V et=E_T nmin=N_min nmax=N_max ea=E_a f0=f0 hop=a rs=R_s rth=R_th cth=C_th tamb=T_amb
*@always
.param kq=8.617333262145179e-5 lnn={ln(N_m3)} lnv={ln(nv)}
.param c1={area*mu*1.602176634e-19*p0/len} c2={area*mu*1.125*epsr*8.8541878128e-12/(len*len*len)}
.param rc1={rs*c1} rc2={4*rs*c2} fns={f0*1e-9} drift={hop/(2*len*kq)} tauth={rth*cth}
Bth th 0 V=1/(1+exp(V(x)-{lnv}+{et}/({kq}*V(t))))
Bvp vp 0 V=2*V(te,be)/(1+{rc1}*V(th)+sqrt((1+{rc1}*V(th))*(1+{rc1}*V(th))+{rc2}*V(th)*abs(V(te,be))))
Bi te be I=V(th)*({c1}*V(vp)+{c2}*V(vp)*abs(V(vp)))
*@frozen
Vx x 0 {lnn}
Vtemp t 0 {T_K}
*@moving
Bk k 0 V={fns}*exp(-{ea}/({kq}*V(t)))*2*sinh({drift}*V(vp)/V(t))
Bx 0 x I=1e-3*V(k)*(V(vp)>0 ? {nmax}*exp(-V(x))-1 : 1-{nmin}*exp(-V(x)))
Cx x 0 1p ic={lnn}
Btemp 0 t I=(V(vp)*V(th)*({c1}*V(vp)+{c2}*V(vp)*abs(V(vp)))/{cth}-(V(t)-{tamb})/{tauth})*1e-12
Ctemp t 0 1p ic={T_K}
