package org.ohmweave.periphery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.periphery.adc.Adc;
import org.ohmweave.periphery.dac.Dac;

class ConvertersTest {
  private final Purpose noise = NoiseSource.seeded(3).purpose("converter");

  @Test
  void levelsTiesAndClipping() {
    Quantiser three = new Quantiser(3, 3, true); // levels -3 .. 3 in steps of 1
    assertEquals(1, three.step());
    assertEquals(2, three.level(1.5)); // ties to even
    assertEquals(2, three.level(2.5));
    assertEquals(-3, three.level(-9));
    assertTrue(three.clips(-3.51));
    assertFalse(three.clips(3.49));
    Quantiser unipolar = new Quantiser(2, 3, false); // 0 1 2 3
    assertEquals(0, unipolar.level(-5));
    assertEquals(3, unipolar.level(2.6));
    assertEquals(0.123, new Quantiser(0, 1, true).level(0.123));
    assertEquals(1, new Quantiser(0, 1, true).level(7));
    Quantiser open = new Quantiser(0, Double.POSITIVE_INFINITY, true);
    assertEquals(1e9, open.level(1e9));
    assertFalse(open.clips(1e300));
    assertFalse(three.clips(3.5)); // on the edge of the last step
    assertEquals(3, three.level(3.5));
    assertEquals(-2, three.level(-1.5)); // odd symmetry
    assertEquals(-0.0, three.level(-0.5));
  }

  @Test
  void manyAtOnceAreTheSameBits() {
    for (Quantiser q :
        new Quantiser[] {
          new Quantiser(3, 3, true), new Quantiser(8, 0.7, false), new Quantiser(0, 1, true)
        }) {
      double[] values = new double[1000];
      int clips = 0;
      for (int k = 0; k < values.length; k++) {
        values[k] = k < 20 ? 0.5 * (k - 10) : 2 * noise.gaussian(k, 5); // ties first
        clips += q.clips(values[k]) ? 1 : 0;
      }
      double[] levels = values.clone();
      assertEquals(clips, q.levels(levels));
      assertTrue(clips > 0);
      for (int k = 0; k < values.length; k++) {
        assertEquals(q.level(values[k]), levels[k]);
      }
    }
  }

  /**
   * A uniform signal leaves with variance step^2/12; sampling error of the mean square is 0.6 %,
   * allowed 3 % (five sd).
   */
  @Test
  void quantisationNoiseIsUniform() {
    Quantiser q = new Quantiser(8, 1, true);
    double squares = 0;
    int n = 20000;
    for (int k = 0; k < n; k++) {
      double x = 2 * noise.uniform(k, 0) - 1;
      double e = q.level(x) - x;
      squares += e * e;
    }
    assertEquals(q.step() * q.step() / 12, squares / n, 0.03 * q.step() * q.step() / 12);
  }

  @Test
  void gainOffsetAndNoise() {
    Dac dac = new Dac(new Quantiser(0, 1, true), 0.01, 0.002, 0);
    assertEquals(0.5 * 1.01 + 0.002, dac.convert(0.5, noise, 0, 0), 1e-16);
    Adc adc = new Adc(new Quantiser(0, 1, true), -0.02, 0.001, 0.05);
    double[] sample = new double[4000];
    for (int k = 0; k < sample.length; k++) {
      sample[k] = adc.convert(0.2, noise, k, 1);
    }
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new NormalDistribution(0.2 * 0.98 + 0.001, 0.05), sample);
    assertTrue(p > 1e-4, "KS p-value " + p); // false alarm 1e-4
  }

  @Test
  void mistakes() {
    assertThrows(InputException.class, () -> new Quantiser(25, 1, true));
    assertThrows(InputException.class, () -> new Quantiser(8, Double.NaN, true));
    assertThrows(
        InputException.class, () -> new Quantiser(8, Double.POSITIVE_INFINITY, true)); // step inf
    assertThrows(InputException.class, () -> new Quantiser(1, 1, true)); // 2^1 - 1 levels: only 0
    assertThrows(InputException.class, () -> new ConverterErrors(0, 0, 0, 0, 0, 0.2));
    assertThrows(InputException.class, () -> new ConverterErrors(Double.NaN, 0, 0, 0, 0, 0));
    assertThrows(InputException.class, () -> new Dac(new Quantiser(8, 1, true), 0, 0, -1));
    assertThrows(InputException.class, () -> new Adc(new Quantiser(8, 1, true), Double.NaN, 0, 0));
  }
}
