package org.ohmweave.crossbar.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Segments;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.CellLaw;

/**
 * An array of cells of any passive law between wires with resistance, solved by Newton's method:
 * each step is a linear array with the slopes as conductances and the rest as currents of the
 * cells' own, solved only as exactly as the step deserves.
 *
 * <p>Three stages, the next only when the one before does not settle. First Newton's method with
 * each steep cell brought back to its curve along the load line of its wires. Then Newton steps
 * with a line search on the content of the network (the sum of all {@code int i dv}, convex for
 * monotone laws, W. Millar, "Some general theorems for non-linear systems possessing resistance",
 * Phil. Mag. 42, 1951 [memory]): the solution is its minimum, so every step gains. Then sources
 * raised from zero.
 *
 * <p>Repeated solves start from the last voltages. Not for concurrent use.
 */
public final class NewtonArray {
  private static final int MARCH_LIMIT = 60;
  private static final int WINDOW = 12;
  private static final int SEARCH_LIMIT = 200;
  private static final double LEAST_SLOPE = 1e-6;
  private static final double FINEST = 1e-13;
  private static final double COARSEST = 1e-3;

  /** Down a steep curve Newton's method leaves this share of the current, or more, per step. */
  private static final double CRAWLING = 0.2;

  private final int rows;
  private final int columns;
  private final int cells;
  private final CellLaw law;
  private final Ends ends;
  private final LinearNetwork linear;
  private final LocalLoad load;

  /** Where the cells are linearised, and what the law says there. */
  private final double[] point;

  private final double[] amps;
  private final double[] slope;
  private final double[] own;

  /** Where the network puts them, and what the law says there. */
  private final double[] across;

  private final double[] nextAmps;
  private final double[] nextSlope;
  private double tolerance = 1e-12;
  private double bound;
  private boolean beyond;
  private double relativeResidual;
  private double residualAmps;
  private int linearSolves;
  private int linearIterations;
  private int searchSteps;
  private int sourceSteps;

  /** An array; the law must cover rows x columns cells, in row-major order. */
  public NewtonArray(int rows, int columns, CellLaw law, Wires wires) {
    this(
        law,
        Segments.uniform(rows, columns, wires.wordOhms(), wires.bitOhms()),
        wires.ends(),
        LinearNetwork.of(new LinearArray(rows, columns, ones(rows, columns), wires)));
  }

  /** An array whose segments differ; the law must cover all its cells, in row-major order. */
  public NewtonArray(CellLaw law, Segments segments, Ends ends) {
    this(
        law,
        segments,
        ends,
        new UnevenArray(ones(segments.rows(), segments.columns()), segments, ends));
  }

  private NewtonArray(CellLaw law, Segments segments, Ends ends, LinearNetwork linear) {
    this.rows = segments.rows();
    this.columns = segments.columns();
    this.cells = rows * columns;
    this.law = law;
    this.ends = ends;
    this.linear = linear;
    this.load = new LocalLoad(law, segments, ends);
    this.point = new double[cells];
    this.amps = new double[cells];
    this.slope = new double[cells];
    this.own = new double[cells];
    this.across = new double[cells];
    this.nextAmps = new double[cells];
    this.nextSlope = new double[cells];
  }

  private static double[] ones(int rows, int columns) {
    double[] start = new double[rows * columns];
    Arrays.fill(start, 1);
    return start;
  }

  /**
   * How exactly to solve.
   *
   * @param relative largest current missing at a node when steps stop, relative to the largest cell
   *     current, 1e-14 .. 1e-3; rounding may allow no more than about 1e-16 of voltage times slope
   */
  public NewtonArray tolerance(double relative) {
    if (!(relative >= 1e-14 && relative <= 1e-3)) {
      throw new InputException("tolerance must lie in 1e-14 .. 1e-3, got " + relative);
    }
    this.tolerance = relative;
    return this;
  }

  /** Forgets the last voltages, so that the next solve does not depend on history. */
  public void cold() {
    linear.cold();
    Arrays.fill(point, 0);
  }

  /** How the last solve went. */
  public NewtonReport report() {
    return new NewtonReport(
        linearSolves, linearSolves, linearIterations, searchSteps, sourceSteps, residualAmps);
  }

  /**
   * Solves for one set of sources.
   *
   * @throws ConvergenceException when no stage settles
   */
  public ArraySolution solve(Drive drive) {
    linearSolves = 0;
    linearIterations = 0;
    searchSteps = 0;
    sourceSteps = 0;
    if (span(drive) == 0) {
      cold(); // else every step leaves a smaller rest, never nothing
    }
    ArraySolution solution = attempt(drive);
    if (solution == null) {
      solution = raise(drive);
    }
    return new ArraySolution(
        solution.leftAmps(),
        solution.rightAmps(),
        solution.topAmps(),
        solution.bottomAmps(),
        solution.wordVolts(),
        solution.bitVolts(),
        linearIterations,
        residualAmps);
  }

  private @Nullable ArraySolution attempt(Drive drive) {
    double span = span(drive);
    bound = span;
    for (double v : point) {
      bound = Math.max(bound, Math.abs(v));
    }
    ArraySolution solution = march(drive);
    if (solution == null) {
      linear.cold();
      bound = Math.max(bound, span);
      solution = new ContentDescent(this, drive).run(SEARCH_LIMIT);
    }
    return solution;
  }

  /** Raises the sources from zero by steps that shrink when they fail and grow when they do not. */
  private ArraySolution raise(Drive drive) {
    cold();
    double[] settled = point.clone();
    double share = 0;
    double step = 0.25;
    while (true) {
      double next = Math.min(1, share + step);
      ArraySolution solution = attempt(scaled(drive, next));
      if (solution != null) {
        sourceSteps++;
        if (next == 1) {
          return solution;
        }
        share = next;
        step *= 2;
        System.arraycopy(point, 0, settled, 0, cells);
      } else {
        step /= 4;
        System.arraycopy(settled, 0, point, 0, cells);
        if (step < 1e-4) {
          throw new ConvergenceException(
              "Newton's method on "
                  + rows
                  + " x "
                  + columns
                  + " cells, sources raised to "
                  + share
                  + ", relative current missing at cell "
                  + worstCell(),
              linearSolves,
              relativeResidual);
        }
      }
    }
  }

  private String worstCell() {
    int worst = 0;
    double most = -1;
    for (int k = 0; k < cells; k++) {
      double missing = Math.abs(nextAmps[k] - carried(k));
      if (!(missing <= most)) {
        most = missing;
        worst = k;
      }
    }
    return "(" + worst / columns + ", " + worst % columns + ")";
  }

  private static Drive scaled(Drive drive, double share) {
    return new Drive(
        times(drive.leftVolts(), share),
        times(drive.rightVolts(), share),
        times(drive.topVolts(), share),
        times(drive.bottomVolts(), share));
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(v -> v * factor).toArray();
  }

  private @Nullable ArraySolution march(Drive drive) {
    double[] changes = new double[MARCH_LIMIT];
    beyond = false;
    double inner = COARSEST;
    double before = Double.POSITIVE_INFINITY;
    evaluate(point, amps, slope);
    for (int step = 0; step < MARCH_LIMIT; step++) {
      ArraySolution solution = linearSolve(drive, inner);
      judge(solution);
      if (settled(before, inner)) {
        keep();
        return solution;
      }
      changes[step] = advance();
      if (step >= WINDOW && !(changes[step] < 0.5 * changes[step - WINDOW])) {
        return null;
      }
      before = relativeResidual;
      inner = innerTolerance(relativeResidual);
    }
    return null;
  }

  static double innerTolerance(double residual) {
    double wanted = 0.01 * residual * residual;
    return wanted < FINEST ? FINEST : wanted < COARSEST ? wanted : COARSEST;
  }

  /** Solves the network linearised at {@link #point}; fills {@link #across}. */
  ArraySolution linearSolve(Drive drive, double inner) {
    for (int k = 0; k < cells; k++) {
      own[k] = amps[k] - slope[k] * point[k];
    }
    linear.conductances(slope);
    ArraySolution solution = linear.solve(drive, own, inner);
    linearSolves++;
    linearIterations += solution.iterations();
    for (int k = 0; k < cells; k++) {
      across[k] = solution.wordVolts()[k] - solution.bitVolts()[k];
    }
    return solution;
  }

  /** What the linearised cell carries where the network puts it. */
  double carried(int k) {
    return amps[k] + slope[k] * (across[k] - point[k]);
  }

  /**
   * Compares the law with what the linearised cells carry. In a passive network no cell sees more
   * than all sources together, so the law is not asked beyond that, unless two answers in a row lie
   * there (cells that are not passive, such as charged ones).
   */
  void judge(ArraySolution solution) {
    boolean again = beyond;
    beyond = false;
    double farthest = 0;
    double limit = bound * (1 + 1e-6); // room for rounding
    for (int k = 0; k < cells; k++) {
      double bounded = Math.max(-limit, Math.min(limit, across[k]));
      beyond |= across[k] != bounded;
      farthest = Math.max(farthest, Math.abs(across[k]));
      own[k] = bounded;
    }
    if (beyond && again) {
      bound = Math.min(2 * farthest, Math.max(4 * bound, 0.1));
    }
    evaluate(own, nextAmps, nextSlope);
    double largest = Double.MIN_NORMAL;
    for (int k = 0; k < cells; k++) {
      largest = Math.max(largest, Math.abs(carried(k)));
    }
    double worst = 0;
    double missing = 0;
    for (int k = 0; k < cells; k++) {
      double rounding =
          8
              * Math.ulp(1.0)
              * nextSlope[k]
              * (Math.abs(solution.wordVolts()[k]) + Math.abs(solution.bitVolts()[k]));
      double off = Math.abs(nextAmps[k] - carried(k));
      missing = Math.max(missing, off);
      worst = Math.max(worst, Math.max(0, off - rounding) / largest);
    }
    relativeResidual = beyond ? Math.max(1, worst) : worst;
    residualAmps = missing + solution.residualAmps();
  }

  int cells() {
    return cells;
  }

  double across(int k) {
    return across[k];
  }

  double relativeResidual() {
    return relativeResidual;
  }

  /** Lets the law be asked up to this voltage. */
  void allow(double volts) {
    bound = volts;
  }

  double bound() {
    return bound;
  }

  void searched() {
    searchSteps++;
  }

  /** Takes points of linearisation and what the law says there. */
  void linearise(double[] volts, double[] current, double[] conductance) {
    System.arraycopy(volts, 0, point, 0, cells);
    System.arraycopy(current, 0, amps, 0, cells);
    System.arraycopy(conductance, 0, slope, 0, cells);
  }

  /** The next solve starts from here. */
  void keep() {
    System.arraycopy(across, 0, point, 0, cells);
  }

  /** A conductance that shorts a cell against its lines. */
  double strongSiemens() {
    double ohms = 0;
    for (int k = 0; k < cells; k++) {
      ohms = Math.max(ohms, Double.isInfinite(load.ohms(k)) ? 0 : load.ohms(k));
    }
    return ohms == 0 ? 1 : 10 / ohms;
  }

  boolean settled(double before, double inner) {
    boolean small = relativeResidual <= tolerance;
    boolean rounding = relativeResidual <= 1e-9 && relativeResidual >= 0.5 * before;
    double enough = Math.max(tolerance, FINEST);
    return (small || rounding) && inner <= enough;
  }

  /**
   * Moves the points of linearisation.
   *
   * @return how far the farthest point moves, V
   */
  private double advance() {
    double change = 0;
    for (int k = 0; k < cells; k++) {
      double bounded = own[k];
      double from = point[k];
      double carried = carried(k);
      double off = nextAmps[k] - carried;
      boolean overshot = off * (across[k] - from) > 0;
      boolean far = Math.abs(off) > 0.5 * Math.max(Math.abs(carried), Math.abs(amps[k]));
      boolean crawls = !overshot && Math.abs(off) > CRAWLING * Math.abs(amps[k]);
      double to = bounded;
      if (from != bounded && (crawls || (overshot && far))) {
        to = load.meet(k, crawls ? 0 : from, bounded, across[k], carried);
      }
      change = Math.max(change, Math.abs(to - from));
      point[k] = to;
      if (to == bounded) {
        amps[k] = nextAmps[k];
        slope[k] = nextSlope[k];
      } else {
        law.evaluate(k, k + 1, point, amps, slope);
        check(k, point, amps, slope);
      }
    }
    return change;
  }

  /** Asks the law at given voltages. */
  void evaluate(double[] volts, double[] current, double[] conductance) {
    law.evaluate(0, cells, volts, current, conductance);
    for (int k = 0; k < cells; k++) {
      check(k, volts, current, conductance);
    }
  }

  /**
   * Flat and falling parts of a curve are linearised almost flat, so that the linear network always
   * has a path where a current flows.
   */
  private void check(int k, double[] volts, double[] current, double[] conductance) {
    if (!Double.isFinite(current[k]) || !Double.isFinite(conductance[k])) {
      throw new ConvergenceException(
          "the law of the cell at row "
              + k / columns
              + ", column "
              + k % columns
              + " gave a current of "
              + current[k]
              + " A and a slope of "
              + conductance[k]
              + " S; the network, volts across that cell,",
          linearSolves,
          volts[k]);
    }
    double least = volts[k] == 0 ? 0 : LEAST_SLOPE * Math.abs(current[k] / volts[k]);
    conductance[k] = Math.max(least, conductance[k]);
  }

  private double span(Drive drive) {
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    include(range, drive.leftVolts(), ends.leftOhms());
    include(range, drive.rightVolts(), ends.rightOhms());
    include(range, drive.topVolts(), ends.topOhms());
    include(range, drive.bottomVolts(), ends.bottomOhms());
    return range[1] >= range[0] ? range[1] - range[0] : 0;
  }

  private static void include(double[] range, double[] volts, double[] ohms) {
    for (int k = 0; k < Math.min(volts.length, ohms.length); k++) {
      if (!Double.isInfinite(ohms[k])) {
        range[0] = Math.min(range[0], volts[k]);
        range[1] = Math.max(range[1], volts[k]);
      }
    }
  }
}
