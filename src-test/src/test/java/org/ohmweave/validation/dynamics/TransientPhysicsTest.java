package org.ohmweave.validation.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.cases.TransientCaseReader;
import org.ohmweave.crossbar.dynamics.Crossing;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.crossbar.dynamics.TransientResult;
import org.ohmweave.crossbar.dynamics.Transients;
import org.ohmweave.crossbar.dynamics.Transients.Method;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.reram.StanfordTh;
import org.ohmweave.validation.Golden;

/** Arrays in time against closed forms, conservation laws and the integrator of single devices. */
class TransientPhysicsTest {
  @TempDir private Path directory = Path.of("");

  private static TransientCase golden(String name) {
    return TransientCaseReader.read(
        Golden.file("array-transient/" + name + ".json"), NoiseSource.seeded(1));
  }

  /** Kirchhoff: without capacitance nothing stays in the array. */
  @Test
  void currentsAndChargesSumToZero() {
    for (Method method : List.of(Method.PORTS, Method.IMPLICIT)) {
      TransientResult r = Transients.run(golden("th-3x5-rowset"), method, 1e-5);
      for (double[] amps : r.endAmps()) {
        double largest = Arrays.stream(amps).map(Math::abs).max().orElseThrow();
        assertEquals(0, Arrays.stream(amps).sum(), 1e-12 * largest);
      }
      double largest = Arrays.stream(r.charge()).map(Math::abs).max().orElseThrow();
      assertEquals(0, Arrays.stream(r.charge()).sum(), 1e-10 * largest);
    }
  }

  /**
   * One cell behind two resistors: the source delivers what resistors and cell take, and only at
   * its own end. The integrals over 2000 samples are good to their spacing.
   */
  @Test
  void sourceDeliversWhatCellAndLeadsTake() {
    StringBuilder times = new StringBuilder("0");
    for (int k = 1; k <= 2000; k++) {
      times.append(", ").append(k * 0.02e-9);
    }
    TransientCase input = TransientText.read(directory, oneCell("'times': [" + times + "],"), 1);
    TransientResult r = Transients.run(input, Method.PORTS, 1e-6);
    double taken = 0;
    for (int t = 0; t < r.times().length; t++) {
      double amps = r.endAmps()[t][3]; // left, right, top, bottom
      double power = amps * (r.cellVolts()[t][0] + 2000 * amps);
      taken += power * 0.02e-9 * (t == 0 || t == r.times().length - 1 ? 0.5 : 1);
    }
    assertTrue(taken > 0);
    assertEquals(taken, Arrays.stream(r.energy()).sum(), 2e-4 * taken);
  }

  private static String oneCell(String more) {
    return "{'name': 'one', 'rows': 1, 'cols': 1, 'model': 'reram-th', 'params': {'R_s': 5000},"
        + "'rWord': 1, 'rBit': 1, 'rLeft': 1000, 'rBottom': 1000, "
        + more
        + "'waveforms': {'up': {'t': [0, 1e-9, 3e-9], 'v': [0, 0, 2.15]}}, 'vLeft': ['up'],"
        + "'state0': [[1.6]], 'level': 0.9, 'tEnd': 40e-9}";
  }

  /** Resistors at the ends of a lone cell act as its own series resistor. */
  @Test
  void leadsActAsSeriesResistor() {
    DeviceBank bank = Devices.bank(Presets.find("reram/stanford-th"), 1, 0);
    bank.setShared(bank.indexOf("R_s"), 7000);
    bank.state(StanfordTh.GAP)[0] = 1.6e-9;
    NoiseSource noise = NoiseSource.seeded(1);
    double[] zero = {0};
    double[] full = {2.15};
    bank.model().ramp(bank, 0, 1, zero, full, 2e-9, noise, 0);
    bank.model().hold(bank, 0, 1, full, 31e-9, noise, 1);
    String text = oneCell("").replace("40e-9", "34e-9");
    for (Method method : List.of(Method.PORTS, Method.IMPLICIT)) {
      TransientResult r = Transients.run(TransientText.read(directory, text, 1), method, 1e-6);
      double moved = 1.6 - bank.state(StanfordTh.GAP)[0] * 1e9;
      assertTrue(moved > 0.05, "the cell is under way: " + moved);
      assertEquals(1.6 - moved, r.finalCoordinates()[0], 1e-3 * moved);
      assertEquals(bank.state(StanfordTh.KELVIN)[0], r.finalCoordinates()[1], 0.05);
    }
  }

  /**
   * A resistor between two nodes with capacitance, each behind R to its source, after a step: the
   * sum of the node voltages has the time constant R C, their difference C / (1/R + 2 g).
   */
  @Test
  void capacitanceChargesAsInClosedForm() {
    String text =
        "{'rows': 1, 'cols': 1, 'model': 'behavioural/poisson-switch', 'params': {'R_off': 1e4,"
            + "'R_on': 1e3, 'tau_set': 1e6}, 'rWord': 1, 'rBit': 1, 'rLeft': 1000, 'rBottom': 1000,"
            + "'cNode': 1e-13, 'waveforms': {'step': {'t': [0], 'v': [1]}}, 'vLeft': ['step'],"
            + "'times': [1e-11, 5e-11, 2e-10, 1e-9], 'tEnd': 1e-9}";
    TransientResult r = Transients.run(TransientText.read(directory, text, 1), Method.AUTO, 1e-7);
    double c = 1e-13;
    double g = 1e-4;
    double slow = 1e-10;
    double fast = c / (1e-3 + 2 * g);
    double rest = 1e-3 / (1e-3 + 2 * g);
    for (int t = 0; t < 4; t++) {
      double at = r.times()[t];
      double sum = -Math.expm1(-at / slow);
      double difference = rest * -Math.expm1(-at / fast);
      assertEquals(difference, r.cellVolts()[t][0], 1e-7);
      assertEquals(-(1 - 0.5 * (sum + difference)) / 1000, r.endAmps()[t][0], 1e-10);
    }
    double end = 1e-9;
    double sum = end - slow * -Math.expm1(-end / slow);
    double difference = rest * (end - fast * -Math.expm1(-end / fast));
    double charge = -(end - 0.5 * (sum + difference)) / 1000;
    assertEquals(charge, r.charge()[0], 1e-7 * Math.abs(charge));
    assertEquals(-charge, r.energy()[0], 1e-7 * Math.abs(charge));
  }

  /** At constant voltage a stochastic cell switches when rate times time is its threshold. */
  @Test
  void stochasticCellSwitchesAtItsThreshold() {
    String text =
        "{'rows': 1, 'cols': 2, 'model': 'behavioural/poisson-switch', 'params': {'R_off': 1e5,"
            + "'R_on': 1e4, 'tau_set': 1, 'V_set': 0.1}, 'rWord': 0, 'rBit': 0, 'rLeft': 0,"
            + "'rBottom': 0, 'waveforms': {'step': {'t': [0], 'v': [1]}}, 'vLeft': ['step'],"
            + "'tEnd': 1e-3}";
    TransientCase input = TransientText.read(directory, text, 7);
    double rate = Math.exp(10);
    List<Double> expected = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      expected.add(input.dynamics().highest(k) / rate);
    }
    TransientResult r = Transients.run(input, Method.AUTO, 1e-6);
    assertEquals(2, r.crossings().size());
    for (Crossing c : r.crossings()) {
      assertEquals("on", c.kind());
      assertEquals(expected.get(c.column()), c.seconds(), 1e-9 * c.seconds());
    }
    assertEquals(-2e-4, r.endAmps()[r.times().length - 1][0], 1e-15);
    assertNotEquals(expected.get(0), expected.get(1));
  }

  /** SET of Pickett's device from 1.8 to 1.1 nm at -1 V: 334 us (quadrature, sheet of the law). */
  @Test
  void titaniumDioxideRunsAway() {
    String text =
        "{'rows': 1, 'cols': 1, 'model': 'pickett', 'rWord': 1, 'rBit': 1, 'rLeft': 0,"
            + "'rBottom': 0, 'waveforms': {'step': {'t': [0], 'v': [1]}}, 'vLeft': ['step'],"
            + "'state0': [[1.8]], 'level': 1.45, 'tEnd': 1e-3}";
    for (Method method : List.of(Method.PORTS, Method.IMPLICIT)) {
      TransientResult r = Transients.run(TransientText.read(directory, text, 1), method, 1e-5);
      assertEquals(2, r.crossings().size(), r.crossings().toString());
      assertEquals("min", r.crossings().get(1).kind());
      assertEquals(334e-6, r.crossings().get(1).seconds(), 0.5e-6);
      assertEquals(1.1, r.finalCoordinates()[0], 1e-12);
    }
  }

  /** Three Pickett cells behind one driver: both methods see the same blow-ups. */
  @Test
  void methodsAgreeOnTitaniumDioxide() {
    String text =
        "{'rows': 2, 'cols': 3, 'model': 'pickett', 'rWord': 5, 'rBit': 5, 'rLeft': 100,"
            + "'rBottom': 100, 'waveforms': {'full': {'t': [0, 1e-3, 2e-3], 'v': [0, 0, 0.95]},"
            + "'half': {'t': [0, 1e-3, 2e-3], 'v': [0, 0, 0.475]}}, 'vLeft': ['full', 'half'],"
            + "'vBottom': [null, 'half', null], 'state0': [[1.8, 1.7, 1.75], [1.6, 1.5, 1.3]],"
            + "'level': 1.45, 'tEnd': 0.2}";
    TransientResult ports =
        Transients.run(TransientText.read(directory, text, 1), Method.PORTS, 1e-5);
    TransientResult referee =
        Transients.run(TransientText.read(directory, text, 1), Method.IMPLICIT, 1e-6);
    assertTrue(referee.crossings().size() >= 2);
    agree(referee, ports, 1e-5);
  }

  private static void agree(TransientResult expected, TransientResult found, double relative) {
    assertEquals(expected.crossings().size(), found.crossings().size());
    for (int k = 0; k < expected.crossings().size(); k++) {
      Crossing a = expected.crossings().get(k);
      Crossing b = found.crossings().get(k);
      assertEquals(a.row(), b.row());
      assertEquals(a.column(), b.column());
      assertEquals(a.kind(), b.kind());
      assertEquals(a.seconds(), b.seconds(), relative * a.seconds());
    }
    assertArrayEquals(expected.finalCoordinates(), found.finalCoordinates(), 1e-4);
  }

  /** Parameters per cell: equal ones change no bit; on ideal wires cells know only their own. */
  @Test
  void cellsHaveTheirOwnParameters() {
    String shared = twoCells("6.14e-5");
    TransientResult a =
        Transients.run(TransientText.read(directory, shared, 1), Method.PORTS, 1e-5);
    TransientResult b =
        Transients.run(
            TransientText.read(directory, twoCells("[[6.14e-5, 6.14e-5]]"), 1), Method.PORTS, 1e-5);
    assertArrayEquals(a.finalCoordinates(), b.finalCoordinates(), 0);
    assertEquals(a.crossings(), b.crossings());
    TransientResult c =
        Transients.run(
            TransientText.read(directory, twoCells("[[6.14e-5, 5e-5]]"), 1), Method.PORTS, 1e-5);
    TransientResult d =
        Transients.run(TransientText.read(directory, twoCells("5e-5"), 1), Method.PORTS, 1e-5);
    assertEquals(seconds(a, 0), seconds(c, 0), 1e-5 * seconds(a, 0));
    assertEquals(seconds(d, 1), seconds(c, 1), 1e-5 * seconds(d, 1));
    assertTrue(Math.abs(seconds(c, 1) / seconds(c, 0) - 1) > 1e-3);
  }

  private static double seconds(TransientResult r, int column) {
    return r.crossings().stream()
        .filter(crossing -> crossing.column() == column)
        .findFirst()
        .orElseThrow()
        .seconds();
  }

  private static String twoCells(String scale) {
    return "{'rows': 1, 'cols': 2, 'model': 'reram-th', 'params': {'R_s': 5000, 'I0': "
        + scale
        + "}, 'rWord': 0, 'rBit': 0, 'rLeft': 0, 'rBottom': 0,"
        + "'waveforms': {'up': {'t': [0, 1e-9, 3e-9], 'v': [0, 0, 2.15]}}, 'vLeft': ['up'],"
        + "'state0': [[1.6, 1.6]], 'level': 0.9, 'tEnd': 60e-9}";
  }
}
