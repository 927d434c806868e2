package org.ohmweave.device;

/**
 * One parameter of a law, under its published symbol.
 *
 * @param symbol as the law's source writes it, ASCII ({@code "R_th0"})
 * @param unit SI unit of the bank's column ({@code "K/W"}; {@code "1"} for a pure number)
 * @param meaning a few words
 */
public record ParameterSymbol(String symbol, String unit, String meaning) {}
