package org.ohmweave.core;

/**
 * The caller gave something that cannot be used. The message is one sentence that names the file or
 * place, the key, the value, the unit, and what would be right; the command line prints it and ends
 * with exit code 2.
 */
public final class InputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** A mistake described in one sentence. */
  public InputException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** A mistake described in one sentence, found while handling {@code cause}. */
  public InputException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /** The sentence. */
  @Override
  public String getMessage() {
    return sentence;
  }
}
