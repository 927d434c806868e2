package org.ohmweave.study.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.io.YamlFile;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.study.kind.Studies;
import org.ohmweave.study.run.StudyRun;

/** Studies of devices that differ, cycle, wear and forget. */
class LivingDevicesTest {
  private static final String LOOP =
      "kind: iv\npreset: reram/stanford-th\nseries: 5 kohm\nsweep: {first: 2.2 V, second: -2.3 V, rate: 1000 V/s, points: 60}\n";
  private static final String PULSES =
      "preset: reram/stanford-th\nseries: 5 kohm\nsetPulse: {amplitude: 2.3 V, width: 1 us}\nresetPulse: {amplitude: -2.5 V, width: 10 us}\n";
  @TempDir Path folder;

  private Path run(String yaml, int threads, String name) {
    YamlNode node = YamlFile.parse("test.yaml", yaml);
    new StudyRun("test", "test", 1, threads)
        .add("", Studies.read(node), node.toMap())
        .into(folder.resolve(name), false);
    return folder.resolve(name);
  }

  /** AR(1) spread of I0: every cycle of every device has a low resistance of its own. */
  @Test
  void cyclesDifferAndThreadsDoNot() throws IOException {
    String yaml = LOOP + "devices: 6\ncycles: 3\nvariability: {cycleToCycle: {I0: {sd: 10 %}}}\n";
    Path one = run(yaml, 1, "one").resolve("devices.csv");
    Path two = run(yaml, 2, "two").resolve("devices.csv");
    assertEquals(Files.readString(one), Files.readString(two));
    double[] lrs = CsvTable.read(one).column("lrs_ohm");
    assertEquals(18, Arrays.stream(lrs).distinct().count());
    Path off = run(yaml + "without: cycle-to-cycle\n", 1, "off").resolve("devices.csv");
    double[] same = CsvTable.read(off).column("lrs_ohm");
    assertEquals(1, Arrays.stream(same).distinct().count());
  }

  @Test
  void complianceLimitsTheSetAlone() {
    double[] free = CsvTable.read(run(LOOP, 1, "free").resolve("iv.csv")).column("i_nominal_A");
    Path limited = run(LOOP + "compliance: 50 uA\n", 1, "limited").resolve("iv.csv");
    double[] amps = CsvTable.read(limited).column("i_nominal_A");
    assertTrue(Arrays.stream(free).max().orElse(0) > 1e-4);
    assertEquals(50e-6, Arrays.stream(amps).max().orElse(0), 1e-10);
  }

  /**
   * Lifetimes are Weibull: of 400 devices, a share {@code 1 - exp(-(n/L)^k)} is stuck. Five
   * standard deviations of the binomial: false alarm 6e-7.
   */
  @Test
  void enduranceFollowsTheLifetime() {
    Path result =
        run(
            "kind: endurance\ncycles: 2e4\nperDecade: 1\nsettle: 0\ndevices: 400\n"
                + PULSES
                + "variability: {endurance: {lifetime: 2e4, shape: 2, stuckInLrs: 100 %}}\n",
            2,
            "endurance");
    double[] lost = CsvTable.read(result.resolve("endurance.csv")).column("lost_1");
    double share = 1 - Math.exp(-1);
    assertEquals(share, lost[lost.length - 1], 5 * Math.sqrt(share * (1 - share) / 400));
    assertEquals(0, lost[0]);
    var stuck = Json.read(result.resolve("result.json")).at("/metrics/failures/endurance");
    assertEquals(lost[lost.length - 1] * 400, stuck.get(0).asInt(), 0.1);
    assertEquals(0, stuck.get(1).asInt());
  }

  /** The fitted activation energy is the one that was put in; the HRS does not move. */
  @Test
  void retentionFindsItsActivationEnergy() {
    Path result =
        run(
            "kind: retention\ndevices: 3\nperDecade: 20\nlongest: 1e9 s\ntemperatures: [370 K, 400 K, 430 K]\n"
                + PULSES
                + "variability: {retention: {tau: 1e4 s, at: 430 K, activation: 1.1 eV}}\n",
            1,
            "retention");
    double found =
        Json.read(result.resolve("result.json")).at("/metrics/activationElectronvolts").asDouble();
    // interpolation between 20 reads per decade: below 1e-2 of a decade of 5
    assertEquals(1.1, found, 0.01);
    double[] hrs = CsvTable.read(result.resolve("retention.csv")).column("hrs_430K_p50_ohm");
    assertEquals(1, hrs[hrs.length - 1] / hrs[0], 0.02);
  }

  /** A drift law whose initial gap varies has a spread of switching times. */
  @Test
  void initialStatesSpreadSwitchingTimes() {
    Path result =
        run(
            "kind: kinetics\npreset: reram/stanford-th\nseries: 5 kohm\nvoltages: [2 V]\ndevices: 30\n"
                + "variability: {initialStates: {gap_m: {distribution: normal, mean: 1.6e-9, sd: 0.03e-9}}}\n",
            2,
            "kinetics");
    CsvTable table = CsvTable.read(result.resolve("kinetics.csv"));
    assertTrue(table.column("p95_s")[0] > 2 * table.column("p05_s")[0]);
    assertTrue(table.column("p50_s")[0] < table.column("nominal_s")[0]);
  }

  /**
   * At 1.8 V about half of the devices switch within the time of the nominal one, so their 95 %
   * quantile is not known, and no number may stand for it.
   */
  @Test
  void devicesThatNeverSwitchCount() throws IOException {
    Path result =
        run(
            "kind: kinetics\npreset: reram/stanford-th\nseries: 5 kohm\nvoltages: [1.8 V]\nlongest: 0.8 ms\ndevices: 40\nspread: {gamma0: 2 %}\n",
            2, "censored");
    var population = Json.read(result.resolve("result.json")).at("/metrics/steps/0/population");
    int switched = population.get("switched").asInt();
    assertTrue(switched > 4 && switched < 36, "switched " + switched);
    assertTrue(population.has("p05") && !population.has("p95"));
    String row = Files.readAllLines(result.resolve("kinetics.csv")).get(1);
    assertTrue(row.endsWith(","), "an empty cell, not a number: " + row);
  }

  /** A loss of seconds at the highest temperature: the window before it is the reference. */
  @Test
  void fastLossKeepsItsActivationEnergy() {
    Path result =
        run(
            "kind: retention\ndevices: 2\nperDecade: 20\nlongest: 1e6 s\ntemperatures: [380 K, 410 K, 440 K]\n"
                + PULSES
                + "variability: {retention: {tau: 3 s, at: 440 K, activation: 1.1 eV}}\n",
            1,
            "fast");
    double found =
        Json.read(result.resolve("result.json")).at("/metrics/activationElectronvolts").asDouble();
    assertEquals(1.1, found, 0.01);
  }

  @Test
  void mistakes() {
    for (String yaml :
        new String[] {
          LOOP + "compliance: -1 uA\n",
          LOOP + "compliance: {}\n",
          LOOP + "without: wear\n",
          LOOP + "initial: {w_nm: 1}\n",
          LOOP + "initial: {gap_m: wide}\n",
          LOOP + "temperature: 0 K\n",
          LOOP + "cycles: 100000\ndevices: 1000000\n",
          "kind: kinetics\nvoltages: [1 V]\ncompliance: 1 uA\n",
          "kind: kinetics\npreset: behavioural/soft-bounds\nvoltages: [1 V]\n",
          "kind: kinetics\npreset: behavioural/statistical-cycles\nvoltages: [1 V]\n",
          "kind: retention\n" + PULSES,
          "kind: endurance\ncycles: 1.5\n" + PULSES,
          "kind: vmm\nvariability: {readNoise: {white: 1 %}}\n",
        }) {
      InputException mistake =
          assertThrows(
              InputException.class, () -> Studies.read(YamlFile.parse("test.yaml", yaml)), yaml);
      assertTrue(mistake.getMessage().length() > 20, mistake.getMessage());
    }
  }
}
