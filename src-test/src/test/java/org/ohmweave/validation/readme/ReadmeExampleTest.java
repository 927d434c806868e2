package org.ohmweave.validation.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Spread;
import org.ohmweave.programming.ProgrammingReport;
import org.ohmweave.programming.WriteVerify;
import org.ohmweave.programming.WriteVerifySettings;
import org.ohmweave.programming.scheme.PulseSchemes;

/** The example of the README, word for word, and that it does what it says. */
class ReadmeExampleTest {
  @Test
  void runs() {
    NoiseSource noise = NoiseSource.seeded(1);

    // a thousand ReRAM cells, 5 % spread of the current scale, programmed to 10 microsiemens
    DeviceBank cells = Devices.bank(Presets.find("reram/stanford-th"), 1000, 0);
    cells.setShared(cells.indexOf("R_s"), 1000);
    Spread.normal(0.05).apply(cells, "I0", noise);
    double[] targets = new double[1000];
    Arrays.fill(targets, 10e-6);
    WriteVerify programmer =
        new WriteVerify(
            cells, WriteVerifySettings.usual(PulseSchemes.suiting("stanford-th")), noise);
    ProgrammingReport report = programmer.run(targets, 2, done -> {});

    // what they do in an array of 25 x 40 with 1 ohm in every wire segment
    Wires wires = new Wires(1, 1, Ends.driveLeftSenseBottom(25, 40, 1, 1));
    LinearArray array = new LinearArray(25, 40, programmer.conductances(), wires);
    double[] volts = new double[25];
    Arrays.fill(volts, 0.1);
    double[] amps = array.solve(Drive.left(volts, 40)).bottomAmps();

    assertTrue(report.yield() >= 0.99, "yield " + report.yield());
    double ideal = 25 * 0.1 * 10e-6;
    for (double column : amps) {
      assertEquals(ideal, column, 0.05 * ideal);
    }
  }
}
