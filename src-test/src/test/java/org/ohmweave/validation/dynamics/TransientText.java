package org.ohmweave.validation.dynamics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.cases.TransientCaseReader;
import org.ohmweave.crossbar.dynamics.TransientCase;

/** Cases written as text, apostrophes for quotes. */
final class TransientText {
  private TransientText() {}

  static TransientCase read(Path directory, String text, long seed) {
    try {
      Path file = Files.createTempFile(directory, "case", ".json");
      Files.writeString(file, text.replace('\'', '"'));
      return TransientCaseReader.read(file, NoiseSource.seeded(seed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
