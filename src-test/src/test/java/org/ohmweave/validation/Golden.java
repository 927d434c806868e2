package org.ohmweave.validation;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Finds golden files: results of independent programs, described by the README of their folder. */
public final class Golden {
  private Golden() {}

  /** A file below {@code golden/}. */
  public static Path file(String name) {
    URL url = Objects.requireNonNull(Golden.class.getResource("/golden/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
