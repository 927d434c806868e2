package org.ohmweave.validation.device;

/** Follows the stimulus of a golden file row by row. */
final class Replay {
  private Replay() {}

  /**
   * Carries a device from one row to the next of a triangle 0, first, 0, -first, 0 of constant
   * slope; a corner between the rows is visited.
   *
   * @param first first peak with its sign
   * @param quarter duration of a quarter
   */
  static void triangle(
      OneDevice device,
      double t0,
      double v0,
      double t1,
      double v1,
      double first,
      double second,
      double firstQuarter,
      double secondQuarter) {
    double[] corners = {firstQuarter, 2 * firstQuarter, 2 * firstQuarter + secondQuarter};
    double[] values = {first, 0, second};
    double t = t0;
    double v = v0;
    for (int k = 0; k < corners.length; k++) {
      if (corners[k] > t * (1 + 1e-9) && corners[k] < t1 * (1 - 1e-9)) {
        device.ramp(v, values[k], corners[k] - t);
        t = corners[k];
        v = values[k];
      }
    }
    device.ramp(v, v1, t1 - t);
  }
}
