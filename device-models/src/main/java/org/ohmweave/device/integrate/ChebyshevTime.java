package org.ohmweave.device.integrate;

import java.util.function.DoubleUnaryOperator;
import org.ohmweave.core.ConvergenceException;

/**
 * How far an autonomous flow of one state goes in a given time. The time to cover a path is an
 * integral over it, so no step depends on the one before and nothing is stiff: the integrand, time
 * per path, is expanded in Chebyshev polynomials panel by panel, and in the last panel the
 * expansion is solved for its end.
 *
 * <p>C. W. Clenshaw, A. R. Curtis, "A method for numerical integration on an automatic computer",
 * Numerische Mathematik 2, 197-205, 1960, doi:10.1007/BF01386223. Holds workspace: one instance per
 * thread.
 */
public final class ChebyshevTime {
  private static final int MOST = 16;
  private static final double TOLERANCE = 1e-10;
  private static final double FIRST_PANEL = 0.25;
  private static final int LIMIT = 100_000;
  private static final double[] COSINE = new double[2 * MOST];

  static {
    for (int m = 0; m < COSINE.length; m++) {
      COSINE[m] = StrictMath.cos(Math.PI * m / MOST);
    }
    COSINE[MOST / 2] = 0;
    COSINE[MOST + MOST / 2] = 0;
  }

  private final double[] values = new double[MOST + 1];
  private final double[] series = new double[MOST + 2];
  private final double[] integral = new double[MOST + 2];
  private double smallest;

  /**
   * Path covered in {@code seconds}.
   *
   * @param secondsPerPath positive, smooth
   * @param whole where the path ends; nothing is asked beyond
   */
  public double pathAfter(DoubleUnaryOperator secondsPerPath, double seconds, double whole) {
    double start = 0;
    double spent = 0;
    double pace = secondsPerPath.applyAsDouble(0);
    double length = Math.min(FIRST_PANEL, Math.min(whole, 1.5 * seconds / pace));
    values[MOST] = pace;
    for (int panel = 0; panel < LIMIT; panel++) {
      int degree = expand(secondsPerPath, start, length, spent);
      if (degree == 0) {
        length *= 0.5;
        continue;
      }
      integrate(degree, length);
      double all = sum(integral, degree + 1, 1);
      if (spent + all >= seconds) {
        return start + 0.5 * length * (1 + place(seconds - spent, all, length, degree));
      }
      spent += all;
      start += length;
      if (start >= whole) {
        return whole;
      }
      values[MOST] = values[0];
      length = Math.min(whole - start, length * (degree == 4 ? 4 : degree == 8 ? 2 : 1.2));
    }
    throw new ConvergenceException("path of a device state", LIMIT, seconds - spent);
  }

  /**
   * Chebyshev series of the integrand in a panel; the value at its start is there already.
   *
   * @return its degree; 0 if the panel is too long
   */
  private int expand(DoubleUnaryOperator f, double start, double length, double spent) {
    for (int degree = 4; degree <= MOST; degree *= 2) {
      int stride = MOST / degree;
      for (int j = MOST - stride; j >= 0; j -= stride) {
        if (degree == 4 || j / stride % 2 == 1) {
          values[j] = f.applyAsDouble(start + 0.5 * length * (1 + COSINE[j]));
        }
      }
      transform(degree);
      double tail = Math.abs(series[degree]) + Math.abs(series[degree - 1]);
      if (tail <= TOLERANCE * Math.max(smallest, spent / length)) {
        return degree;
      }
    }
    return 0;
  }

  private void transform(int degree) {
    int stride = MOST / degree;
    smallest = Double.POSITIVE_INFINITY;
    for (int j = 0; j <= MOST; j += stride) {
      smallest = Math.min(smallest, values[j]);
    }
    for (int k = 0; k <= degree; k++) {
      double sum = 0.5 * (values[0] + (k % 2 == 0 ? values[MOST] : -values[MOST]));
      for (int j = 1; j < degree; j++) {
        sum += values[j * stride] * COSINE[j * k * stride % (2 * MOST)];
      }
      series[k] = 2 * sum / degree;
    }
    series[0] *= 0.5;
    series[degree] *= 0.5;
    series[degree + 1] = 0;
  }

  /** Series of the integral from the start of the panel. */
  private void integrate(int degree, double length) {
    double half = 0.5 * length;
    integral[1] = half * (series[0] - 0.5 * series[2]);
    for (int k = 2; k <= degree; k++) {
      integral[k] = half * (series[k - 1] - series[k + 1]) / (2 * k);
    }
    integral[degree + 1] = half * series[degree] / (2 * (degree + 1));
    double atStart = 0;
    for (int k = 1; k <= degree + 1; k++) {
      atStart += k % 2 == 0 ? integral[k] : -integral[k];
    }
    integral[0] = -atStart;
  }

  private static double sum(double[] c, int degree, double x) {
    double b1 = 0;
    double b2 = 0;
    for (int k = degree; k > 0; k--) {
      double b0 = c[k] + 2 * x * b1 - b2;
      b2 = b1;
      b1 = b0;
    }
    return c[0] + x * b1 - b2;
  }

  /** Where in -1..1 the integral reaches {@code seconds}; it grows from 0 to {@code all}. */
  private double place(double seconds, double all, double length, int degree) {
    double low = -1;
    double high = 1;
    double x = 2 * seconds / all - 1;
    for (int k = 0; k < 100; k++) {
      double rest = sum(integral, degree + 1, x) - seconds;
      if (rest > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = x - rest / (0.5 * length * sum(series, degree, x));
      if (!(next >= low && next <= high)) {
        next = 0.5 * (low + high);
      }
      if (Math.abs(next - x) <= 1e-15 * (1 + x)) {
        return next;
      }
      x = next;
    }
    return x;
  }
}
