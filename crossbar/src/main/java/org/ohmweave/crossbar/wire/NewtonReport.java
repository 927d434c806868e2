package org.ohmweave.crossbar.wire;

/**
 * How a nonlinear network was solved.
 *
 * @param newtonSteps linearisations of the cells
 * @param linearSolves linear networks solved (one per step)
 * @param linearIterations conjugate gradient iterations of all of them
 * @param searchSteps steps that needed the line search
 * @param sourceSteps partial source voltages that were solved on the way; 0 = none
 * @param residualAmps largest violation of Kirchhoff's current law at any node, with the currents
 *     that the law gives at the solved node voltages
 */
public record NewtonReport(
    int newtonSteps,
    int linearSolves,
    int linearIterations,
    int searchSteps,
    int sourceSteps,
    double residualAmps) {}
