package org.ohmweave.core.noise;

/**
 * The one origin of randomness of a run. It holds a seed and hands out {@link Purpose streams by
 * purpose}; numbers depend on (seed, purpose, site, event) alone, so the count of threads, the
 * order of calls, the tiling and other consumers change nothing.
 */
public final class NoiseSource {
  private final long seed;

  private NoiseSource(long seed) {
    this.seed = seed;
  }

  /** A source for any 64-bit seed. */
  public static NoiseSource seeded(long seed) {
    return new NoiseSource(seed);
  }

  /** The seed this source was made with. */
  public long seed() {
    return seed;
  }

  /**
   * The stream for one physical cause, such as {@code "cycle-to-cycle"}. Equal names give equal
   * streams.
   */
  public Purpose purpose(String name) {
    long hash = 0xCBF29CE484222325L; // FNV-1a, 64 bit
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return new Purpose(mix(seed ^ mix(hash)));
  }

  /** A source of its own for one member of a Monte Carlo study. */
  public NoiseSource trial(long index) {
    return new NoiseSource(mix(seed + 0x9E3779B97F4A7C15L * (index + 1)));
  }

  /** Finaliser of SplitMix64: a bijection, so different seeds never share a key for one purpose. */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
