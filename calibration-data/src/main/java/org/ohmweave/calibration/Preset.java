package org.ohmweave.calibration;

import java.util.List;
import org.ohmweave.core.io.YamlNode;

/**
 * A named parameter set of one law.
 *
 * @param name {@code family/law[-variant]}
 * @param law name of the law that reads it
 * @param title one line
 * @param references full citations
 * @param polarity which sign SETs, in the law's published convention
 * @param notes what a user should know before trusting it
 * @param values in the order of the file
 * @param variability what varies and ages, as the file tells it; without keys if nothing does. The
 *     module of the laws reads it.
 * @param cycles which coefficients a statistical law of cycles uses; without keys for other laws
 */
public record Preset(
    String name,
    String law,
    String title,
    List<String> references,
    String polarity,
    List<String> notes,
    List<PresetValue> values,
    YamlNode variability,
    YamlNode cycles) {
  /** Lists are copied. */
  public Preset {
    references = List.copyOf(references);
    notes = List.copyOf(notes);
    values = List.copyOf(values);
  }
}
