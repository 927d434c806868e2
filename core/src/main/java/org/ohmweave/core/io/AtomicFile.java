package org.ohmweave.core.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import org.ohmweave.core.InputException;

/**
 * Writes a file to a temporary name beside its target and renames it, so that no half file is ever
 * seen.
 */
public final class AtomicFile {
  /** What to put into the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; the stream is buffered and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  private static final AtomicLong COUNT = new AtomicLong();

  private AtomicFile() {}

  /**
   * Writes {@code target}, replacing an earlier file of that name.
   *
   * @throws InputException if the place cannot be written
   */
  public static void write(Path target, Content content) {
    Path absolute = target.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent == null || Files.isDirectory(absolute)) {
      throw new InputException(target + " is a directory; name a file to write");
    }
    Path temporary;
    try {
      Files.createDirectories(parent);
      String unique = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
      temporary = parent.resolve("." + absolute.getFileName() + "." + unique + ".unfinished");
      Files.createFile(temporary);
    } catch (IOException e) {
      throw new InputException(
          target + " cannot be written (" + e.getMessage() + "); name a writable place", e);
    }
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
        content.writeTo(out);
      }
      Files.move(
          temporary, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + target + " failed: " + e.getMessage(), e);
    } finally {
      discard(temporary);
    }
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
