package org.ohmweave.study.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * One positive quantity of every cell of an array as coloured squares over a logarithmic scale; row
 * 0 on top. Zero is drawn in grey.
 */
public final class MapChart {
  private static final Color NONE = new Color(0xe4, 0xe6, 0xea);
  private static final double MOST_DECADES = 12;
  private final String title;
  private final String quantity;
  private final int columns;
  private final double[] values;
  private final double ceiling;

  /**
   * A map.
   *
   * @param quantity what the colour means, with its unit
   * @param values (not modified) row-major, {@code >= 0}
   * @param ceiling from here on the colour is the darkest; 0 = the largest value
   */
  public MapChart(String title, String quantity, int columns, double[] values, double ceiling) {
    this.title = title;
    this.quantity = quantity;
    this.columns = columns;
    this.values = values;
    this.ceiling = ceiling;
  }

  JFreeChart toChart() {
    double largest = ceiling > 0 ? ceiling : Arrays.stream(values).max().orElse(0);
    double floor = largest * Math.pow(10, -MOST_DECADES);
    double least = Arrays.stream(values).filter(v -> v > floor).min().orElse(largest);
    double top = largest > 0 ? Math.log10(largest) : 0;
    double bottom = largest > 0 ? Math.min(Math.log10(least), top - 1) : -1;
    double[][] xyz = new double[3][values.length];
    for (int k = 0; k < values.length; k++) {
      xyz[0][k] = k % columns;
      xyz[1][k] = k / columns;
      xyz[2][k] = values[k] > 0 ? Math.log10(values[k]) : Double.NEGATIVE_INFINITY;
    }
    DefaultXYZDataset data = new DefaultXYZDataset();
    data.addSeries(quantity, xyz);
    NumberAxis x = whole("bit line", columns);
    NumberAxis y = whole("word line", values.length / columns);
    y.setInverted(true);
    XYBlockRenderer blocks = new XYBlockRenderer();
    PaintScale scale = new Exponents(bottom, top);
    blocks.setPaintScale(scale);
    XYPlot plot = new XYPlot(data, x, y, blocks);
    JFreeChart chart = new JFreeChart(title, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    LineChart.dress(chart, plot);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    chart.addSubtitle(legend(scale, bottom, top));
    return chart;
  }

  private PaintScaleLegend legend(PaintScale scale, double bottom, double top) {
    NumberAxis axis = new NumberAxis(quantity);
    axis.setNumberFormatOverride(new PowerFormat(true));
    double span = top - bottom;
    axis.setTickUnit(
        new NumberTickUnit(span > 2 ? Math.max(1, Math.rint(span / 8)) : span > 1.2 ? 0.5 : 0.25));
    axis.setRange(bottom, top);
    axis.setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    axis.setLabelPaint(Palette.INK);
    axis.setTickLabelPaint(Palette.INK);
    PaintScaleLegend legend = new PaintScaleLegend(scale, axis);
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setMargin(new RectangleInsets(10, 10, 40, 4));
    legend.setStripWidth(14);
    legend.setSubdivisionCount(200);
    legend.setBackgroundPaint(Color.WHITE);
    return legend;
  }

  private record Exponents(double low, double high) implements PaintScale {
    @Override
    public double getLowerBound() {
      return low;
    }

    @Override
    public double getUpperBound() {
      return high;
    }

    @Override
    public java.awt.Paint getPaint(double value) {
      return Double.isInfinite(value) ? NONE : Palette.ramp(1 - (value - low) / (high - low));
    }
  }

  private static NumberAxis whole(String label, int size) {
    NumberAxis axis = new NumberAxis(label);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    axis.setRange(-0.5, size - 0.5);
    return axis;
  }
}
