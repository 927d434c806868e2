package org.ohmweave.study.kind;

/** Work that a study file or a command describes completely, ready to run. */
public interface Study {
  /** Does the work and writes its files through the context. */
  Outcome run(RunContext context);
}
