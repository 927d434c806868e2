package org.ohmweave.core.math;

/**
 * Chooses the path once; the vector class is loaded by name so that nothing else needs its module.
 */
final class VectorMathChoice {
  static final VectorMath PLAIN = new PlainMath();
  static final VectorMath ACTIVE = choose();

  private VectorMathChoice() {}

  private static VectorMath choose() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return PLAIN;
    }
    try {
      VectorMath vector =
          (VectorMath)
              Class.forName("org.ohmweave.core.math.LaneMath")
                  .getDeclaredConstructor()
                  .newInstance();
      return LaneWidth.enough() ? vector : PLAIN;
    } catch (ReflectiveOperationException | LinkageError e) {
      return PLAIN;
    }
  }
}
