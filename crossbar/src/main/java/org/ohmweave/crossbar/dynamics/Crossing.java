package org.ohmweave.crossbar.dynamics;

/**
 * Something a cell did.
 *
 * @param row word line of the cell
 * @param column bit line of the cell
 * @param seconds when
 * @param kind {@code down} or {@code up}: the first coordinate passed the level; {@code min} or
 *     {@code max}: it arrived at its bound; {@code on} or {@code off}: a stochastic cell switched
 */
public record Crossing(int row, int column, double seconds, String kind) {}
