package org.ohmweave.study.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ohmweave.core.InputException;

/**
 * Independent pieces of work on a given number of threads. The pieces, not the threads, decide
 * results.
 */
public final class Parallel {
  private Parallel() {}

  /** The machine's processors unless the user gave a number. */
  public static int threads(int asked) {
    if (asked < 0) {
      throw new InputException("--threads must be 1 or more, got " + asked);
    }
    return asked == 0 ? Runtime.getRuntime().availableProcessors() : asked;
  }

  /** Runs {@code piece(0) .. piece(count - 1)}, each once. */
  public static void run(int threads, int count, IntConsumer piece) {
    if (threads <= 1) {
      for (int i = 0; i < count; i++) {
        piece.accept(i);
      }
      return;
    }
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(() -> IntStream.range(0, count).parallel().forEach(piece)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
