package org.ohmweave.device;

import java.util.Arrays;
import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Nearest;

/**
 * A population of devices of one law as a structure of arrays: one column per parameter (a
 * broadcast scalar until it is varied), one array per state.
 *
 * <p>The site of device {@code i} is {@code firstSite() + i}; it addresses all of its randomness.
 */
public final class DeviceBank {
  private final DeviceModel model;
  private final int size;
  private final long firstSite;
  private final double[][] parameters;
  private final double[][] states;
  private double accuracy;

  /**
   * A population with the same parameters everywhere, in the HRS bound.
   *
   * @param values one per parameter of the law, in its order, SI
   */
  public DeviceBank(DeviceModel model, int size, long firstSite, double[] values) {
    if (values.length != model.parameters().size()) {
      throw new IllegalArgumentException(
          "law "
              + model.law()
              + " has "
              + model.parameters().size()
              + " parameters, got "
              + values.length);
    }
    if (size <= 0) {
      throw new IllegalArgumentException("a bank needs at least one device, got " + size);
    }
    this.model = model;
    this.size = size;
    this.firstSite = firstSite;
    this.parameters = new double[values.length][];
    for (int p = 0; p < values.length; p++) {
      parameters[p] = new double[] {values[p]};
    }
    this.states = new double[model.states().size()][size];
    model.reset(this, 0, size, false);
  }

  /** The law of every device here. */
  public DeviceModel model() {
    return model;
  }

  /** How many devices. */
  public int size() {
    return size;
  }

  /** Global index of device 0. */
  public long firstSite() {
    return firstSite;
  }

  /**
   * Column of a parameter: length 1 while all devices share it, otherwise {@link #size()}. Not a
   * copy.
   */
  public double[] column(int parameter) {
    return parameters[parameter];
  }

  /** 0 while the parameter is shared, 1 when it is per device: {@code column(p)[i * stride(p)]}. */
  public int stride(int parameter) {
    return parameters[parameter].length == 1 ? 0 : 1;
  }

  /** Value of a parameter for one device, SI. */
  public double parameter(int parameter, int device) {
    double[] column = parameters[parameter];
    return column[column.length == 1 ? 0 : device];
  }

  /** Gives every device its own value; {@code values} (copied) has one entry per device. */
  public void setColumn(int parameter, double[] values) {
    if (values.length != size) {
      throw new IllegalArgumentException("column needs " + size + " values, got " + values.length);
    }
    parameters[parameter] = values.clone();
  }

  /** Gives all devices the same value. */
  public void setShared(int parameter, double value) {
    parameters[parameter] = new double[] {value};
  }

  /** State array, one per device. Not a copy. */
  public double[] state(int state) {
    return states[state];
  }

  /** Index of a parameter by its published symbol. */
  public int indexOf(String symbol) {
    for (int p = 0; p < parameters.length; p++) {
      if (model.parameters().get(p).symbol().equals(symbol)) {
        return p;
      }
    }
    throw new InputException(
        "law "
            + model.law()
            + " has no parameter '"
            + symbol
            + "'"
            + Nearest.hint(
                symbol, model.parameters().stream().map(ParameterSymbol::symbol).toList())
            + "; it has "
            + model.parameters().stream().map(ParameterSymbol::symbol).toList());
  }

  /**
   * Refuses parameters outside their law's validity.
   *
   * @throws InputException naming the first such parameter, its value and unit
   */
  public void check() {
    for (int p = 0; p < parameters.length; p++) {
      for (double value : parameters[p]) {
        model.parameters().get(p).check(model.law(), value);
      }
    }
    for (List<String> pair : model.ascending()) {
      int low = indexOf(pair.get(0));
      int high = indexOf(pair.get(1));
      for (int i = 0; i < size; i++) {
        if (!(parameter(low, i) < parameter(high, i))) {
          throw new InputException(
              "parameter "
                  + pair.get(0)
                  + " of law "
                  + model.law()
                  + " must be below "
                  + pair.get(1)
                  + " ["
                  + model.parameters().get(low).unit()
                  + "], got "
                  + parameter(low, i)
                  + " and "
                  + parameter(high, i));
        }
      }
    }
    model.check(this);
    boolean shared = true;
    for (double[] column : parameters) {
      shared &= column.length == 1;
    }
    for (int i = 0; i < (shared ? 1 : size); i++) {
      model.checkTogether(this, i);
    }
  }

  /**
   * Error that pulses at constant voltage may make in the conductance of a device, relative; 0 (the
   * default) stands for the full accuracy of the law.
   */
  public double accuracy() {
    return accuracy;
  }

  /**
   * Trades accuracy for speed in pulses at constant voltage ({@link DeviceModel#hold}): laws that
   * have a faster path to this accuracy take it, the others ignore it. Ramps, currents and slopes
   * stay as accurate as ever.
   *
   * @param relative error of the conductance, 1e-6 to 0.01; or 0 for the full accuracy
   */
  public void setAccuracy(double relative) {
    if (!(relative == 0 || (relative >= 1e-6 && relative <= 0.01))) {
      throw new InputException(
          "accuracy of a bank must be 0 (full) or 1e-6 to 0.01 of the conductance, got "
              + relative);
    }
    accuracy = relative;
  }

  /** A deep copy, states and parameters. */
  public DeviceBank copy() {
    DeviceBank twin = new DeviceBank(model, size, firstSite);
    for (int p = 0; p < parameters.length; p++) {
      twin.parameters[p] = parameters[p].clone();
    }
    for (int s = 0; s < states.length; s++) {
      twin.states[s] = Arrays.copyOf(states[s], size);
    }
    twin.accuracy = accuracy;
    return twin;
  }

  private DeviceBank(DeviceModel model, int size, long firstSite) {
    this.model = model;
    this.size = size;
    this.firstSite = firstSite;
    this.parameters = new double[model.parameters().size()][];
    this.states = new double[model.states().size()][];
  }
}
