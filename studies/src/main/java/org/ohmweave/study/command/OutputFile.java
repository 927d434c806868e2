package org.ohmweave.study.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import picocli.CommandLine.Option;

/** The options of a command that writes one file, or standard output without it. */
final class OutputFile {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write; default standard output.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  /** Refuses an existing file before any work is done. */
  void check() {
    if (out != null && Files.exists(out) && !force) {
      throw new InputException("--out " + out + " exists; name another file or add --force");
    }
  }

  @Nullable Path path() {
    return out;
  }
}
