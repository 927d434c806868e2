package org.ohmweave.crossbar.wire;

import org.ohmweave.core.math.VectorMath;

/**
 * Chooses the path once; the vector classes are loaded by name so that nothing else needs their
 * module.
 */
final class KernelChoice {
  static final RowKernels ROWS = choose(RowKernels.class, "LaneRows", new PlainRows());
  static final EightKernels EIGHT = choose(EightKernels.class, "LaneEight", new PlainEight());

  private KernelChoice() {}

  private static <T> T choose(Class<T> kind, String vector, T plain) {
    if (!VectorMath.active().name().equals("vector")) {
      return plain;
    }
    try {
      return kind.cast(
          Class.forName("org.ohmweave.crossbar.wire." + vector)
              .getDeclaredConstructor()
              .newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      return plain;
    }
  }
}
