package org.ohmweave.core.dense;

import org.ohmweave.core.math.VectorMath;

/** Takes the path that {@link VectorMath} has; the vector class is loaded by name. */
final class KernelChoice {
  static final BlockKernel PLAIN = new PlainKernel();
  static final BlockKernel ACTIVE = choose();

  private KernelChoice() {}

  private static BlockKernel choose() {
    if (VectorMath.active() == VectorMath.plain()) {
      return PLAIN;
    }
    try {
      return (BlockKernel)
          Class.forName("org.ohmweave.core.dense.LaneKernel")
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return PLAIN;
    }
  }
}
