* JART VCM v1b with the variability equations. ln(N / 1e26 m^-3) and temperature in K as node voltages; the loop through
* Schottky contact, disc, plug and line is left to the simulator's own Newton iteration. Node vs is the contact's voltage, held
* below its current maximum (node pk): beyond it lie solutions that no sweep from rest reaches.
*: t0=T_0 epss=eps_s epsphib=eps_phiB phibn0=phi_Bn0 phin=phi_n mun=mu_n nmax=N_max nmin=N_min nplug=N_plug hop=a nu0=nu_0 dw=dW rth0=R_th0 sreset=s_RESET rdet=r_det rvar=r_var lcell=l_cell lvar=l_var rtiox=R_TiOx r0=R_0 rthline=R_thline alphaline=alpha_line astar=A_star z=z rs=R_s
*@always
.param kq=8.617333262145179e-5 q=1.602176634e-19 eps0=8.8541878128e-12 pi=3.141592653589793 lnn={ln(Ndisc_1e26m3)}
.param ar={pi*rvar*rvar} rd={lvar/(q*z*1e26*mun*ar)} rp={(lcell-lvar)/(q*z*nplug*1e26*mun*ar)}
.param eb={eps0*epsphib} cb={q*q*q*z*1e26/(8*pi*pi*eb*eb*eb)} w1={6.62607015e-34/(4*pi)*sqrt(z*1e26/(9.1093837015e-31*eps0*epss))}
.param te1={ar*astar} tf1={ar*astar/kq} wpi={pi*w1} gap={phibn0-phin} rline={r0*r0*alphaline*rthline} rfix={rtiox+rs+r0} rall={rp+rfix} phi4={phibn0*phibn0*phibn0*phibn0/cb} cb256={cb/256}
.param rthset={rth0*rdet*rdet/(rvar*rvar)}
Bv0 w 0 V=exp(0.5*V(x))
Bpk pk 0 V={gap}-(({phi4}/V(w)/V(w)<{gap} && pow({cb256}*V(w)*V(w),1/3)>={phi4}/V(w)/V(w)) ? {phi4}/V(w)/V(w) : pow({cb256}*V(w)*V(w),1/3))
Bvs vs 0 V=min(V(te,m),V(pk))
Bphi phi 0 V=V(vs)<{gap} ? max(0,{phibn0}-sqrt(sqrt({cb}*V(w)*V(w)*max(0,{gap}-V(vs))))) : {phibn0}
Bu u 0 V={w1}*V(w)/({kq}*V(t))
Bi te m I=V(te,m)>0 ? {te1}*V(t)*V(t)*exp(-V(phi)/({kq}*V(t)))*(exp(V(vs)/({kq}*V(t)))-1) : -{tf1}*V(t)*sqrt(max(0,{wpi}*V(w)*(max(0,-V(te,m))+V(phi)*(1-tanh(V(u))*tanh(V(u))))))*exp(-V(phi)*tanh(V(u))/({w1}*V(w)))*(exp(min(300,max(0,-V(te,m))*(V(u)-tanh(V(u)))/({w1}*V(w))))-1)
Vam m m2 0
Bser m2 be V=i(Vam)*({rd}/(V(w)*V(w))+{rall}+{rline}*i(Vam)*i(Vam))
Bcell cell 0 V=V(te,be)-i(Vam)*({rfix}+{rline}*i(Vam)*i(Vam))
Bt t 0 V={t0}+{rthset}*(V(te,be)>0 ? {sreset} : 1)*abs(i(Vam)*V(cell))
*@frozen
Vx x 0 {lnn}
*@moving
.param rde={rd/lvar} gz={z*hop/(pi*dw)} hk={0.5*z*hop/kq} speed={0.5e-12*hop*nu0/lvar} dwk={dw/kq}
Be e 0 V=V(te,be)>0 ? V(cell)/{lcell} : i(Vam)*{rde}/(V(w)*V(w))
Bgam gam 0 V=max(-1,min(1,{gz}*V(e)))
Bfl fl 0 V=V(te,be)>0 ? 1-pow({nmin}/(V(w)*V(w)),10) : 1-pow(V(w)*V(w)/{nmax},10)
Bx 0 x I=-{speed}*({nplug}/(V(w)*V(w))+1)*V(fl)*exp(-{dwk}*(sqrt(1-V(gam)*V(gam))+V(gam)*asin(V(gam)))/V(t))*2*sinh({hk}*V(e)/V(t))
Cx x 0 1p ic={lnn}
