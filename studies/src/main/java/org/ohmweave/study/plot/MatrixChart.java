package org.ohmweave.study.plot;

import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * A small matrix of counts as coloured, numbered squares; row 0 on top. Colour is the share of its
 * row.
 */
public final class MatrixChart {
  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final int[][] counts;

  /**
   * A chart of counts.
   *
   * @param counts rows x columns, each {@code >= 0}
   */
  public MatrixChart(String title, String xLabel, String yLabel, int[][] counts) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.counts = counts;
  }

  JFreeChart toChart() {
    int rows = counts.length;
    int columns = counts[0].length;
    double[][] xyz = new double[3][rows * columns];
    NumberAxis x = whole(xLabel, columns);
    NumberAxis y = whole(yLabel, rows);
    y.setInverted(true);
    XYBlockRenderer blocks = new XYBlockRenderer();
    XYPlot plot = new XYPlot(null, x, y, blocks);
    for (int r = 0; r < rows; r++) {
      long total = 0;
      for (int count : counts[r]) {
        total += count;
      }
      for (int c = 0; c < columns; c++) {
        double share = total == 0 ? 0 : counts[r][c] / (double) total;
        int k = r * columns + c;
        xyz[0][k] = c;
        xyz[1][k] = r;
        xyz[2][k] = share;
        if (counts[r][c] > 0) {
          XYTextAnnotation number = new XYTextAnnotation(Integer.toString(counts[r][c]), c, r);
          number.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
          number.setPaint(share > 0.45 ? Color.WHITE : Palette.INK);
          plot.addAnnotation(number);
        }
      }
    }
    DefaultXYZDataset data = new DefaultXYZDataset();
    data.addSeries("count", xyz);
    plot.setDataset(data);
    blocks.setPaintScale(
        new PaintScale() {
          @Override
          public double getLowerBound() {
            return 0;
          }

          @Override
          public double getUpperBound() {
            return 1;
          }

          @Override
          public java.awt.Paint getPaint(double share) {
            float f = (float) Math.sqrt(share);
            return new Color(1 - f, 1 - 0.55f * f, 1 - 0.3f * f);
          }
        });
    JFreeChart chart = new JFreeChart(title, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    LineChart.dress(chart, plot);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    return chart;
  }

  private static NumberAxis whole(String label, int size) {
    NumberAxis axis = new NumberAxis(label);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    axis.setRange(-0.5, size - 0.5);
    return axis;
  }
}
