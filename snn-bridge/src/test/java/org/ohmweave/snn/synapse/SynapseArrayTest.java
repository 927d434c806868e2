package org.ohmweave.snn.synapse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Spread;

class SynapseArrayTest {
  private static final double LOW = 1e-8;
  private static final double HIGH = 1e-4;

  private static DeviceBank bank(String preset, int size) {
    return Devices.bank(Presets.find(preset), size, 0);
  }

  private static DeviceBank soft(int size, double cycleToCycle) {
    DeviceBank bank = bank("behavioural/soft-bounds", size);
    bank.setShared(bank.indexOf("c2c"), cycleToCycle);
    return bank;
  }

  private static SynapseArray array(
      DeviceBank bank, DeviceBank nominal, int lines, int outputs, PulseProgram pulses) {
    return new SynapseArray(bank, nominal, lines, outputs, pulses, NoiseSource.seeded(1), 1);
  }

  private static PulseProgram gradual() {
    return PulseProgram.gradual("soft-bounds");
  }

  private static double siemens(double share) {
    return LOW + share * (HIGH - LOW);
  }

  private static double[][] potentials(SynapseArray array, int lines, int outputs) {
    double[][] all = new double[lines][outputs];
    for (int line = 0; line < lines; line++) {
      array.addTo(all[line], line);
    }
    return all;
  }

  /**
   * One event on soft bounds by hand: SET at active lines, RESET elsewhere, other outputs
   * untouched; energies are V^2 G t.
   */
  @Test
  void synapsesOfOneOutputAreProgrammed() {
    DeviceBank bank = soft(4, 0);
    SynapseArray array = array(bank, soft(1, 0), 2, 2, gradual());
    array.scatter(0.5, 0);
    double[] g = bank.state(0);
    assertEquals(0.5, g[3], 1e-9);
    double start = g[2];
    array.program(1, new boolean[] {true, false}, 0);
    assertEquals(start + 0.01 * Math.exp(-3 * start), g[2], 1e-12);
    assertEquals(start - 0.005 * Math.exp(-3 * (1 - start)), g[3], 1e-12);
    assertEquals(start, g[0]);
    assertEquals(start, g[1]);
    double joules = 2 * siemens(start) * 1e-6;
    assertEquals(joules, array.writeJoules(), 1e-9 * joules);
    assertEquals(2, array.pulseCount());
    double line0 = siemens(g[0]) + siemens(g[2]);
    double read = 0.1 * 0.1 * line0 * 1e-6;
    assertEquals(read, array.spikeJoules(0), 1e-9 * read);
    double[] potential = new double[2];
    array.addTo(potential, 1);
    assertEquals(siemens(g[1]) / HIGH, potential[0], 1e-12);
    assertEquals(siemens(g[3]) / HIGH, potential[1], 1e-12);
  }

  /**
   * Pulses of different width: energies V^2 G t with their own t, and the same steps as with equal
   * widths, because soft bounds do not know the width.
   */
  @Test
  void widthsMayDiffer() {
    PulseProgram uneven = new PulseProgram(0.1, 1e-6, 1, -2, 3e-6, 5e-6);
    DeviceBank bank = soft(2, 0);
    SynapseArray array = array(bank, soft(1, 0), 2, 1, uneven);
    array.scatter(0.5, 0);
    array.program(0, new boolean[] {true, false}, 0);
    double step = Math.exp(-1.5);
    assertEquals(0.5 + 0.01 * step, bank.state(0)[0], 1e-9);
    assertEquals(0.5 - 0.005 * step, bank.state(0)[1], 1e-9);
    double joules = siemens(0.5) * (3e-6 + 4 * 5e-6);
    assertEquals(joules, array.writeJoules(), 1e-9 * joules);
  }

  /** The line-major cache of conductances stays what reading every device anew would give. */
  @Test
  void cacheFollowsTheDevices() {
    int lines = 7;
    int outputs = 5;
    DeviceBank bank = soft(lines * outputs, 0.3);
    Spread.normal(0.25).apply(bank, "G_max", NoiseSource.seeded(2));
    SynapseArray array = array(bank, soft(1, 0), lines, outputs, gradual());
    array.scatter(0.5, 0.2);
    for (int event = 0; event < 200; event++) {
      boolean[] active = new boolean[lines];
      active[event % lines] = true;
      array.program(event % outputs, active, event);
    }
    double[][] cached = potentials(array, lines, outputs);
    double spike = array.spikeJoules(3);
    array.refresh();
    double[][] anew = potentials(array, lines, outputs);
    for (int line = 0; line < lines; line++) {
      assertArrayEquals(anew[line], cached[line]);
      for (int n = 0; n < outputs; n++) {
        double top = bank.parameter(bank.indexOf("G_max"), n * lines + line);
        double expected = (LOW + bank.state(0)[n * lines + line] * (top - LOW)) / HIGH;
        assertEquals(expected, cached[line][n], 1e-12);
      }
    }
    assertEquals(array.spikeJoules(3), spike, 1e-12 * spike);
  }

  /**
   * Initial places are uniform in 0.5 +- 20 % of each device's own range, whatever its bounds
   * (Kolmogorov-Smirnov, false alarm 1e-6).
   */
  @Test
  void initialPlacesAreUniform() {
    DeviceBank bank = soft(4000, 0);
    Spread.normal(0.25).apply(bank, "G_max", NoiseSource.seeded(2));
    array(bank, soft(1, 0), 400, 10, gradual()).scatter(0.5, 0.2);
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(0.4, 0.6), bank.state(0));
    assertTrue(p > 1e-6, "p = " + p);
  }

  /**
   * A physical law with uneven pulses (SET 1 us, RESET 10 us), split into blocks over threads: same
   * states and energies to the last bit. SET lines conduct better than before, RESET lines worse.
   */
  @Test
  void threadsChangeNothingForPhysicalCells() {
    int lines = 130;
    boolean[] active = new boolean[lines];
    for (int line = 0; line < lines; line += 3) {
      active[line] = true;
    }
    double[][] states = new double[2][];
    double[] joules = new double[2];
    for (int threads = 1; threads <= 2; threads++) {
      DeviceBank bank = bank("hfo2/jart-v1b", lines);
      SynapseArray array =
          new SynapseArray(
              bank,
              bank("hfo2/jart-v1b", 1),
              lines,
              1,
              PulseProgram.gradual("jart-v1b"),
              NoiseSource.seeded(1),
              threads);
      array.scatter(0.5, 0.2);
      double[][] before = potentials(array, lines, 1);
      array.program(0, active, 0);
      double[][] after = potentials(array, lines, 1);
      for (int line = 0; line < lines; line++) {
        double change = after[line][0] - before[line][0];
        assertTrue(active[line] ? change > 0 : change < 0, "line " + line + ": " + change);
      }
      states[threads - 1] = bank.state(0).clone();
      joules[threads - 1] = array.writeJoules();
    }
    assertArrayEquals(states[0], states[1]);
    assertEquals(joules[0], joules[1]);
  }

  /** Another event number draws other noise; the same one the same. */
  @Test
  void noiseIsAddressedByTheEvent() {
    double[] first = afterOneEvent(0);
    assertArrayEquals(first, afterOneEvent(0));
    assertFalse(Arrays.equals(first, afterOneEvent(1)));
  }

  private static double[] afterOneEvent(long event) {
    DeviceBank bank = soft(10, 0.3);
    SynapseArray array = array(bank, soft(1, 0), 10, 1, gradual());
    array.scatter(0.5, 0);
    array.program(0, new boolean[10], event);
    return bank.state(0);
  }

  @Test
  void mistakesAreNamed() {
    InputException size =
        assertThrows(InputException.class, () -> array(soft(5, 0), soft(1, 0), 2, 2, gradual()));
    assertTrue(String.valueOf(size.getMessage()).contains("need 4 devices, got 5"));
    InputException sign =
        assertThrows(InputException.class, () -> new PulseProgram(0.1, 1e-6, 1, 1, 1e-6, 1e-6));
    assertTrue(String.valueOf(sign.getMessage()).contains("RESET < 0 [V], got 0.1, 1.0, 1.0"));
    InputException width =
        assertThrows(
            InputException.class, () -> new PulseProgram(0.1, 1e-6, 1, -1, Double.NaN, 1e-6));
    assertTrue(String.valueOf(width.getMessage()).contains("[s], got 1.0E-6, NaN"));
  }
}
