package org.ohmweave.crossbar.tile;

import org.ohmweave.core.math.VectorMath;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.mapping.DifferentialPairs;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.periphery.adc.Adc;
import org.ohmweave.periphery.dac.Dac;

/**
 * A DAC per word line, an array of differential pairs, an ADC per bit line. The columns of a pair
 * lie side by side, so that wire resistance takes nearly the same from both.
 *
 * <p>With wires the array is one linear map; it is solved once per input when there are few,
 * otherwise its effective matrix is computed once. With read noise every read has its own
 * conductances; they are then taken to disturb the current of an ideal read to first order (each
 * cell's share of the column current varies by itself), so wires and noise together are
 * approximate.
 */
final class Tile {
  private final int rows;
  private final int bitLines;
  private final TileSettings settings;
  private final NoiseSource noise;
  private final long firstSite;

  /** Conductances, rows x bit lines; pair k of columns holds weight column k. */
  private final double[] siemens;

  private double[] effective = new double[0];
  private double fullScaleAmps;

  Tile(
      double[] weights,
      int rows,
      int columns,
      DifferentialPairs pairs,
      TileSettings settings,
      NoiseSource noise,
      long firstSite) {
    this.rows = rows;
    this.bitLines = 2 * columns;
    this.settings = settings;
    this.noise = noise;
    this.firstSite = firstSite;
    this.siemens = new double[rows * bitLines];
    Purpose programming = noise.purpose("programming-error");
    for (int k = 0; k < rows * columns; k++) {
      siemens[2 * k] = programmed(pairs.plus(weights[k]), programming, 2 * k);
      siemens[2 * k + 1] = programmed(pairs.minus(weights[k]), programming, 2 * k + 1);
    }
  }

  private double programmed(double target, Purpose error, int cell) {
    double sd = settings.programmingSd();
    return sd == 0 ? target : target * StrictMath.exp(sd * error.gaussian(firstSite + cell, 0));
  }

  int bitLines() {
    return bitLines;
  }

  /** Step of the ADC in amperes; 0 when ideal or not yet ranged. */
  double adcStep() {
    return fullScaleAmps > 0 ? adc().quantiser().step() : 0;
  }

  private Adc adc() {
    return Adc.bipolar(settings.adcBits(), fullScaleAmps);
  }

  /**
   * Converted column currents.
   *
   * @param volts wanted word-line voltages, vectors x rows
   * @param firstEvent event of the first vector; each vector is one read
   * @param counts (modified) clipped inputs, then saturated reads
   * @return vectors x bit lines, amperes
   */
  double[] read(double[] volts, int vectors, long firstEvent, long[] counts) {
    Dac dac = Dac.bipolar(settings.dacBits(), settings.readVolts());
    Purpose dacNoise = noise.purpose("dac-noise");
    double[] driven = new double[vectors * rows];
    for (int v = 0; v < vectors; v++) {
      for (int i = 0; i < rows; i++) {
        double wanted = volts[v * rows + i];
        counts[0] += dac.quantiser().clips(wanted) ? 1 : 0;
        driven[v * rows + i] = dac.convert(wanted, dacNoise, firstSite + i, firstEvent + v);
      }
    }
    double[] amps = analog(driven, vectors, firstEvent);
    if (fullScaleAmps == 0) {
      range(amps);
    }
    Adc adc = adc();
    Purpose adcNoise = noise.purpose("adc-noise");
    for (int k = 0; k < amps.length; k++) {
      counts[1] += adc.quantiser().clips(amps[k]) ? 1 : 0;
      amps[k] = adc.convert(amps[k], adcNoise, firstSite + k % bitLines, firstEvent + k / bitLines);
    }
    return amps;
  }

  /** Sets the ADC to the largest current of the first batch. */
  private void range(double[] amps) {
    double most = 0;
    for (double value : amps) {
      most = Math.max(most, Math.abs(value));
    }
    fullScaleAmps = most > 0 ? most : rows * settings.readVolts() * settings.gMaxSiemens();
  }

  private double[] analog(double[] driven, int vectors, long firstEvent) {
    double[] amps;
    if (settings.segmentOhms() == 0) {
      amps = product(driven, vectors, siemens);
    } else if (vectors <= rows && effective.length == 0) {
      amps = array().bottomAmps(driven, vectors);
    } else {
      if (effective.length == 0) {
        effective = array().effectiveSiemens();
      }
      amps = product(driven, vectors, effective);
    }
    if (settings.readSd() > 0) {
      disturb(amps, driven, vectors, firstEvent);
    }
    return amps;
  }

  private LinearArray array() {
    double r = settings.segmentOhms();
    return new LinearArray(
        rows, bitLines, siemens, new Wires(r, r, Ends.driveLeftSenseBottom(rows, bitLines, r, r)));
  }

  private double[] product(double[] driven, int vectors, double[] matrix) {
    double[] amps = new double[vectors * bitLines];
    VectorMath math = VectorMath.active();
    for (int v = 0; v < vectors; v++) {
      for (int i = 0; i < rows; i++) {
        double volts = driven[v * rows + i];
        if (volts != 0) {
          math.addScaled(volts, matrix, i * bitLines, amps, v * bitLines, bitLines);
        }
      }
    }
    return amps;
  }

  private void disturb(double[] amps, double[] driven, int vectors, long firstEvent) {
    Purpose read = noise.purpose("read-noise");
    for (int v = 0; v < vectors; v++) {
      for (int i = 0; i < rows; i++) {
        double volts = driven[v * rows + i];
        for (int j = 0; j < bitLines && volts != 0; j++) {
          int cell = i * bitLines + j;
          amps[v * bitLines + j] +=
              volts
                  * siemens[cell]
                  * settings.readSd()
                  * read.gaussian(firstSite + cell, firstEvent + v);
        }
      }
    }
  }
}
