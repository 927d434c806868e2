package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.ArrayPower;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.LinearArray;

/** Powers by hand; the balance over random networks is one of {@link NetworkLawsTest}. */
class ArrayPowerTest {

  /**
   * One word line, two cells of 1 kohm to grounded bit lines without resistance, 10 ohm driver and
   * 100 ohm segment, 1 V: the second branch is 1100 ohm, both together 1000 * 1100 / 2100 =
   * 523.8095 ohm, the driver carries 1 / 533.8095 A.
   */
  @Test
  void twoCellsByHand() {
    Wires wires = new Wires(100, 0, Ends.driveLeftSenseBottom(1, 2, 10, 0));
    double[] g = {1e-3, 1e-3};
    Drive drive = Drive.left(new double[] {1}, 2);
    ArraySolution s = new LinearArray(1, 2, g, wires).solve(drive);
    ArrayPower p = ArrayPower.of(wires, drive, s, s.cellAmps(g));
    double total = 1 / (10 + 1000 * 1100 / 2100.0);
    double node = 1 - 10 * total;
    double second = node / 1100;
    assertEquals(total, p.deliveredWatts(), 1e-15);
    assertArrayEquals(
        new double[] {node * node / 1000, second * second * 1000}, p.cellWatts(), 1e-15);
    assertArrayEquals(new double[] {second * second * 100}, p.wordSegmentWatts(), 1e-17);
    assertEquals(0, p.bitSegmentWatts().length);
    assertArrayEquals(new double[] {total * total * 10}, p.leftWatts(), 1e-17);
    assertArrayEquals(new double[2], p.bottomWatts());
    assertEquals(p.deliveredWatts(), p.allCellWatts() + p.allWireWatts() + p.allEndWatts(), 1e-15);
  }

  @Test
  void wrongShapesAreRefused() {
    Wires wires = new Wires(1, 1, Ends.driveLeftSenseBottom(1, 2, 1, 1));
    double[] g = {1e-3, 1e-3};
    Drive drive = Drive.left(new double[] {1}, 2);
    ArraySolution s = new LinearArray(1, 2, g, wires).solve(drive);
    assertThrows(InputException.class, () -> s.cellAmps(new double[1]));
    assertThrows(
        InputException.class, () -> ArrayPower.of(wires, drive, s, new double[] {1, 2, 3}));
  }
}
