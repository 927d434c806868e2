package org.ohmweave.device.hfo2;

import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.DeviceBank;

/**
 * The Schottky contact between the active electrode and the disc: thermionic emission when the
 * contact is forward biased (V &gt; 0), thermionic field emission when it is reverse biased (V &lt;
 * 0), both over a barrier that the image force lowers. Currents and voltages are magnitudes.
 *
 * <p>{@link #current} leaves the partial derivatives of the current behind.
 */
final class SchottkyContact {
  private static final double E = 1.602176634e-19;
  private static final double K = 1.380649e-23;
  private static final double H = 6.62607015e-34;
  private static final double EPS_0 = 8.8541878128e-12;
  private static final double ELECTRON_MASS = 9.1093837015e-31;
  private static final double HIGHEST_EXPONENT = 700;
  private static final double SMALL = 0.7;

  /** 2k / (2k + 1)! for k = 1, 2, ..: u cosh u - sinh u = sum of these times u^(2k + 1). */
  private static final double[] SLACK = {
    1 / 3.0,
    1 / 30.0,
    1 / 840.0,
    1 / 45360.0,
    1 / 3991680.0,
    1 / 518918400.0,
    1 / 93405312000.0,
    1 / 22230464256000.0
  };

  private double richardson;
  private double emission;
  private double barrier0;
  private double depth;
  private double loweringPerDisc;
  private double tunnellingPerRoot;

  private double lowering;
  private double w00;
  private double closed;
  private double height;
  private double heightPerPsi;

  double perVolt;
  double perKelvin;
  double perLogDisc;

  /** Takes the parameters of device {@code i}. */
  void load(DeviceBank b, int i) {
    double z = b.parameter(JartV1b.Z, i);
    richardson = b.parameter(JartV1b.A_STAR, i);
    setRadius(b.parameter(JartV1b.R_VAR, i));
    barrier0 = b.parameter(JartV1b.PHI_BN0, i);
    depth = barrier0 - b.parameter(JartV1b.PHI_N, i);
    double eps = EPS_0 * b.parameter(JartV1b.EPS_PHIB, i);
    loweringPerDisc = E * E * E * z * 1e26 / (8 * Math.PI * Math.PI * eps * eps * eps);
    tunnellingPerRoot =
        E
            * H
            / (4 * Math.PI)
            * Math.sqrt(z * 1e26 / (ELECTRON_MASS * EPS_0 * b.parameter(JartV1b.EPS_S, i)));
  }

  /** Gives the constants of the loaded device to a lane. */
  void give(ContactLanes lanes, int lane) {
    lanes.setContact(lane, emission, barrier0, depth, loweringPerDisc, tunnellingPerRoot);
  }

  /** Takes the radius of the filament in metres. */
  void setRadius(double radius) {
    emission = Math.PI * radius * radius * richardson;
  }

  /** Takes the concentration in 1e26 per cubic metre. */
  void setDisc(double disc) {
    lowering = loweringPerDisc * disc;
    w00 = tunnellingPerRoot * Math.sqrt(disc);
    double square = barrier0 * barrier0;
    closed = square * square / lowering;
  }

  /**
   * Whether a forward contact voltage lies below that of the local maximum of the forward current,
   * where the barrier rises faster than the bias; the branch that starts at zero lies there.
   */
  boolean beforePeak(double contact) {
    double psi = depth - contact;
    double cube = lowering / 256;
    if (closed < depth && cube >= closed * closed * closed) {
      return psi >= closed;
    }
    return psi > 0 && psi * psi * psi >= cube;
  }

  /** The contact voltage of that maximum. */
  double peakVolts() {
    double flat = Math.cbrt(lowering / 256);
    return depth - (closed < depth && flat >= closed ? closed : flat);
  }

  /**
   * Magnitude of the current.
   *
   * @param contact magnitude of the contact voltage; at or below zero no current flows
   */
  double current(boolean forward, double contact, double kelvin) {
    return forward ? thermionic(contact, kelvin) : fieldEmission(contact, kelvin);
  }

  private void barrier(double psi) {
    heightPerPsi = 0;
    if (psi <= 0) {
      height = barrier0;
      return;
    }
    double lowered = Math.sqrt(Math.sqrt(lowering * psi));
    if (lowered >= barrier0) {
      height = 0;
      return;
    }
    height = barrier0 - lowered;
    heightPerPsi = -0.25 * lowered / psi;
  }

  private double thermionic(double contact, double kelvin) {
    double psi = depth - contact;
    barrier(psi);
    double perThermal = E / (K * kelvin);
    double base = emission * kelvin * kelvin * Exponential.exp(-height * perThermal);
    double y = Math.min(HIGHEST_EXPONENT, contact * perThermal);
    double less = Exponential.expm1(y);
    double amps = base * less;
    double steep = base * (less + 1) * perThermal;
    perVolt = amps * perThermal * heightPerPsi + steep;
    perKelvin = (amps * (2 + height * perThermal) - steep * contact) / kelvin;
    perLogDisc = -amps * perThermal * heightPerPsi * psi;
    return amps;
  }

  private double fieldEmission(double contact, double kelvin) {
    double psi = depth + contact;
    barrier(psi);
    double u = w00 / (K * kelvin);
    double grown = Exponential.exp(u);
    double shrunk = 1 / grown;
    double sech = 2 / (grown + shrunk);
    double sech2 = sech * sech;
    double slack;
    double tanh;
    if (u < SMALL) {
      slack = slackSeries(u) * sech;
      tanh = u - slack;
    } else {
      tanh = 0.5 * (grown - shrunk) * sech;
      slack = u - tanh;
    }
    double perW = E / w00;
    double sum = contact + height * sech2;
    double base =
        emission
            * kelvin
            / K
            * Math.sqrt(Math.PI * w00 * E * sum)
            * Exponential.exp(-perW * height * tanh);
    double perContact = perW * slack;
    double y = contact * perContact;
    double less = Exponential.expm1(Math.min(HIGHEST_EXPONENT, y));
    double amps = base * less;
    double steep = base * (less + 1);
    double half = 0.5 / sum;
    double perHeight = half * sech2 - perW * tanh;
    perVolt = amps * (half + heightPerPsi * perHeight) + steep * perContact;
    double perU =
        -amps * height * sech2 * (2 * half * tanh + perW) + steep * contact * perW * tanh * tanh;
    perKelvin = (amps - perU * u) / kelvin;
    perLogDisc =
        amps * (0.25 + heightPerPsi * psi * perHeight + 0.5 * perW * height * tanh)
            - 0.5 * steep * y
            + 0.5 * perU * u;
    return amps;
  }

  private static double slackSeries(double u) {
    double u2 = u * u;
    double sum = SLACK[SLACK.length - 1];
    for (int k = SLACK.length - 2; k >= 0; k--) {
      sum = sum * u2 + SLACK[k];
    }
    return sum * u2 * u;
  }
}
