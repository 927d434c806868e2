package org.ohmweave.core.digits;

import org.ohmweave.core.io.IdxImages;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;

/**
 * Digits that the project draws itself: a few pen strokes per digit, bent by a random affine map
 * and a smooth random field, drawn with a random pen, 28 x 28 pixels. They stand in for handwriting
 * where no data is at hand; they are easier than handwriting, and every use says "synthetic".
 */
public final class SyntheticDigits {
  private static final int SIDE = 28;
  private static final int WAVES = 3;

  /** Strokes as x, y pairs in 0..1, y downward; several styles per digit. */
  private static final double[][][][] STYLES = {
    {{ellipse(0.5, 0.5, 0.27, 0.4, -90, 270)}, {ellipse(0.5, 0.5, 0.22, 0.42, -60, 300)}},
    {
      {{0.5, 0.1, 0.5, 0.9}},
      {{0.34, 0.28, 0.54, 0.1, 0.54, 0.9}},
      {{0.36, 0.26, 0.52, 0.1, 0.52, 0.9}, {0.34, 0.9, 0.7, 0.9}}
    },
    {
      {join(ellipse(0.48, 0.32, 0.24, 0.22, 190, 390), new double[] {0.25, 0.9, 0.78, 0.9})},
      {
        join(
            ellipse(0.46, 0.3, 0.22, 0.2, 180, 400),
            ellipse(0.36, 0.78, 0.13, 0.1, -60, -340),
            new double[] {0.8, 0.88})
      }
    },
    {
      {join(ellipse(0.45, 0.3, 0.22, 0.19, 200, 450), ellipse(0.45, 0.7, 0.25, 0.21, -90, 160))},
      {{0.25, 0.12, 0.72, 0.12, 0.45, 0.42}, ellipse(0.45, 0.66, 0.25, 0.24, -90, 150)}
    },
    {
      {{0.34, 0.1, 0.24, 0.55, 0.78, 0.55}, {0.66, 0.12, 0.62, 0.92}},
      {{0.62, 0.92, 0.62, 0.1, 0.2, 0.64, 0.8, 0.64}}
    },
    {
      {
        join(
            new double[] {0.72, 0.12, 0.34, 0.12, 0.3, 0.45},
            ellipse(0.46, 0.66, 0.26, 0.24, -120, 150))
      },
      {
        join(new double[] {0.34, 0.14, 0.3, 0.48}, ellipse(0.45, 0.66, 0.24, 0.22, -120, 140)),
        {0.34, 0.14, 0.74, 0.12}
      }
    },
    {
      {join(new double[] {0.64, 0.1, 0.38, 0.38}, ellipse(0.5, 0.68, 0.23, 0.22, 180, 530))},
      {join(ellipse(0.62, 0.5, 0.36, 0.4, 270, 180), ellipse(0.48, 0.7, 0.21, 0.19, 180, 500))}
    },
    {
      {{0.22, 0.14, 0.76, 0.14, 0.44, 0.9}},
      {{0.22, 0.16, 0.74, 0.14, 0.5, 0.55, 0.42, 0.9}, {0.34, 0.52, 0.68, 0.5}}
    },
    {
      {ellipse(0.5, 0.3, 0.19, 0.19, -90, 270), ellipse(0.5, 0.7, 0.23, 0.21, -90, 270)},
      {
        join(
            ellipse(0.5, 0.3, 0.19, 0.19, -20, -270),
            ellipse(0.5, 0.7, 0.22, 0.2, -90, 250),
            new double[] {0.66, 0.2})
      }
    },
    {
      {ellipse(0.48, 0.32, 0.21, 0.21, 0, 360), {0.69, 0.32, 0.64, 0.9}},
      {join(ellipse(0.47, 0.31, 0.22, 0.2, -10, -370), ellipse(0.4, 0.5, 0.29, 0.4, -20, 100))}
    },
  };

  private SyntheticDigits() {}

  /**
   * A set of {@code count} images; image k depends on the seed and k alone, so a longer set begins
   * with a shorter one.
   */
  public static DigitSet draw(long seed, int count) {
    byte[] pixels = new byte[count * SIDE * SIDE];
    byte[] labels = new byte[count];
    Purpose random = NoiseSource.seeded(seed).purpose("synthetic-digits");
    for (int k = 0; k < count; k++) {
      labels[k] = (byte) random.below(10, k, 0);
      image(random, k, labels[k], pixels, k * SIDE * SIDE);
    }
    return new DigitSet(
        new IdxImages(count, SIDE, SIDE, pixels),
        labels,
        "synthetic digits (drawn by Ohmweave, seed " + seed + ")");
  }

  private static void image(Purpose random, int image, int digit, byte[] pixels, int at) {
    double[][][] styles = STYLES[digit];
    double[][] strokes = styles[random.below(styles.length, image, 1)];
    double angle = 0.16 * random.gaussian(image, 2);
    double shear = 0.22 * random.gaussian(image, 3);
    double width = (0.86 + 0.1 * random.gaussian(image, 4)) * 20;
    double height = (0.97 + 0.06 * random.gaussian(image, 5)) * 20;
    double shiftX = 13.5 + 0.8 * random.gaussian(image, 6);
    double shiftY = 13.5 + 0.8 * random.gaussian(image, 7);
    double pen = 1.05 + 0.5 * random.uniform(image, 8);
    double[] field = new double[8 * WAVES];
    for (int k = 0; k < field.length; k++) {
      field[k] = random.gaussian(image, 16 + k);
    }
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double[] ink = new double[SIDE * SIDE];
    for (double[] stroke : strokes) {
      double[] bent = new double[stroke.length];
      for (int k = 0; k < stroke.length; k += 2) {
        double x = stroke[k] - 0.5 + bend(field, stroke[k], stroke[k + 1], 0);
        double y = stroke[k + 1] - 0.5 + bend(field, stroke[k], stroke[k + 1], 4 * WAVES);
        x -= shear * y;
        bent[k] = shiftX + width * (cos * x - sin * y);
        bent[k + 1] = shiftY + height * (sin * x + cos * y);
      }
      draw(bent, pen, ink);
    }
    for (int k = 0; k < ink.length; k++) {
      pixels[at + k] = (byte) Math.round(255 * Math.min(1, ink[k]));
    }
  }

  /** A smooth displacement: a few plane waves with random phase. */
  private static double bend(double[] field, double x, double y, int from) {
    double sum = 0;
    for (int w = 0; w < WAVES; w++) {
      int k = from + 4 * w;
      sum +=
          0.022
              * field[k]
              * StrictMath.sin(3 * field[k + 1] * x + 3 * field[k + 2] * y + 6 * field[k + 3]);
    }
    return sum;
  }

  /** Coverage falls over one pixel at the edge of the pen; overlapping strokes do not add. */
  private static void draw(double[] line, double pen, double[] ink) {
    for (int s = 0; s + 3 < line.length; s += 2) {
      double x0 = line[s];
      double y0 = line[s + 1];
      double dx = line[s + 2] - x0;
      double dy = line[s + 3] - y0;
      double square = Math.max(1e-12, dx * dx + dy * dy);
      int top = (int) Math.max(0, Math.floor(Math.min(y0, y0 + dy) - pen - 1));
      int bottom = (int) Math.min(SIDE - 1, Math.ceil(Math.max(y0, y0 + dy) + pen + 1));
      int left = (int) Math.max(0, Math.floor(Math.min(x0, x0 + dx) - pen - 1));
      int right = (int) Math.min(SIDE - 1, Math.ceil(Math.max(x0, x0 + dx) + pen + 1));
      for (int y = top; y <= bottom; y++) {
        for (int x = left; x <= right; x++) {
          double t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / square));
          double ex = x - x0 - t * dx;
          double ey = y - y0 - t * dy;
          double cover = pen + 0.5 - Math.sqrt(ex * ex + ey * ey);
          int k = y * SIDE + x;
          ink[k] = Math.max(ink[k], Math.max(0, Math.min(1, cover)));
        }
      }
    }
  }

  private static double[] ellipse(
      double cx, double cy, double rx, double ry, double from, double to) {
    int pieces = 24;
    double[] points = new double[2 * (pieces + 1)];
    for (int k = 0; k <= pieces; k++) {
      double angle = StrictMath.toRadians(from + (to - from) * k / pieces);
      points[2 * k] = cx + rx * StrictMath.cos(angle);
      points[2 * k + 1] = cy + ry * StrictMath.sin(angle);
    }
    return points;
  }

  private static double[] join(double[]... parts) {
    int length = 0;
    for (double[] part : parts) {
      length += part.length;
    }
    double[] all = new double[length];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
