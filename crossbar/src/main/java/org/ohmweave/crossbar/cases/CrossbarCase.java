package org.ohmweave.crossbar.cases;

import java.util.List;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Wires;

/**
 * A network to solve, as a case file describes it.
 *
 * @param name of the case
 * @param siemens small-signal conductances, rows x columns, row-major
 * @param sinhVolts v0 of the sinh law; 0 = ohmic cells
 * @param runs one set of sources each
 * @param effective whether the effective matrix is wanted
 */
public record CrossbarCase(
    String name,
    int rows,
    int columns,
    double[] siemens,
    Wires wires,
    double sinhVolts,
    List<Drive> runs,
    boolean effective) {}
