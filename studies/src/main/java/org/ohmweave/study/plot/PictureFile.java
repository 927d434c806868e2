package org.ohmweave.study.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.ohmweave.core.io.AtomicFile;

/** Writes charts as PNG (twice the pixels, for sharp screens) and SVG, and pictures as PNG. */
public final class PictureFile {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 460;
  private static final int SCALE = 2;

  private PictureFile() {}

  /** Writes {@code base.png} and {@code base.svg}. */
  public static void write(LineChart chart, Path base) {
    write(chart.toChart(), base, WIDTH, HEIGHT);
  }

  /** Writes {@code base.png} and {@code base.svg}. */
  public static void write(MatrixChart chart, Path base) {
    write(chart.toChart(), base, 560, 520);
  }

  /** Writes {@code base.png} and {@code base.svg}. */
  public static void write(MapChart chart, Path base) {
    write(chart.toChart(), base, 640, 540);
  }

  /** Writes one PNG file. */
  public static void writePng(BufferedImage picture, Path file) {
    AtomicFile.write(
        file,
        out -> {
          if (!ImageIO.write(picture, "png", out)) {
            throw new IOException("this Java has no PNG writer");
          }
        });
  }

  private static void write(JFreeChart chart, Path base, int width, int height) {
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pixels = image.createGraphics();
    pixels.scale(SCALE, SCALE);
    pixels.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pixels.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    chart.draw(pixels, new Rectangle2D.Double(0, 0, width, height));
    pixels.dispose();
    writePng(image, base.resolveSibling(base.getFileName() + ".png"));
    writeSvg(chart, base.resolveSibling(base.getFileName() + ".svg"), width, height);
  }

  private static void writeSvg(JFreeChart chart, Path file, int width, int height) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      var document =
          factory
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument("http://www.w3.org/2000/svg", "svg", null);
      SVGGraphics2D vector = new SVGGraphics2D(document);
      vector.setSVGCanvasSize(new java.awt.Dimension(width, height));
      chart.draw(vector, new Rectangle2D.Double(0, 0, width, height));
      AtomicFile.write(
          file,
          out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            vector.stream(writer, true);
            writer.flush();
          });
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("cannot write " + file.getFileName(), e);
    }
  }
}
