* Pickett's tunnel barrier (TiO2). Barrier width in nm as a node voltage.
*: phi0=phi_0 perm=k area=A rs=R_s foff=f_off ioff=i_off aoff=a_off fon=f_on ion=i_on aon=a_on b=b wc=w_c wmin=w_min
*@series
Rs te d {rs}
*@direct
Vd te d 0
*@frozen
Vw w 0 {w_nm}
*@always
.param lm={1.602176634e-19*0.6931471805599453/(8*3.141592653589793*perm*8.8541878128e-12)*1e9} w1={1.2*lm/phi0}
.param j0={1.602176634e-19*1.602176634e-19*area*1e18/(2*3.141592653589793*6.62607015e-34)}
.param kd={4*3.141592653589793*sqrt(2*9.1093837015e-31*1.602176634e-19)/6.62607015e-34*1e-9}
Bdw dw 0 V=V(w)-{9.2*lm}/({3*phi0}+{4*lm}/V(w)-2*abs(V(d,be)))
Bphi phi 0 V={phi0}-abs(V(d,be))*({2*w1}+V(dw))/(2*V(w))-{1.15*lm}/V(dw)*ln(({w1}+V(dw))*(V(w)-{w1})/({w1}*(V(w)-{w1}-V(dw))))
Bcur cur 0 V={j0}/(V(dw)*V(dw))*(V(phi)*exp({-kd}*V(dw)*sqrt(max(0,V(phi))))-(V(phi)+abs(V(d,be)))*exp({-kd}*V(dw)*sqrt(max(0,V(phi)+abs(V(d,be))))))
Bi d be I=V(d,be)>0 ? V(cur) : -V(cur)
*@moving
Brate rate 0 V=V(d,be)>0 ? {foff}*0.5*(exp(V(cur)/{ioff}-exp(min(300,(V(w)-{aoff*1e9})/{wc*1e9}-V(cur)/{b}))-V(w)/{wc*1e9})-exp(-V(cur)/{ioff}-exp(min(300,(V(w)-{aoff*1e9})/{wc*1e9}-V(cur)/{b}))-V(w)/{wc*1e9})) : -{fon}*0.5*(exp(min(300,V(cur)/{ion}-exp(min(300,({aon*1e9}-V(w))/{wc*1e9}-V(cur)/{b}))-V(w)/{wc*1e9}))-exp(-V(cur)/{ion}-exp(min(300,({aon*1e9}-V(w))/{wc*1e9}-V(cur)/{b}))-V(w)/{wc*1e9}))
Bw 0 w I=(V(w)<={wmin*1e9} && V(rate)<0) ? 0 : V(rate)*1e-3
Cw w 0 1p ic={w_nm}
