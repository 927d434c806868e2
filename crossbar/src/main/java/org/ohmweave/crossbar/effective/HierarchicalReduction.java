package org.ohmweave.crossbar.effective;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import org.ohmweave.core.InputException;
import org.ohmweave.core.dense.NodeElimination;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.FloatingLines;

/**
 * The effective matrix of an array by hierarchical Kron reduction: the current into each bottom
 * source for 1 V on one left source and 0 V on all others.
 *
 * <p>The array is cut in two along its longer side until a few cells are left. A part is the
 * network between those of its nodes that lead elsewhere; two parts are joined by adding their
 * networks on the nodes they share, and the nodes inside are eliminated. Sources are nodes of the
 * network, so that in the end the conductance between a left and a bottom source is the entry of
 * the matrix. Open ends have no source and disappear early; nodes that a zero resistance joins are
 * one node. Nothing is subtracted (see {@link NodeElimination}), so each entry is exact to a small
 * multiple of the rounding error, whatever the resistances are.
 */
public final class HierarchicalReduction {
  private static final int LEAF_CELLS = 16;

  /** Cells below which a part is not worth a task of its own. */
  private static final int TASK_CELLS = 1024;

  private final NodeNames names;
  private final double[] siemens;

  private HierarchicalReduction(NodeNames names, double[] siemens) {
    this.names = names;
    this.siemens = siemens;
  }

  /**
   * The effective matrix, in this thread.
   *
   * @param siemens cell conductances, rows x columns, row-major, {@code >= 0} and finite, not
   *     modified
   * @return rows x columns, siemens; 0 where the line's left or bottom end is open
   */
  public static double[] effectiveSiemens(int rows, int columns, double[] siemens, Wires wires) {
    return effectiveSiemens(rows, columns, siemens, wires, 1);
  }

  /**
   * The effective matrix on several threads; the bits do not depend on their number.
   *
   * @param threads {@code >= 1}
   */
  public static double[] effectiveSiemens(
      int rows, int columns, double[] siemens, Wires wires, int threads) {
    check(rows, columns, siemens, wires, threads);
    FloatingLines.refuse(rows, columns, siemens, wires);
    HierarchicalReduction whole =
        new HierarchicalReduction(new NodeNames(rows, columns, wires), siemens);
    if (threads == 1) {
      return whole.matrix(whole.reduce(0, rows, 0, columns));
    }
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return whole.matrix(pool.invoke(new Part(whole, 0, rows, 0, columns)));
    } finally {
      pool.shutdown();
    }
  }

  private static void check(int rows, int columns, double[] siemens, Wires wires, int threads) {
    if (rows < 1 || columns < 1 || siemens.length != (long) rows * columns) {
      throw new InputException(
          "an array of "
              + rows
              + " x "
              + columns
              + " needs at least one cell and one conductance per cell, got "
              + siemens.length);
    }
    if (wires.ends().leftOhms().length != rows || wires.ends().topOhms().length != columns) {
      throw new InputException(
          "line ends must be given for " + rows + " word and " + columns + " bit lines");
    }
    if (threads < 1) {
      throw new InputException("threads must be at least 1, got " + threads);
    }
    for (int k = 0; k < siemens.length; k++) {
      if (!(siemens[k] >= 0) || Double.isInfinite(siemens[k])) {
        throw new InputException(
            "conductance of the cell at row "
                + k / columns
                + ", column "
                + k % columns
                + " must be zero or positive and finite [S], got "
                + siemens[k]);
      }
    }
  }

  private Network reduce(int top, int bottom, int left, int right) {
    int height = bottom - top;
    int width = right - left;
    if (height * width <= LEAF_CELLS) {
      return Leaf.of(names, siemens, top, bottom, left, right);
    }
    if (ForkJoinTask.inForkJoinPool() && height * width >= TASK_CELLS) {
      return forked(top, bottom, left, right);
    }
    if (width >= height) {
      int cut = left + width / 2;
      return join(
          reduce(top, bottom, left, cut),
          reduce(top, bottom, cut, right),
          top,
          bottom,
          left,
          right);
    }
    int cut = top + height / 2;
    return join(
        reduce(top, cut, left, right), reduce(cut, bottom, left, right), top, bottom, left, right);
  }

  private Network forked(int top, int bottom, int left, int right) {
    int height = bottom - top;
    int width = right - left;
    Part first;
    Part second;
    if (width >= height) {
      int cut = left + width / 2;
      first = new Part(this, top, bottom, left, cut);
      second = new Part(this, top, bottom, cut, right);
    } else {
      int cut = top + height / 2;
      first = new Part(this, top, cut, left, right);
      second = new Part(this, cut, bottom, left, right);
    }
    second.fork();
    Network one = first.invoke();
    return join(one, second.join(), top, bottom, left, right);
  }

  private Network join(Network one, Network two, int top, int bottom, int left, int right) {
    int own = one.size() - 1;
    int[] nodes = new int[own + two.size()];
    System.arraycopy(one.nodes(), 0, nodes, 0, own);
    NodeIndex known = new NodeIndex(one.nodes(), own);
    int[] unionOfTwo = new int[two.size()];
    int count = own;
    for (int k = 0; k < two.size() - 1; k++) {
      int node = two.nodes()[k];
      int at = known.find(node);
      if (at < 0) {
        at = count;
        nodes[count++] = node;
      }
      unionOfTwo[k] = at;
    }
    nodes[count] = NodeNames.GROUND;
    unionOfTwo[two.size() - 1] = count++;
    boolean[] inner = new boolean[count];
    for (int k = 0; k < count - 1; k++) {
      inner[k] = names.inner(nodes[k], top, bottom, left, right);
    }
    int[] place = new int[count];
    int pivots = Network.order(inner, place);
    double[] sum = new double[NodeElimination.length(count)];
    int stride = NodeElimination.stride(count);
    int[] placeOfOne = Arrays.copyOf(place, own + 1);
    placeOfOne[own] = place[count - 1];
    one.addTo(sum, stride, placeOfOne);
    int[] placeOfTwo = new int[two.size()];
    for (int k = 0; k < placeOfTwo.length; k++) {
      placeOfTwo[k] = place[unionOfTwo[k]];
    }
    two.addTo(sum, stride, placeOfTwo);
    int[] ordered = new int[count];
    for (int k = 0; k < count; k++) {
      ordered[place[k]] = nodes[k];
    }
    return Network.reduced(ordered, sum, pivots);
  }

  private double[] matrix(Network root) {
    double[] matrix = new double[names.rows * names.columns];
    int firstDriver = names.driver(0);
    int firstSense = names.sense(0);
    for (int a = 0; a < root.size() - 1; a++) {
      for (int b = 0; b < root.size() - 1; b++) {
        int driver = root.nodes()[a];
        int sense = root.nodes()[b];
        if (driver >= firstDriver && driver < firstSense && sense >= firstSense) {
          matrix[(driver - firstDriver) * names.columns + sense - firstSense] = root.between(a, b);
        }
      }
    }
    return matrix;
  }

  @SuppressWarnings("serial")
  private static final class Part extends RecursiveTask<Network> {
    private final transient HierarchicalReduction whole;
    private final int top;
    private final int bottom;
    private final int left;
    private final int right;

    Part(HierarchicalReduction whole, int top, int bottom, int left, int right) {
      this.whole = whole;
      this.top = top;
      this.bottom = bottom;
      this.left = left;
      this.right = right;
    }

    @Override
    protected Network compute() {
      return whole.reduce(top, bottom, left, right);
    }
  }
}
