package org.ohmweave.device.variability;

import java.util.List;
import org.ohmweave.core.InputException;

/**
 * A distribution of one quantity, as a rising function of a standard normal deviate z. Deviates
 * that are correlated give correlated quantities (a Gaussian copula); quantities keep their own
 * distribution.
 */
public sealed interface Distribution {
  /**
   * The quantity.
   *
   * @param z standard normal
   * @param pick uniform on (0, 1), independent of z; only mixtures use it
   */
  double at(double z, double pick);

  /**
   * Normal, cut off at two ends: draws outside are not moved to the ends but never made.
   *
   * @param mean of the normal before the cut
   * @param sd of the normal before the cut, {@code >= 0}
   * @param least lower end, may be minus infinity
   * @param most upper end, may be infinity
   */
  record TruncatedNormal(double mean, double sd, double least, double most)
      implements Distribution {
    /** Refuses an empty interval and a negative sd. */
    public TruncatedNormal {
      require(
          sd >= 0 && Double.isFinite(sd) && Double.isFinite(mean), "a normal needs sd >= 0", sd);
      require(
          least < most && (sd > 0 || (least <= mean && mean <= most)),
          "a truncated normal needs its lower end below its upper end",
          least);
      double inside = sd == 0 ? 1 : below((most - mean) / sd) - below((least - mean) / sd);
      require(inside > 1e-6, "less than 1e-6 of the normal lies between the ends", inside);
    }

    @Override
    public double at(double z, double pick) {
      if (sd == 0) {
        return mean;
      }
      if (least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY) {
        return mean + sd * z;
      }
      double low = below((least - mean) / sd);
      double high = below((most - mean) / sd);
      double x = mean + sd * Normals.quantile(low + (high - low) * below(z));
      return Math.max(least, Math.min(most, x));
    }
  }

  /**
   * Lognormal.
   *
   * @param median {@code > 0}
   * @param logSd standard deviation of the natural logarithm, {@code >= 0}
   */
  record Lognormal(double median, double logSd) implements Distribution {
    /** Refuses a median that is not positive. */
    public Lognormal {
      require(median > 0 && Double.isFinite(median), "a lognormal needs a positive median", median);
      require(logSd >= 0 && Double.isFinite(logSd), "a lognormal needs logSd >= 0", logSd);
    }

    @Override
    public double at(double z, double pick) {
      return median * StrictMath.exp(logSd * z);
    }
  }

  /**
   * Weibull, {@code P(x) = 1 - exp(-(x / scale)^shape)}.
   *
   * @param scale the 63.2 % quantile, {@code > 0}
   * @param shape Weibull slope, {@code > 0}
   */
  record Weibull(double scale, double shape) implements Distribution {
    /** Refuses values that are not positive. */
    public Weibull {
      require(scale > 0 && Double.isFinite(scale), "a Weibull needs a positive scale", scale);
      require(shape > 0 && Double.isFinite(shape), "a Weibull needs a positive shape", shape);
    }

    @Override
    public double at(double z, double pick) {
      return scale * StrictMath.pow(-StrictMath.log(below(-z)), 1 / shape);
    }
  }

  /** Uniform between two ends. */
  record Uniform(double least, double most) implements Distribution {
    /** Refuses an empty interval. */
    public Uniform {
      require(least < most, "a uniform needs its lower end below its upper end", least);
    }

    @Override
    public double at(double z, double pick) {
      return least + (most - least) * below(z);
    }
  }

  /**
   * One of several, chosen for each device by weight; an outlier population beside the main one.
   *
   * @param weights positive, of any sum
   * @param parts one per weight
   */
  record Mixture(List<Double> weights, List<Distribution> parts) implements Distribution {
    /** Refuses weights that are not positive. */
    public Mixture {
      weights = List.copyOf(weights);
      parts = List.copyOf(parts);
      require(
          !parts.isEmpty() && weights.size() == parts.size(),
          "a mixture needs one weight per part",
          weights.size());
      for (double w : weights) {
        require(w > 0 && Double.isFinite(w), "weights of a mixture must be positive", w);
      }
    }

    @Override
    public double at(double z, double pick) {
      double left = pick * weights.stream().mapToDouble(Double::doubleValue).sum();
      int k = 0;
      while (k < parts.size() - 1 && left > weights.get(k)) {
        left -= weights.get(k++);
      }
      return parts.get(k).at(z, left / weights.get(k));
    }
  }

  private static double below(double z) {
    return Normals.below(z);
  }

  private static void require(boolean holds, String what, double got) {
    if (!holds) {
      throw new InputException(what + ", got " + got);
    }
  }
}
