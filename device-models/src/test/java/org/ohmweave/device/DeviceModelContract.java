package org.ohmweave.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.presets.Devices;

/**
 * What every law must hold. A subclass names a preset, voltages that make sense for it, and
 * tolerances.
 */
public abstract class DeviceModelContract {
  private static final int N = 12;
  private final NoiseSource noise = NoiseSource.seeded(7);

  /** Preset of the law. */
  protected abstract String preset();

  /** Largest sensible voltage in size. */
  protected abstract double volts();

  /** Duration of a pulse at {@link #volts} that moves the state. */
  protected abstract double seconds();

  /**
   * Relative difference allowed between one pulse and the same pulse in two halves; 1 if a pulse is
   * a step.
   */
  protected abstract double splitTolerance();

  private DeviceBank bank(int size) {
    return Devices.bank(Presets.find(preset()), size, 0);
  }

  /** A population with states between the bounds. */
  private DeviceBank spread() {
    DeviceBank high = bank(N);
    DeviceBank low = bank(N);
    low.model().reset(low, 0, N, true);
    for (int s = 0; s < high.model().states().size(); s++) {
      for (int i = 0; i < N; i++) {
        double share = i / (N - 1.0);
        double a = high.state(s)[i];
        double b = low.state(s)[i];
        high.state(s)[i] = a > 0 && b > 0 ? a * Math.pow(b / a, share) : a + share * (b - a);
      }
    }
    return high;
  }

  private double[] voltages(double scale) {
    double[] v = new double[N];
    for (int i = 0; i < N; i++) {
      v[i] = scale * volts() * ((i * 5) % N - (N - 1) / 2.0) / (N / 2.0);
    }
    return v;
  }

  @Test
  void noVoltageNoCurrent() {
    DeviceBank bank = spread();
    double[] amps = new double[N];
    bank.model().currents(bank, 0, N, new double[N], amps);
    assertArrayEquals(new double[N], amps);
  }

  @Test
  void passive() {
    for (double scale : new double[] {1e-6, 0.01, 0.3, 1}) {
      DeviceBank bank = spread();
      double[] v = voltages(scale);
      double[] amps = new double[N];
      bank.model().currents(bank, 0, N, v, amps);
      for (int i = 0; i < N; i++) {
        assertTrue(v[i] * amps[i] > 0, v[i] + " V drives " + amps[i] + " A");
      }
    }
  }

  @Test
  void slopesMatchDifferences() {
    DeviceBank bank = spread();
    double[] v = voltages(0.4);
    double[] amps = new double[N];
    double[] slopes = new double[N];
    bank.model().slopes(bank, 0, N, v, amps, slopes);
    double[] more = new double[N];
    double[] less = new double[N];
    double[] vMore = new double[N];
    double[] vLess = new double[N];
    for (int i = 0; i < N; i++) {
      vMore[i] = v[i] * (1 + 1e-5);
      vLess[i] = v[i] * (1 - 1e-5);
    }
    bank.model().currents(bank, 0, N, vMore, more);
    bank.model().currents(bank, 0, N, vLess, less);
    double[] plain = new double[N];
    bank.model().currents(bank, 0, N, v, plain);
    for (int i = 0; i < N; i++) {
      double difference = (more[i] - less[i]) / (vMore[i] - vLess[i]);
      assertEquals(difference, slopes[i], 1e-6 * Math.abs(difference), "at " + v[i] + " V");
      assertEquals(plain[i], amps[i]);
    }
  }

  @Test
  void blocksDoNotMatter() {
    DeviceBank whole = spread();
    DeviceBank parts = whole.copy();
    double[] v = voltages(0.9);
    whole.model().ramp(whole, 0, N, v, v, seconds(), noise, 3);
    int[] cuts = {0, 1, 5, N};
    for (int k = cuts.length - 1; k > 0; k--) {
      parts.model().ramp(parts, cuts[k - 1], cuts[k], v, v, seconds(), noise, 3);
    }
    assertStates(whole, parts);
  }

  @Test
  void columnsEqualSharedValues() {
    DeviceBank shared = spread();
    DeviceBank columns = shared.copy();
    for (int p = 0; p < shared.model().parameters().size(); p++) {
      double[] values = new double[N];
      java.util.Arrays.fill(values, shared.parameter(p, 0));
      columns.setColumn(p, values);
    }
    double[] v = voltages(0.9);
    shared.model().ramp(shared, 0, N, new double[N], v, seconds(), noise, 1);
    columns.model().ramp(columns, 0, N, new double[N], v, seconds(), noise, 1);
    assertStates(shared, columns);
  }

  @Test
  void aPulseInTwoHalvesIsThePulse() {
    DeviceBank once = spread();
    DeviceBank twice = once.copy();
    double[] v = voltages(0.8);
    once.model().hold(once, 0, N, v, seconds(), noise, 1);
    twice.model().hold(twice, 0, N, v, seconds() / 2, noise, 1);
    twice.model().hold(twice, 0, N, v, seconds() / 2, noise, 2);
    double[] x = once.state(0);
    for (int i = 0; i < N; i++) {
      assertEquals(
          x[i], twice.state(0)[i], splitTolerance() * Math.abs(x[i]) + 1e-300, "device " + i);
    }
  }

  /**
   * A ramp up and down in two pieces or in fourteen: other steps of the integrator, the same
   * course. What a tighter tolerance would change shows here too.
   */
  @Test
  void aSweepInFinerPiecesIsTheSweep() {
    DeviceBank coarse = spread();
    DeviceBank fine = coarse.copy();
    double[] peak = voltages(0.8);
    sweep(coarse, peak, 1);
    sweep(fine, peak, 7);
    double[] x = coarse.state(0);
    for (int i = 0; i < N; i++) {
      assertEquals(
          x[i], fine.state(0)[i], splitTolerance() * Math.abs(x[i]) + 1e-300, "device " + i);
    }
  }

  private void sweep(DeviceBank bank, double[] peak, int pieces) {
    double[] from = new double[N];
    double[] to = new double[N];
    for (int k = 1; k <= 2 * pieces; k++) {
      double share = k <= pieces ? k / (double) pieces : 2 - k / (double) pieces;
      for (int i = 0; i < N; i++) {
        to[i] = share * peak[i];
      }
      bank.model().ramp(bank, 0, N, from, to, seconds() / pieces, noise, k);
      System.arraycopy(to, 0, from, 0, N);
    }
  }

  @Test
  void statesMoveAndStayBetweenTheBounds() {
    DeviceBank high = bank(1);
    DeviceBank low = bank(1);
    low.model().reset(low, 0, 1, true);
    double least = Math.min(high.state(0)[0], low.state(0)[0]);
    double most = Math.max(high.state(0)[0], low.state(0)[0]);
    boolean moved = false;
    for (double sign : new double[] {-1, 1}) {
      DeviceBank bank = spread();
      double[] start = bank.state(0).clone();
      double[] v = new double[N];
      java.util.Arrays.fill(v, sign * volts());
      bank.model().hold(bank, 0, N, v, seconds() * 1000, noise, 1);
      for (int i = 0; i < N; i++) {
        double x = bank.state(0)[i];
        assertTrue(
            x >= least - 1e-9 * Math.abs(least) && x <= most + 1e-9 * Math.abs(most),
            least + " " + x + " " + most);
        moved |= x != start[i];
      }
    }
    assertTrue(moved, "nothing moved");
  }

  @Test
  void setLowersResistance() {
    DeviceBank bank = bank(1);
    double[] read = {0.05 * bank.model().setSign()};
    double[] before = new double[1];
    double[] after = new double[1];
    bank.model().currents(bank, 0, 1, read, before);
    double[] pulse = {volts() * bank.model().setSign()};
    bank.model().hold(bank, 0, 1, pulse, seconds() * 100, noise, 1);
    bank.model().cool(bank, 0, 1);
    bank.model().currents(bank, 0, 1, read, after);
    assertTrue(Math.abs(after[0]) > Math.abs(before[0]));
  }

  @Test
  void extremeVoltagesGiveNumbers() {
    for (double size : new double[] {1e-12, 3, 10, 20}) {
      for (double sign : new double[] {-1, 1}) {
        DeviceBank bank = spread();
        double[] v = new double[N];
        java.util.Arrays.fill(v, sign * size);
        double[] amps = new double[N];
        bank.model().currents(bank, 0, N, v, amps);
        bank.model().hold(bank, 0, N, v, 1e-9, noise, 1);
        for (int i = 0; i < N; i++) {
          assertTrue(Double.isFinite(amps[i]), v[i] + " V: " + amps[i]);
          assertTrue(Double.isFinite(bank.state(0)[i]), v[i] + " V: " + bank.state(0)[i]);
        }
      }
    }
  }

  private static void assertStates(DeviceBank a, DeviceBank b) {
    for (int s = 0; s < a.model().states().size(); s++) {
      assertArrayEquals(a.state(s), b.state(s), "state " + s);
    }
  }
}
