package org.ohmweave.study.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis over less than a power of ten: ticks at round numbers, equally far apart. */
final class ShortLogAxis extends LogAxis {
  private static final long serialVersionUID = 1L;

  ShortLogAxis(String label) {
    super(label);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    double low = getRange().getLowerBound();
    double high = getRange().getUpperBound();
    double rough = (high - low) / 7;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : 5);
    boolean plain = high < 1e4 && step >= 1e-3;
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    List<NumberTick> ticks = new ArrayList<>();
    for (double k = Math.ceil(low / step); k * step <= high; k++) {
      String words =
          plain
              ? String.format(Locale.ROOT, "%." + decimals + "f", k * step)
              : new PowerFormat().format(k * step);
      ticks.add(new NumberTick(k * step, words, anchor, anchor, 0));
    }
    return ticks;
  }
}
