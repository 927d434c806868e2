package org.ohmweave.study.kind;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Nearest;
import org.ohmweave.core.io.YamlNode;

/** The kinds of study a file can name. A new kind is one class and one line here. */
public final class Studies {
  private static final Map<String, Function<YamlNode, Study>> KINDS =
      new TreeMap<>(
          Map.of(
              "endurance", EnduranceStudy::read,
              "iv", IvStudy::read,
              "kinetics", KineticsStudy::read,
              "pulses", PulsesStudy::read,
              "read-margin", ReadMarginStudy::read,
              "retention", RetentionStudy::read,
              "transient", TransientStudy::read,
              "vmm", VmmStudy::read,
              "program", ProgramStudy::read,
              "snn", SnnStudy::read));

  private Studies() {}

  /** Reads a study; the key {@code kind} decides which. */
  public static Study read(YamlNode node) {
    String kind = node.text("kind");
    Function<YamlNode, Study> reader = KINDS.get(kind);
    if (reader == null) {
      throw new InputException(
          node.where("kind")
              + " '"
              + kind
              + "' is unknown"
              + Nearest.hint(kind, KINDS.keySet())
              + "; it may be one of "
              + KINDS.keySet());
    }
    Study study = reader.apply(node);
    node.finish();
    return study;
  }
}
