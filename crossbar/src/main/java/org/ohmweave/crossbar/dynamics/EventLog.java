package org.ohmweave.crossbar.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the cells do. */
final class EventLog {
  private final int columns;
  private final List<Crossing> crossings = new ArrayList<>();

  EventLog(int columns) {
    this.columns = columns;
  }

  void add(int cell, double seconds, String kind) {
    crossings.add(new Crossing(cell / columns, cell % columns, seconds, kind));
  }

  int size() {
    return crossings.size();
  }

  /** Forgets what was added beyond this many. */
  void back(int size) {
    crossings.subList(size, crossings.size()).clear();
  }

  List<Crossing> inOrder() {
    return crossings.stream()
        .sorted(
            Comparator.comparingDouble(Crossing::seconds)
                .thenComparingInt(Crossing::row)
                .thenComparingInt(Crossing::column))
        .toList();
  }
}
