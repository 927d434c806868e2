package org.ohmweave.study.kind;

import java.util.Map;
import org.ohmweave.study.report.Section;

/**
 * What a study found.
 *
 * @param section a chapter for people
 * @param metrics numbers for programs: names with units to numbers, lists or maps
 */
public record Outcome(Section section, Map<String, Object> metrics) {}
