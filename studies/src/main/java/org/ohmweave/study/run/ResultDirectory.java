package org.ohmweave.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ohmweave.core.InputException;

/**
 * A directory of results that appears whole or not at all: files go into a staging directory beside
 * the target, which is renamed by {@link #publish}. An interrupted or failed run leaves nothing
 * under the final name.
 */
public final class ResultDirectory implements AutoCloseable {
  /** Present in every published directory; tells that it may be replaced with {@code --force}. */
  public static final String MARK = "result.json";

  private static final AtomicLong COUNT = new AtomicLong();

  private final Path target;
  private final Path staging;
  private boolean published;

  private ResultDirectory(Path target, Path staging) {
    this.target = target;
    this.staging = staging;
  }

  /**
   * Prepares a run.
   *
   * @param target final directory; its parents are made when missing
   * @param force replaces an earlier result there
   */
  public static ResultDirectory open(Path target, boolean force) {
    Path absolute = target.toAbsolutePath().normalize();
    check(absolute, force);
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new InputException(
          "--out " + target + " is a file system root; name a directory to create");
    }
    try {
      Files.createDirectories(parent);
      Path staging =
          parent.resolve(
              "."
                  + absolute.getFileName()
                  + ".unfinished-"
                  + ProcessHandle.current().pid()
                  + "-"
                  + COUNT.incrementAndGet());
      Files.createDirectory(staging);
      ResultDirectory directory = new ResultDirectory(absolute, staging);
      Runtime.getRuntime().addShutdownHook(new Thread(directory::close));
      return directory;
    } catch (IOException e) {
      throw new InputException(
          "--out " + target + " cannot be created (" + e.getMessage() + "); name a writable place",
          e);
    }
  }

  private static void check(Path target, boolean force) {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new InputException("--out " + target + " is a file; name a directory");
    }
    try (Stream<Path> entries = Files.list(target)) {
      if (entries.findAny().isEmpty()) {
        return;
      }
    } catch (IOException e) {
      throw new InputException("--out " + target + " cannot be read (" + e.getMessage() + ")", e);
    }
    if (!force) {
      throw new InputException(
          "--out " + target + " already holds files; name another directory or add --force");
    }
    if (!Files.exists(target.resolve(MARK))) {
      throw new InputException(
          "--out "
              + target
              + " holds files that are not an Ohmweave result (no "
              + MARK
              + "), --force will not delete them; name another directory");
    }
  }

  /** Where to write a file of this name now; subdirectories are made. */
  public Path file(String name) {
    Path file = staging.resolve(name);
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Final place of the results. */
  public Path target() {
    return target;
  }

  /** Gives the results their final name. */
  public synchronized void publish() {
    try {
      if (Files.exists(target)) {
        Path old = staging.resolveSibling(staging.getFileName() + "-replaced");
        Files.move(target, old);
        Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
      } else {
        Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
      }
      published = true;
    } catch (IOException e) {
      throw new UncheckedIOException("results stay in " + staging, e);
    }
  }

  /** Removes what was not published. */
  @Override
  public synchronized void close() {
    if (!published && Files.exists(staging)) {
      try {
        delete(staging);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
