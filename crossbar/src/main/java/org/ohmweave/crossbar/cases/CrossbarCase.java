package org.ohmweave.crossbar.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Segments;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.BankLaw;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.crossbar.cell.OhmicLaw;
import org.ohmweave.crossbar.cell.SinhLaw;
import org.ohmweave.crossbar.cell.StuckCellsLaw;
import org.ohmweave.device.DeviceBank;

/**
 * A network to solve, as a case file describes it.
 *
 * @param name of the case
 * @param siemens small-signal conductances, rows x columns, row-major; of devices: not used. Ohmic
 *     cells have their faults and series resistors in it already
 * @param sinhVolts v0 of the sinh law; 0 = ohmic cells
 * @param bank simulated devices instead, or null
 * @param series what stands in series with every memory element
 * @param stuckSiemens of memory elements that are fixed resistors, NaN elsewhere; empty = none
 * @param network lines and their ends
 * @param runs one set of sources each
 * @param effective whether the effective matrix is wanted
 */
public record CrossbarCase(
    String name,
    int rows,
    int columns,
    double[] siemens,
    double sinhVolts,
    @Nullable DeviceBank bank,
    CaseSeries series,
    double[] stuckSiemens,
    CaseWires network,
    List<Drive> runs,
    boolean effective) {

  /** Whether all cells are resistors. */
  public boolean ohmic() {
    return bank == null && sinhVolts == 0 && series instanceof CaseSeries.None;
  }

  /** How lines end. */
  public Ends ends() {
    return network.ends();
  }

  /** Every segment by itself, or null if all of a direction are alike. */
  public @Nullable Segments uneven() {
    return network.uneven();
  }

  /**
   * The wires, all segments of a direction alike.
   *
   * @throws InputException if they are not
   */
  public Wires wires() {
    if (network.uneven() != null) {
      throw new InputException("the wires of " + name + " differ from segment to segment");
    }
    return new Wires(network.wordOhms(), network.bitOhms(), network.ends());
  }

  /** The memory elements, stuck ones included, without what is in series. */
  CellLaw memory() {
    CellLaw law =
        bank != null
            ? new BankLaw(bank)
            : sinhVolts > 0 ? new SinhLaw(siemens, sinhVolts) : new OhmicLaw(siemens);
    return stuckSiemens.length == 0 || ohmic() ? law : new StuckCellsLaw(law, stuckSiemens);
  }
}
