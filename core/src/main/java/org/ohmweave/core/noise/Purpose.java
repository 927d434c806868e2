package org.ohmweave.core.noise;

/**
 * A stream of random numbers with addresses. Every (site, event) owns one Philox counter, of which
 * a call consumes a fixed share; asking twice gives the same number, asking in bulk gives the same
 * numbers as asking one by one. A site is the global index of a device or line; an event counts
 * pulses, reads or steps.
 */
public final class Purpose {
  private static final double UNIT = 0x1.0p-53;
  private final long key;

  Purpose(long key) {
    this.key = key;
  }

  /** Uniform on the open interval (0, 1). */
  public double uniform(long site, long event) {
    return open(Philox4x32.firstHalf(site, event, key));
  }

  /** A second uniform of the same address, independent of {@link #uniform}. */
  public double secondUniform(long site, long event) {
    return open(Philox4x32.secondHalf(site, event, key));
  }

  /** Standard normal (Box-Muller, cosine branch). */
  public double gaussian(long site, long event) {
    return radius(site, event) * StrictMath.cos(angle(site, event));
  }

  /**
   * A second standard normal of the same address (sine branch), independent of {@link #gaussian}.
   */
  public double secondGaussian(long site, long event) {
    return radius(site, event) * StrictMath.sin(angle(site, event));
  }

  /** Uniform integer in 0 .. bound - 1 (bias below bound / 2^53). */
  public int below(int bound, long site, long event) {
    return (int) (uniform(site, event) * bound);
  }

  /**
   * Standard normals of sites {@code firstSite + from .. firstSite + to - 1} into {@code out[from
   * .. to - 1]}.
   */
  public void gaussians(long firstSite, long event, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = gaussian(firstSite + i, event);
    }
  }

  /**
   * Uniforms of sites {@code firstSite + from .. firstSite + to - 1} into {@code out[from .. to -
   * 1]}.
   */
  public void uniforms(long firstSite, long event, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = uniform(firstSite + i, event);
    }
  }

  private double radius(long site, long event) {
    return Math.sqrt(-2 * StrictMath.log(uniform(site, event)));
  }

  private double angle(long site, long event) {
    return 2 * Math.PI * secondUniform(site, event);
  }

  private static double open(long bits) {
    return ((bits >>> 12) + 0.5) * (2 * UNIT);
  }
}
