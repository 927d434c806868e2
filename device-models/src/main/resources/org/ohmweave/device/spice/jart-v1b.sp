* JART VCM v1b with the variability equations. ln(N / 1e26 m^-3) and temperature in K as node voltages; the loop through
* Schottky contact, disc, plug and line is left to the simulator's own Newton iteration.
*: t0=T_0 epss=eps_s epsphib=eps_phiB phibn0=phi_Bn0 phin=phi_n mun=mu_n nmax=N_max nmin=N_min nplug=N_plug hop=a nu0=nu_0 dw=dW rth0=R_th0 sreset=s_RESET rdet=r_det rvar=r_var lcell=l_cell lvar=l_var rtiox=R_TiOx r0=R_0 rthline=R_thline alphaline=alpha_line astar=A_star z=z rs=R_s
*@frozen
Vx x 0 {ln(Ndisc_1e26m3)}
*@always
.param ar={3.141592653589793*rvar*rvar} rd={lvar/(1.602176634e-19*z*1e26*mun*ar)} rp={(lcell-lvar)/(1.602176634e-19*z*nplug*1e26*mun*ar)}
.param cb={1.602176634e-19*1.602176634e-19*1.602176634e-19*z*1e26/(8*3.141592653589793*3.141592653589793*pwr(8.8541878128e-12*epsphib,3))}
.param w1={6.62607015e-34/(4*3.141592653589793)*sqrt(z*1e26/(9.1093837015e-31*8.8541878128e-12*epss))}
.param rthset={rth0*rdet*rdet/(rvar*rvar)}
Bphi phi 0 V=({phibn0-phin}-V(te,m))>0 ? max(0,{phibn0}-sqrt(sqrt({cb}*exp(V(x))*max(0,{phibn0-phin}-V(te,m))))) : {phibn0}
Bu u 0 V={w1}*exp(0.5*V(x))/(8.617333262145179e-5*V(t))
Bi te m I=V(te,m)>0 ? {ar*astar}*V(t)*V(t)*exp(-V(phi)/(8.617333262145179e-5*V(t)))*(exp(min(300,V(te,m)/(8.617333262145179e-5*V(t))))-1) : {-ar*astar}*V(t)/8.617333262145179e-5*sqrt(3.141592653589793*{w1}*exp(0.5*V(x))*(-V(te,m)+V(phi)/(cosh(V(u))*cosh(V(u)))))*exp(-V(phi)*tanh(V(u))/({w1}*exp(0.5*V(x))))*(exp(min(300,-V(te,m)*(V(u)-tanh(V(u)))/({w1}*exp(0.5*V(x)))))-1)
Vam m m2 0
Bser m2 be V=i(Vam)*({rd}*exp(-V(x))+{rp+rtiox+rs+r0}+{r0*r0*alphaline*rthline}*i(Vam)*i(Vam))
Bcell cell 0 V=V(te,be)-i(Vam)*({rtiox+rs+r0}+{r0*r0*alphaline*rthline}*i(Vam)*i(Vam))
Bt t 0 V={t0}+{rthset}*(V(cell)>0 ? {sreset} : 1)*abs(i(Vam)*V(cell))
*@moving
Be e 0 V=V(cell)>0 ? V(cell)/{lcell} : i(Vam)*{rd/lvar}*exp(-V(x))
Bgam gam 0 V=max(-1,min(1,{z*hop/(3.141592653589793*dw)}*V(e)))
Bfl fl 0 V=V(cell)>0 ? 1-pow({nmin}*exp(-V(x)),10) : 1-pow(exp(V(x))/{nmax},10)
Bx 0 x I=-1e-12*{0.5*hop*nu0/lvar}*({nplug}*exp(-V(x))+1)*V(fl)*exp({-dw}*(sqrt(1-V(gam)*V(gam))+V(gam)*asin(V(gam)))/(8.617333262145179e-5*V(t)))*2*sinh({0.5*z*hop}*V(e)/(8.617333262145179e-5*V(t)))
Cx x 0 1p ic={ln(Ndisc_1e26m3)}
