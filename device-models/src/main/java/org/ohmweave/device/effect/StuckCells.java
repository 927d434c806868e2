package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * Cells that never move: a share stuck in the LRS (over-formed), another stuck in the HRS (never
 * formed, or open). Cells are independent; faults of whole lines belong to the array.
 */
public final class StuckCells implements Effect {
  private final double lrsShare;
  private final double hrsShare;
  private final Purpose faults;
  private StuckMask mask = new StuckMask(0);

  /** A source; both shares {@code >= 0}, their sum at most 1. */
  public StuckCells(double lrsShare, double hrsShare, NoiseSource noise) {
    if (!(lrsShare >= 0 && hrsShare >= 0 && lrsShare + hrsShare <= 1)) {
      throw new InputException(
          "shares of stuck cells must be zero or positive and sum to at most 1, got "
              + lrsShare
              + " in the LRS and "
              + hrsShare
              + " in the HRS");
    }
    this.lrsShare = lrsShare;
    this.hrsShare = hrsShare;
    this.faults = noise.purpose("stuck");
  }

  @Override
  public String name() {
    return "stuck";
  }

  @Override
  public void begin(DeviceBank bank) {
    mask = new StuckMask(bank.size());
    for (int i = 0; i < bank.size(); i++) {
      double u = faults.uniform(bank.firstSite() + i, 0);
      if (u < lrsShare + hrsShare) {
        mask.stick(i, u < lrsShare);
      }
    }
    mask.enforce(bank, 0, bank.size());
  }

  @Override
  public void afterPulse(DeviceBank bank, int from, int to, long event) {
    mask.enforce(bank, from, to);
  }

  @Override
  public void rest(DeviceBank bank, int from, int to, double seconds, double kelvin) {
    mask.enforce(bank, from, to);
  }

  @Override
  public int[] failed(DeviceBank bank) {
    return mask.count();
  }
}
