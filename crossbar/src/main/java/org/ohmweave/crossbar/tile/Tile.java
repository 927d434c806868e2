package org.ohmweave.crossbar.tile;

import org.jspecify.annotations.Nullable;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.effective.EffectiveMatrix;
import org.ohmweave.crossbar.mapping.DifferentialPairs;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.periphery.ConverterErrors;
import org.ohmweave.periphery.Quantiser;
import org.ohmweave.periphery.adc.Adc;
import org.ohmweave.periphery.dac.Dac;

/**
 * A DAC per word line, an array of differential pairs, an ADC per bit line. The columns of a pair
 * lie side by side, so that wire resistance takes nearly the same from both.
 *
 * <p>With wires the array is one linear map: it is solved for every input until so many have been
 * seen that its effective matrix is cheaper, which is then computed once and used from there on
 * (the two agree to the tolerance of the solver, not to the last bit; the settings can force
 * either). With read noise every read has its own conductances; with wires as well, each read is a
 * network of its own, solved exactly.
 */
final class Tile {
  private final Region region;
  private final TileSettings settings;
  private final NoiseSource noise;

  /** The converters of a tile share their levels; gains and offsets are their own. */
  private final Dac[] dacs;

  private final Adc[] adcs;

  /** Conductances, rows x bit lines; pair k of columns holds weight column k. */
  private final double[] siemens;

  private @Nullable EffectiveMatrix effective;
  private long seen;
  private double fullScaleAmps;

  /**
   * Programs a tile.
   *
   * @param weights of the whole matrix, row-major, not modified
   */
  Tile(
      double[] weights,
      Region region,
      DifferentialPairs pairs,
      TileSettings settings,
      NoiseSource noise) {
    this.region = region;
    this.settings = settings;
    this.noise = noise;
    this.siemens = new double[region.height() * region.bitLines()];
    Purpose error = noise.purpose("programming-error");
    for (int i = 0; i < region.height(); i++) {
      for (int j = 0; j < region.bitLines(); j++) {
        double weight =
            weights[(region.top() + i) * region.matrixColumns() + region.left() + j / 2];
        double target = j % 2 == 0 ? pairs.plus(weight) : pairs.minus(weight);
        siemens[i * region.bitLines() + j] = programmed(target, error, region.cell(i, j));
      }
    }
    this.dacs = new Dac[region.height()];
    this.adcs = new Adc[region.bitLines()];
    drawDacs();
  }

  private double programmed(double target, Purpose error, long site) {
    double sd = settings.programmingSd();
    return sd == 0 ? target : target * StrictMath.exp(sd * error.gaussian(site, 0));
  }

  private void drawDacs() {
    ConverterErrors errors = settings.converters();
    double scale = settings.readVolts();
    Quantiser levels = new Quantiser(settings.dacBits(), scale, true);
    Purpose parts = noise.purpose("dac-parts");
    for (int i = 0; i < dacs.length; i++) {
      long site = region.dac(i);
      double gain = part(errors.dacGainSd(), parts, site, 0);
      double offset = part(errors.dacOffsetSd(), parts, site, 1) * scale;
      dacs[i] = new Dac(levels, gain, offset, errors.dacNoise() * scale);
    }
  }

  private void drawAdcs(double fullScale) {
    ConverterErrors errors = settings.converters();
    double limit = settings.adcBits() == 0 ? Double.POSITIVE_INFINITY : fullScale;
    Quantiser levels = new Quantiser(settings.adcBits(), limit, true);
    Purpose parts = noise.purpose("adc-parts");
    for (int j = 0; j < adcs.length; j++) {
      long site = region.adc(j);
      double gain = part(errors.adcGainSd(), parts, site, 0);
      double offset = part(errors.adcOffsetSd(), parts, site, 1) * fullScale;
      adcs[j] = new Adc(levels, gain, offset, errors.adcNoise() * fullScale);
    }
  }

  private static double part(double sd, Purpose parts, long site, long event) {
    return sd == 0 ? 0 : sd * parts.gaussian(site, event);
  }

  Region region() {
    return region;
  }

  /** Full scale of the ADCs in amperes; 0 before anything was read. */
  double fullScaleAmps() {
    return fullScaleAmps;
  }

  /** Step of the ADCs in amperes; 0 when ideal or not yet ranged. */
  double adcStep() {
    return fullScaleAmps > 0 ? adcs[0].quantiser().step() : 0;
  }

  /** The next batch that drives this tile sets the full scale anew. */
  void forgetRange() {
    fullScaleAmps = 0;
  }

  /**
   * Converted column currents.
   *
   * @param volts wanted word-line voltages, vectors x rows, not modified
   * @param firstEvent event of the first vector; each vector is one read
   * @param saturated (modified) its first entry counts currents beyond the ADCs
   * @return vectors x bit lines, amperes
   */
  double[] read(double[] volts, int vectors, long firstEvent, long[] saturated) {
    boolean perfect = settings.converters().equals(ConverterErrors.NONE);
    boolean silent = silent(volts);
    double[] driven = volts.clone();
    dacs[0].quantiser().levels(driven);
    if (!perfect) {
      Purpose white = noise.purpose("dac-noise");
      for (int k = 0; k < driven.length; k++) {
        int i = k % dacs.length;
        driven[k] = dacs[i].output(driven[k], white, region.dac(i), firstEvent + k / dacs.length);
      }
    }
    double[] amps = analog(driven, vectors, firstEvent);
    if (fullScaleAmps == 0) {
      range(amps, silent);
    }
    if (!perfect) {
      Purpose white = noise.purpose("adc-noise");
      for (int k = 0; k < amps.length; k++) {
        int j = k % adcs.length;
        amps[k] = adcs[j].input(amps[k], white, region.adc(j), firstEvent + k / adcs.length);
      }
    }
    saturated[0] += adcs[0].quantiser().levels(amps);
    return amps;
  }

  private static boolean silent(double[] volts) {
    for (double value : volts) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Sets the ADCs to the largest current of a batch. A batch that drives nothing tells nothing: it
   * is read with the largest current that cells at gMax could give, and the next batch ranges.
   */
  private void range(double[] amps, boolean silent) {
    double most = 0;
    for (double value : amps) {
      most = Math.max(most, Math.abs(value));
    }
    if (silent || most == 0) {
      drawAdcs(region.height() * settings.readVolts() * settings.gMaxSiemens());
    } else {
      fullScaleAmps = most;
      drawAdcs(most);
    }
  }

  private double[] analog(double[] driven, int vectors, long firstEvent) {
    if (settings.readSd() > 0) {
      return noisyReads(driven, vectors, firstEvent);
    }
    if (settings.segmentOhms() == 0) {
      return product(driven, vectors, siemens);
    }
    seen += vectors;
    if (effective == null) {
      int rows = region.height();
      int bitLines = region.bitLines();
      if (!settings.products().matrix(rows, bitLines, siemens, wires(), seen)) {
        return array(siemens).bottomAmps(driven, vectors);
      }
      effective = EffectiveMatrix.of(rows, bitLines, siemens, wires(), 1);
    }
    double[] amps = new double[vectors * region.bitLines()];
    effective.multiply(driven, vectors, amps);
    return amps;
  }

  private LinearArray array(double[] cells) {
    return new LinearArray(region.height(), region.bitLines(), cells, wires());
  }

  private Wires wires() {
    double r = settings.segmentOhms();
    return new Wires(r, r, Ends.driveLeftSenseBottom(region.height(), region.bitLines(), r, r));
  }

  private double[] product(double[] driven, int vectors, double[] matrix) {
    double[] amps = new double[vectors * region.bitLines()];
    for (int v = 0; v < vectors; v++) {
      accumulate(driven, v, matrix, amps);
    }
    return amps;
  }

  private void accumulate(double[] driven, int vector, double[] matrix, double[] amps) {
    int rows = region.height();
    int bitLines = region.bitLines();
    VectorMath.active()
        .addRows(driven, vector * rows, rows, matrix, 0, amps, vector * bitLines, bitLines);
  }

  private double[] noisyReads(double[] driven, int vectors, long firstEvent) {
    int rows = region.height();
    int bitLines = region.bitLines();
    double[] amps = new double[vectors * bitLines];
    double[] now = siemens.clone();
    LinearArray array = array(now);
    double[] volts = new double[rows];
    for (int v = 0; v < vectors; v++) {
      System.arraycopy(driven, v * rows, volts, 0, rows);
      draw(now, volts, firstEvent + v);
      if (settings.segmentOhms() == 0) {
        accumulate(driven, v, now, amps);
      } else {
        array.conductances(now);
        array.cold(); // else the last bits would depend on the vectors before
        double[] column = array.solve(Drive.left(volts, bitLines)).bottomAmps();
        System.arraycopy(column, 0, amps, v * bitLines, bitLines);
      }
    }
    return amps;
  }

  /** Conductances at one read; with ideal wires a row at 0 V carries nothing and is left out. */
  private void draw(double[] now, double[] volts, long event) {
    Purpose read = noise.purpose("read-noise");
    int bitLines = region.bitLines();
    for (int i = 0; i < volts.length; i++) {
      if (volts[i] == 0 && settings.segmentOhms() == 0) {
        continue;
      }
      for (int j = 0; j < bitLines; j++) {
        double factor = 1 + settings.readSd() * read.gaussian(region.cell(i, j), event);
        now[i * bitLines + j] = siemens[i * bitLines + j] * Math.max(0, factor);
      }
    }
  }
}
