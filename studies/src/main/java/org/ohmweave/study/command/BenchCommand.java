package org.ohmweave.study.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.io.Nearest;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.study.kind.QuickBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ohmweave bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "A quick table of the program's own speed in one process; the careful one is the JMH suite in benchmarks/.")
public final class BenchCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "One entry; default all.")
  private @Nullable String name;

  @Option(names = "--json", paramLabel = "FILE", description = "Also writes the numbers as JSON.")
  private @Nullable Path json;

  @Override
  public Integer call() {
    Map<String, Runnable> entries = QuickBench.entries();
    if (name != null && !entries.containsKey(name)) {
      throw new InputException(
          "bench entry '"
              + name
              + "' is unknown"
              + Nearest.hint(name, entries.keySet())
              + "; there are "
              + entries.keySet());
    }
    if (json != null && Files.exists(json)) {
      throw new InputException("--json " + json + " exists; name another file");
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    System.out.printf(Locale.ROOT, "%-24s %14s %14s%n", "entry", "best [ms]", "median [ms]");
    entries.forEach(
        (entry, work) -> {
          if (name == null || name.equals(entry)) {
            double[] millis = QuickBench.measure(work);
            System.out.printf(Locale.ROOT, "%-24s %14.4f %14.4f%n", entry, millis[0], millis[1]);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("entry", entry);
            row.put("bestMilliseconds", millis[0]);
            row.put("medianMilliseconds", millis[1]);
            rows.add(row);
          }
        });
    if (json != null) {
      Json.write(json, Map.of("vectorPath", VectorMath.active().name(), "rows", rows));
    }
    return 0;
  }
}
