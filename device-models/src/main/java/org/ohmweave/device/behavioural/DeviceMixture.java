package org.ohmweave.device.behavioural;

import org.ohmweave.core.noise.Purpose;

/**
 * A Gaussian mixture of devices. Each device belongs to one component; averaging the components
 * would lose most of the outliers and part of the variance.
 */
final class DeviceMixture {
  private final double[] weights;
  private final double[][] means;
  private final double[][] roots;
  private final double total;

  /** Means and row-major lower triangular roots, one per component. */
  DeviceMixture(double[] weights, double[][] means, double[][] roots) {
    this.weights = weights;
    this.means = means;
    this.roots = roots;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    this.total = sum;
  }

  /** Which component a device belongs to. */
  int component(Purpose purpose, long site) {
    double rest = purpose.uniform(site, 0) * total;
    for (int k = 0; k < weights.length - 1; k++) {
      rest -= weights[k];
      if (rest < 0) {
        return k;
      }
    }
    return weights.length - 1;
  }

  /**
   * One feature of a device.
   *
   * @param normals (input) as many standard normals as features
   */
  double feature(int component, int feature, double[] normals) {
    double sum = means[component][feature];
    int n = means[component].length;
    for (int k = 0; k <= feature; k++) {
      sum += roots[component][feature * n + k] * normals[k];
    }
    return sum;
  }
}
