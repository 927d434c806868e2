package org.ohmweave.device;

/**
 * One internal state of a law.
 *
 * @param column name with unit, as files print it ({@code "gap_m"})
 * @param meaning a few words
 */
public record StateVariable(String column, String meaning) {}
