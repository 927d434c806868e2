package org.ohmweave.crossbar.array;

/**
 * The solved network. Currents are positive when they flow out of the array into a source; an open
 * end carries 0.
 *
 * @param leftAmps one per word line
 * @param rightAmps one per word line
 * @param topAmps one per bit line
 * @param bottomAmps one per bit line
 * @param wordVolts node voltages, rows x columns, row-major
 * @param bitVolts node voltages, rows x columns, row-major
 * @param iterations of the linear solver, all steps together
 * @param residualAmps largest violation of Kirchhoff's current law at a word-line node
 */
public record ArraySolution(
    double[] leftAmps,
    double[] rightAmps,
    double[] topAmps,
    double[] bottomAmps,
    double[] wordVolts,
    double[] bitVolts,
    int iterations,
    double residualAmps) {}
