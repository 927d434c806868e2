* Pickett's tunnel barrier (TiO2). Barrier width in nm as a node voltage.
*: phi0=phi_0 perm=k area=A rs=R_s foff=f_off ioff=i_off aoff=a_off fon=f_on ion=i_on aon=a_on b=b wc=w_c wmin=w_min
*@series
Rs te d {rs}
*@direct
Vd te d 0
*@always
.param pi=3.141592653589793 q=1.602176634e-19 h=6.62607015e-34
.param lm={q*0.6931471805599453e9/(8*pi*perm*8.8541878128e-12)} w1={1.2*lm/phi0} lm9={9.2*lm} lm4={4*lm} lmi={1.15*lm} phi3={3*phi0} w12={2*w1}
.param j0={q*q*area*1e18/(2*pi*h)} kd={4e-9*pi*sqrt(2*9.1093837015e-31*q)/h}
Bdw dw 0 V=V(w)-{lm9}/({phi3}+{lm4}/V(w)-2*abs(V(d,be)))
Bphi phi 0 V={phi0}-abs(V(d,be))*({w12}+V(dw))/(2*V(w))-{lmi}/V(dw)*ln(max(1e-30,({w1}+V(dw))*(V(w)-{w1})/({w1}*(V(w)-{w1}-V(dw)))))
Bcur cur 0 V={j0}/(V(dw)*V(dw))*(V(phi)*exp(-{kd}*V(dw)*sqrt(max(0,V(phi))))-(V(phi)+abs(V(d,be)))*exp(-{kd}*V(dw)*sqrt(max(0,V(phi)+abs(V(d,be))))))
Bi d be I=V(d,be)>0 ? V(cur) : -V(cur)
*@frozen
Vw w 0 {w_nm}
*@moving
.param aoffnm={aoff*1e9} aonnm={aon*1e9} wcnm={wc*1e9} wminnm={wmin*1e9} foff2={0.5*foff} fon2={0.5*fon}
Boff off 0 V=-exp(min(300,(V(w)-{aoffnm})/{wcnm}-V(cur)/{b}))-V(w)/{wcnm}
Bon on 0 V=-exp(min(300,({aonnm}-V(w))/{wcnm}-V(cur)/{b}))-V(w)/{wcnm}
Brate rate 0 V=V(d,be)>0 ? {foff2}*(exp(min(300,V(off)+V(cur)/{ioff}))-exp(V(off)-V(cur)/{ioff})) : -{fon2}*(exp(min(300,V(on)+V(cur)/{ion}))-exp(V(on)-V(cur)/{ion}))
Bw 0 w I=(V(w)<={wminnm} && V(rate)<0) ? 0 : V(rate)*1e-3
Cw w 0 1p ic={w_nm}
