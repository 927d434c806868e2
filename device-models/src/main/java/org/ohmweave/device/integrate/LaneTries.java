package org.ohmweave.device.integrate;

import java.util.Arrays;

/**
 * Carries any number of devices through {@link LaneTime}, a set of lanes after the other: first all
 * of them by one solver, then by another those that asked for it. Results do not depend on how
 * devices fall into sets. Holds workspace: one instance per thread.
 */
public final class LaneTries {
  /** Flows that belong to devices. */
  public interface Devices extends LaneTime.Flows {
    /**
     * Takes a device into a lane.
     *
     * @return false if it has nothing to do there, or cannot be done there
     */
    boolean load(int lane, int device);

    /** A set of lanes is loaded and about to start. */
    default void begin() {}
  }

  private final Devices devices;
  private final LaneTime first;
  private final LaneTime second;
  private final double seconds;
  private final double[] whole;
  private final double[] firstPanel;
  private int[] waiting = new int[LaneTime.LANES];
  private int count;
  private int lanes;
  private boolean again;

  /**
   * A time to go through.
   *
   * @param whole (input) where each lane's path ends, filled by {@link Devices#load}
   * @param firstPanel (input) longest first panel of each lane, filled there too
   */
  public LaneTries(
      Devices devices,
      LaneTime first,
      LaneTime second,
      double seconds,
      double[] whole,
      double[] firstPanel) {
    this.devices = devices;
    this.first = first;
    this.second = second;
    this.seconds = seconds;
    this.whole = whole;
    this.firstPanel = firstPanel;
  }

  /** Adds a device; false if it was not taken. */
  public boolean add(int device) {
    if (!devices.load(lanes, device)) {
      return false;
    }
    if (++lanes == LaneTime.LANES) {
      run(first);
    }
    return true;
  }

  /** Ends what was added, second tries included. */
  public void finish() {
    run(first);
    again = true;
    for (int k = 0; k < count; k++) {
      devices.load(lanes, waiting[k]);
      if (++lanes == LaneTime.LANES) {
        run(second);
      }
    }
    run(second);
    count = 0;
    again = false;
  }

  /** Whether this device may try again; it then starts anew, from its unchanged state. */
  public boolean tryAgain(int device) {
    if (again) {
      return false;
    }
    if (count == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * count);
    }
    waiting[count++] = device;
    return true;
  }

  private void run(LaneTime solver) {
    if (lanes > 0) {
      devices.begin();
      solver.run(devices, lanes, seconds, whole, firstPanel);
      lanes = 0;
    }
  }
}
