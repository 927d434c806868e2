package org.ohmweave.study.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.study.run.Parallel;
import picocli.CommandLine.Option;

/** Options of every command that makes a result directory. */
final class RunOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where results go; made when missing. Default: results-... or ohmweave-demo here.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace an earlier result in --out.")
  private boolean force;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all randomness, default 1; the same seed gives the same numbers.")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; default all processors. Changes no result.")
  private @Nullable Integer threads;

  Path out(String otherwise) {
    return out == null ? Path.of(otherwise) : out;
  }

  boolean force() {
    return force;
  }

  long seed(long otherwise) {
    return seed == null ? otherwise : seed;
  }

  int threads() {
    if (threads != null && threads < 1) {
      throw new InputException(
          "--threads must be a whole number from 1, got "
              + threads
              + "; leave it out for all processors");
    }
    return Parallel.threads(threads == null ? 0 : threads);
  }
}
