package org.ohmweave.study.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Lines, points and shaded bands over a linear or logarithmic plane. Values that a logarithmic axis
 * cannot show (zero, negative) are left out of the line.
 */
public final class LineChart {
  private record Series(
      String name,
      int colour,
      double[] x,
      double[] y,
      double[] low,
      double[] high,
      boolean points,
      boolean faint) {}

  private static final BasicStroke DASHED =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 4}, 0);

  private record Mark(double x, String words) {}

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private boolean logX;
  private boolean logY;
  private double yFloor = Double.NaN;
  private double yCeiling = Double.NaN;
  private double[] yPlaces = new double[0];
  private String[] yWords = new String[0];
  private final List<Series> series = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  /** An empty chart; labels carry their unit: {@code "voltage [V]"}. */
  public LineChart(String title, String xLabel, String yLabel) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
  }

  /** Logarithmic abscissa. */
  public LineChart logX() {
    logX = true;
    return this;
  }

  /** Logarithmic ordinate. */
  public LineChart logY() {
    logY = true;
    return this;
  }

  /** Limits of the ordinate. */
  public LineChart yRange(double low, double high) {
    yFloor = low;
    yCeiling = high;
    return this;
  }

  /** Words at chosen places of a linear ordinate instead of numbers. */
  public LineChart yTicks(double[] places, String[] words) {
    yPlaces = places.clone();
    yWords = words.clone();
    return this;
  }

  /** A line through the points in their order. */
  public LineChart line(String name, int colour, double[] x, double[] y) {
    series.add(new Series(name, colour, x, y, y, y, false, false));
    return this;
  }

  /** One of many lines that together show a spread: thin and pale. */
  public LineChart faint(String name, int colour, double[] x, double[] y) {
    series.add(new Series(name, colour, x, y, y, y, false, true));
    return this;
  }

  /** A line with a dot at every value. */
  public LineChart dots(String name, int colour, double[] x, double[] y) {
    series.add(new Series(name, colour, x, y, y, y, true, false));
    return this;
  }

  /** Dots without a line. */
  public LineChart points(String name, int colour, double[] x, double[] y) {
    series.add(new Series(name, -1 - colour, x, y, y, y, true, false));
    return this;
  }

  /** A line inside the shaded band {@code low .. high}; {@code x} must be monotone. */
  public LineChart band(
      String name, int colour, double[] x, double[] y, double[] low, double[] high) {
    series.add(new Series(name, colour, x, y, low, high, false, false));
    return this;
  }

  /** A dashed upright line at an abscissa, with words beside it. */
  public LineChart mark(double x, String words) {
    marks.add(new Mark(x, words));
    return this;
  }

  JFreeChart toChart() {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    List<String> shown = new ArrayList<>();
    for (int s = 0; s < series.size(); s++) {
      Series one = series.get(s);
      data.addSeries(points(one, s));
      boolean joined = one.colour() >= 0;
      Color colour = Palette.line(joined ? one.colour() : -1 - one.colour());
      if (one.faint()) {
        colour = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90);
      }
      renderer.setSeriesLinesVisible(s, joined);
      renderer.setSeriesPaint(s, colour);
      renderer.setSeriesFillPaint(s, colour);
      renderer.setSeriesStroke(
          s,
          new BasicStroke(
              one.faint() ? 0.8f : 1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      renderer.setSeriesShapesVisible(s, one.points());
      renderer.setSeriesShapesFilled(s, true);
      renderer.setSeriesShape(s, new Ellipse2D.Double(-3, -3, 6, 6));
      renderer.setSeriesVisibleInLegend(s, !one.name().isEmpty() && !shown.contains(one.name()));
      shown.add(one.name());
    }
    renderer.setAlpha(0.16f);
    renderer.setDrawSeriesLineAsPath(true);
    ValueAxis y =
        yPlaces.length > 0
            ? new WordAxis(yLabel, yPlaces, yWords)
            : axis(yLabel, logY, decades(false), largest(false));
    if (!Double.isNaN(yFloor)) {
      y.setRange(yFloor, yCeiling);
    }
    XYPlot plot = new XYPlot(data, axis(xLabel, logX, decades(true), largest(true)), y, renderer);
    for (Mark mark : marks) {
      ValueMarker marker = new ValueMarker(mark.x(), Palette.INK, DASHED);
      marker.setLabel(mark.words());
      marker.setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      marker.setLabelPaint(Palette.INK);
      marker.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
      marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
      marker.setLabelOffset(new RectangleInsets(4, 4, 4, 4));
      plot.addDomainMarker(marker);
    }
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    JFreeChart chart = new JFreeChart(title, JFreeChart.DEFAULT_TITLE_FONT, plot, true);
    dress(chart, plot);
    return chart;
  }

  private YIntervalSeries points(Series one, int index) {
    YIntervalSeries points = new YIntervalSeries(one.name() + "\u200b".repeat(index), false, true);
    for (int i = 0; i < one.x().length; i++) {
      double y = one.y()[i];
      double low = one.low()[i];
      boolean visible =
          Double.isFinite(y) && (!logY || (y > 0 && low > 0)) && (!logX || one.x()[i] > 0);
      if (visible) {
        points.add(one.x()[i], y, low, one.high()[i]);
      }
    }
    return points;
  }

  private double largest(boolean ofX) {
    double high = 0;
    for (Series one : series) {
      for (double value : ofX ? one.x() : one.y()) {
        high = Double.isFinite(value) ? Math.max(high, Math.abs(value)) : high;
      }
    }
    return high;
  }

  /** How many powers of ten the positive data span. */
  private double decades(boolean ofX) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Series one : series) {
      for (double value : ofX ? one.x() : one.y()) {
        if (value > 0 && Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    return high > 0 ? Math.log10(high / low) : 0;
  }

  private static ValueAxis axis(String label, boolean log, double decades, double largest) {
    if (!log) {
      NumberAxis axis = new NumberAxis(label);
      axis.setAutoRangeIncludesZero(false);
      if (largest > 0 && (largest < 1e-2 || largest >= 1e5)) {
        axis.setNumberFormatOverride(new PowerFormat());
      }
      return axis;
    }
    LogAxis axis = decades < 1 ? new ShortLogAxis(label) : new LogAxis(label);
    axis.setBase(10);
    if (decades > 1e-6) {
      axis.setAutoRangeMinimumSize(Double.MIN_NORMAL); // the default would hide data below 1e-8
    }
    axis.setNumberFormatOverride(new PowerFormat());
    axis.setMinorTickMarksVisible(true);
    if (decades > 1.5) {
      axis.setTickUnit(
          new NumberTickUnit(Math.max(1, Math.rint(decades / 8)), new PowerFormat(), 9));
    }
    return axis;
  }

  static void dress(JFreeChart chart, XYPlot plot) {
    Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    TextTitle heading = chart.getTitle();
    heading.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    heading.setPaint(Palette.INK);
    heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
    heading.setMargin(4, 8, 8, 4);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(6, 6, 6, 14));
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    for (ValueAxis axis : List.of(plot.getDomainAxis(), plot.getRangeAxis())) {
      axis.setLabelFont(text.deriveFont(13f));
      axis.setTickLabelFont(text);
      axis.setLabelPaint(Palette.INK);
      axis.setTickLabelPaint(Palette.INK);
      axis.setAxisLinePaint(Palette.INK);
    }
    if (chart.getLegend() != null) {
      chart.getLegend().setItemFont(text);
      chart.getLegend().setFrame(BlockBorder.NONE);
      chart.getLegend().setPosition(RectangleEdge.BOTTOM);
      chart.getLegend().setBackgroundPaint(Color.WHITE);
    }
  }
}
