package org.ohmweave.study.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmweave.study.report.Section;

/** What the sources of a {@link TransientStudy} deliver. */
final class TransientSources {
  private static final List<String> GROUPS =
      List.of("selected word line", "other word lines", "selected bit lines", "other bit lines");
  private final TransientArray array;
  private final TransientStudy.Followed[] followed;

  TransientSources(TransientArray array, TransientStudy.Followed[] followed) {
    this.array = array;
    this.followed = followed;
  }

  /** Table by group of lines, and a file with every source. */
  void present(RunContext context, Section section, Map<String, Object> metrics) {
    int rows = array.rows();
    int columns = array.columns();
    StringBuilder csv = new StringBuilder("array,end,line,charge_C,energy_J\n");
    double[] charge = new double[GROUPS.size()];
    double[] energy = new double[GROUPS.size()];
    String[] ends = {"left", "right", "top", "bottom"};
    int[] from = {0, rows, 2 * rows, 2 * rows + columns, 2 * (rows + columns)};
    for (int a = 0; a < followed.length; a++) {
      double[] q = followed[a].course().charge();
      double[] e = followed[a].course().energy();
      for (int side = 0; side < 4; side++) {
        for (int s = from[side]; s < from[side + 1]; s++) {
          int line = s - from[side];
          csv.append(a).append(',').append(ends[side]).append(',').append(line).append(',');
          csv.append(q[s]).append(',').append(e[s]).append('\n');
          int group =
              side < 2
                  ? (line == array.row() ? 0 : 1)
                  : Arrays.stream(array.selectedColumns()).anyMatch(c -> c == line) ? 2 : 3;
          charge[group] += q[s] / followed.length;
          energy[group] += e[s] / followed.length;
        }
      }
    }
    TransientReport.write(context, "sources.csv", csv);
    List<String[]> table = new ArrayList<>();
    Map<String, Object> map = new LinkedHashMap<>();
    double whole = 0;
    for (int g = 0; g < charge.length; g++) {
      table.add(new String[] {GROUPS.get(g), Words.si(charge[g], "C"), Words.si(energy[g], "J")});
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("chargeCoulombs", charge[g]);
      one.put("energyJoules", energy[g]);
      map.put(GROUPS.get(g).replace(' ', '-'), one);
      whole += energy[g];
    }
    table.add(new String[] {"all sources", "", Words.si(whole, "J")});
    metrics.put("sources", map);
    metrics.put("energyJoules", whole);
    section.table(
        "Charge out of the array into the sources, and energy they deliver, over all pulses"
            + (followed.length > 1 ? ", mean of the arrays." : "."),
        List.of("sources", "charge", "energy"),
        table.toArray(new String[0][]));
  }
}
