package org.ohmweave.device.reram;

import org.ohmweave.core.InputException;

/** The field enhancement {@code gamma0 - beta (g / 1 nm)^3} that both Stanford laws share. */
final class Enhancement {
  private Enhancement() {}

  /** Refuses a largest gap at which the enhancement is zero or negative: the field would turn. */
  static void check(String law, double gamma0, double beta, double gapMaxMetres) {
    double nanometres = gapMaxMetres * 1e9;
    if (!(beta * nanometres * nanometres * nanometres < gamma0)) {
      throw new InputException(
          "parameter gap_max of law "
              + law
              + " must be below "
              + 1e-9 * Math.cbrt(gamma0 / beta)
              + " [m], where the field enhancement gamma0 - beta (gap/nm)^3 of gamma0 "
              + gamma0
              + " and beta "
              + beta
              + " vanishes, got "
              + gapMaxMetres);
    }
  }
}
