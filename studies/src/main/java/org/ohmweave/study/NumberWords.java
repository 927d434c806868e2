package org.ohmweave.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmweave.core.io.DecimalText;
import org.ohmweave.core.io.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Numbers on the command line, and mistakes there, in one sentence of the program's own words. */
final class NumberWords {
  private static final Pattern CONVERSION =
      Pattern.compile("Invalid value for [^']*'?([^' ]+)'?[^:]*: (must be .*)");

  private NumberWords() {}

  static int whole(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException("must be a whole number such as 4, got '" + text + "'");
    }
  }

  static long large(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException("must be a whole number such as 4, got '" + text + "'");
    }
  }

  static double number(String text) {
    double value = DecimalText.parse(text);
    if (!Double.isFinite(value)) {
      throw new TypeConversionException(
          "must be a finite number such as 1.5e-3, without a unit, got '" + text + "'");
    }
    return value;
  }

  /** The sentence for a mistake that the parser of the command line found. */
  static String plain(ParameterException mistake) {
    String message = String.valueOf(mistake.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    Matcher conversion = CONVERSION.matcher(message);
    if (conversion.matches()) {
      return conversion.group(1) + " " + conversion.group(2);
    }
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      CommandLine line = mistake.getCommandLine();
      boolean option = word.startsWith("-");
      List<String> known = new ArrayList<>();
      if (option) {
        line.getCommandSpec().options().forEach(o -> known.addAll(Arrays.asList(o.names())));
      } else {
        known.addAll(line.getSubcommands().keySet());
      }
      String what = option ? "option" : known.isEmpty() ? "argument" : "command";
      String name = word.contains("=") && option ? word.substring(0, word.indexOf('=')) : word;
      return what + " '" + word + "' is unknown" + Nearest.hint(name, known);
    }
    return message;
  }
}
