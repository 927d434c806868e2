package org.ohmweave.crossbar.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Segments;
import org.ohmweave.crossbar.effective.HierarchicalReduction;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.crossbar.wire.UnevenArray;

/** Solves a case and lays the answer out as the command {@code solve} writes it. */
public final class CaseSolution {
  private CaseSolution() {}

  /** One solution per run, in order; every run starts from rest. */
  public static List<ArraySolution> solve(CrossbarCase input) {
    if (input.ohmic()) {
      return solveOhmic(input);
    }
    return CellRuns.solve(input).stream().map(CellRuns.Run::solution).toList();
  }

  private static List<ArraySolution> solveOhmic(CrossbarCase input) {
    List<ArraySolution> solutions = new ArrayList<>();
    Segments segments = input.uneven();
    if (segments != null) {
      UnevenArray array = new UnevenArray(input.siemens(), segments, input.ends());
      for (Drive run : input.runs()) {
        array.cold();
        solutions.add(array.solve(run));
      }
      return solutions;
    }
    LinearArray array =
        new LinearArray(input.rows(), input.columns(), input.siemens(), input.wires());
    for (Drive run : input.runs()) {
      array.cold();
      solutions.add(array.solve(run));
    }
    return solutions;
  }

  /** The effective matrix, rows x columns. */
  public static double[] effective(CrossbarCase input) {
    int rows = input.rows();
    int columns = input.columns();
    if (!input.ohmic()) {
      throw new InputException(
          input.name()
              + ": an effective matrix needs ohmic cells; remove 'effective', or the sinh law,"
              + " model or series element");
    }
    Segments segments = input.uneven();
    if (segments == null) {
      return HierarchicalReduction.effectiveSiemens(rows, columns, input.siemens(), input.wires());
    }
    UnevenArray array = new UnevenArray(input.siemens(), segments, input.ends());
    double[] matrix = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      double[] left = new double[rows];
      left[i] = 1;
      Drive one = new Drive(left, new double[rows], new double[columns], new double[columns]);
      System.arraycopy(array.solve(one).bottomAmps(), 0, matrix, i * columns, columns);
    }
    return matrix;
  }

  /** The answer as a tree of maps and lists; open ends are null. */
  public static Map<String, Object> describe(CrossbarCase input) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", input.name());
    Ends ends = input.ends();
    List<Object> runs = new ArrayList<>();
    List<CellRuns.Run> solved =
        input.ohmic()
            ? solveOhmic(input).stream().map(CellRuns.Run::plain).toList()
            : CellRuns.solve(input);
    for (CellRuns.Run one : solved) {
      ArraySolution s = one.solution();
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("iLeft", connected(s.leftAmps(), ends.leftOhms()));
      run.put("iRight", connected(s.rightAmps(), ends.rightOhms()));
      run.put("iTop", connected(s.topAmps(), ends.topOhms()));
      run.put("iBottom", connected(s.bottomAmps(), ends.bottomOhms()));
      run.put("vWord", nested(s.wordVolts(), input.rows(), input.columns()));
      run.put("vBit", nested(s.bitVolts(), input.rows(), input.columns()));
      if (one.memoryVolts() != null) {
        run.put("vMemory", nested(one.memoryVolts(), input.rows(), input.columns()));
      }
      if (one.switchesOn() >= 0) {
        run.put("switchesOn", one.switchesOn());
        run.put("oscillating", one.oscillating());
      }
      run.put("iterations", s.iterations());
      run.put("residualAmps", s.residualAmps());
      runs.add(run);
    }
    answer.put("runs", runs);
    if (input.effective()) {
      answer.put("effective", nested(effective(input), input.rows(), input.columns()));
    }
    return answer;
  }

  /** Currents with null where the end is open; null altogether when all ends are. */
  private static @Nullable List<@Nullable Double> connected(double[] amps, double[] ohms) {
    List<@Nullable Double> list = new ArrayList<>();
    boolean any = false;
    for (int k = 0; k < amps.length; k++) {
      boolean open = Double.isInfinite(ohms[k]);
      list.add(open ? null : amps[k]);
      any |= !open;
    }
    return any ? list : null;
  }

  private static double[][] nested(double[] values, int rows, int columns) {
    double[][] lists = new double[rows][];
    for (int i = 0; i < rows; i++) {
      lists[i] = java.util.Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
    }
    return lists;
  }
}
