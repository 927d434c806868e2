package org.ohmweave.core.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Known answers published with Random123 (file kat_vectors, lines "philox4x32 10"). */
class Philox4x32Test {

  @Test
  void zeroCounterAndKey() {
    check(new int[] {0, 0, 0, 0, 0, 0}, new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  }

  @Test
  void allOnes() {
    check(
        new int[] {-1, -1, -1, -1, -1, -1},
        new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  }

  @Test
  void digitsOfPi() {
    check(
        new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0},
        new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
  }

  private static void check(int[] input, int[] expected) {
    int[] words = new int[4];
    Philox4x32.block(input[0], input[1], input[2], input[3], input[4], input[5], words);
    assertArrayEquals(expected, words);
  }
}
