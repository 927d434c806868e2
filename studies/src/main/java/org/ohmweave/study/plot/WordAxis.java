package org.ohmweave.study.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A vertical axis with words at chosen places, such as percentages on a probability scale. */
final class WordAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;
  private final double[] places;
  private final String[] words;

  WordAxis(String label, double[] places, String[] words) {
    super(label);
    this.places = places.clone();
    this.words = words.clone();
    setAutoRangeIncludesZero(false);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    List<NumberTick> ticks = new ArrayList<>();
    for (int k = 0; k < places.length; k++) {
      if (getRange().contains(places[k])) {
        ticks.add(
            new NumberTick(
                places[k], words[k], TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
      }
    }
    return ticks;
  }
}
