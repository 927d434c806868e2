package org.ohmweave.core.noise;

/**
 * The counter-based generator Philox4x32-10: ten rounds of two 32 x 32 bit multiplications turn a
 * 128-bit counter and a 64-bit key into 128 random bits.
 *
 * <p>J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel Random Numbers: As Easy as 1, 2,
 * 3", SC'11, 2011, doi:10.1145/2063384.2063405. Checked against the known-answer vectors published
 * with the authors' Random123 library.
 */
final class Philox4x32 {
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;
  private static final long LOW = 0xFFFFFFFFL;

  private Philox4x32() {}

  /** The four output words, given as in the paper; {@code words} (output) has length 4. */
  static void block(int c0, int c1, int c2, int c3, int k0, int k1, int[] words) {
    long low = (c0 & LOW) | ((long) c1 << 32);
    long high = (c2 & LOW) | ((long) c3 << 32);
    long key = (k0 & LOW) | ((long) k1 << 32);
    long first = firstHalf(low, high, key);
    long second = secondHalf(low, high, key);
    words[0] = (int) first;
    words[1] = (int) (first >>> 32);
    words[2] = (int) second;
    words[3] = (int) (second >>> 32);
  }

  /** Output words 0 (low half) and 1 (high half). */
  static long firstHalf(long counterLow, long counterHigh, long key) {
    return half(counterLow, counterHigh, key, true);
  }

  /** Output words 2 (low half) and 3 (high half). */
  static long secondHalf(long counterLow, long counterHigh, long key) {
    return half(counterLow, counterHigh, key, false);
  }

  private static long half(long counterLow, long counterHigh, long key, boolean first) {
    int c0 = (int) counterLow;
    int c1 = (int) (counterLow >>> 32);
    int c2 = (int) counterHigh;
    int c3 = (int) (counterHigh >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (c0 & LOW);
      long product1 = MULTIPLIER_1 * (c2 & LOW);
      int next0 = (int) (product1 >>> 32) ^ c1 ^ k0;
      int next2 = (int) (product0 >>> 32) ^ c3 ^ k1;
      c1 = (int) product1;
      c3 = (int) product0;
      c0 = next0;
      c2 = next2;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    return first ? (c0 & LOW) | ((long) c1 << 32) : (c2 & LOW) | ((long) c3 << 32);
  }
}
