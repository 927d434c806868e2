package org.ohmweave.study.run;

import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on standard error: a bar on a terminal, otherwise a line at every tenth of the work. */
public final class Progress implements AutoCloseable {
  private static final int PARTS = 10;
  private final @Nullable ProgressBar bar;
  private final String what;
  private final long total;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong told = new AtomicLong();

  private Progress(@Nullable ProgressBar bar, String what, long total) {
    this.bar = bar;
    this.what = what;
    this.total = total;
  }

  /** Progress of {@code total} steps. */
  public static Progress of(String what, long total) {
    if (System.console() == null) {
      System.err.println(what + " ...");
      return new Progress(null, what, total);
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(what)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .build();
    return new Progress(bar, what, total);
  }

  /** One step done; may be called from any thread. */
  public void step() {
    at(done.incrementAndGet());
  }

  /** This many steps are done; may be called from any thread. */
  public void at(long steps) {
    if (bar != null) {
      bar.stepTo(steps);
      return;
    }
    long part = PARTS * steps / total;
    long before = told.get();
    if (total >= 2 * PARTS && part > before && part < PARTS && told.compareAndSet(before, part)) {
      System.err.println(what + " " + 100 / PARTS * part + " % ...");
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
