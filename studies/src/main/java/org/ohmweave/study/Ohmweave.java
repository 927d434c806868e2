package org.ohmweave.study;

import java.io.UncheckedIOException;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.InputException;
import org.ohmweave.study.command.BenchCommand;
import org.ohmweave.study.command.DemoCommand;
import org.ohmweave.study.command.DriveCommand;
import org.ohmweave.study.command.PresetsCommand;
import org.ohmweave.study.command.ProgramCommand;
import org.ohmweave.study.command.RunCommand;
import org.ohmweave.study.command.SnnCommand;
import org.ohmweave.study.command.SolveCommand;
import org.ohmweave.study.command.SpiceCommand;
import org.ohmweave.study.command.StudyCommand;
import org.ohmweave.study.command.TransientCommand;
import org.ohmweave.study.command.VmmCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 failed, 2 bad input. */
@Command(
    name = "ohmweave",
    mixinStandardHelpOptions = true,
    versionProvider = Ohmweave.VersionLine.class,
    description =
        "Analog computing in memristive crossbars, from the physics of one oxide cell to a spiking"
            + " network that learns in an array of them.",
    footer = {"", "Exit codes: 0 done, 1 failed, 2 bad input. Start with: ohmweave demo"},
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      PresetsCommand.class,
      DriveCommand.class,
      SolveCommand.class,
      TransientCommand.class,
      SpiceCommand.class,
      VmmCommand.class,
      ProgramCommand.class,
      SnnCommand.class,
      BenchCommand.class
    })
public final class Ohmweave implements Runnable {
  @Spec private CommandSpec spec;

  Ohmweave() {
    this.spec = CommandSpec.create();
  }

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.exit(run(arguments));
  }

  /** Runs the command line inside this process and returns the exit code. */
  public static int run(String... arguments) {
    CommandLine line = new CommandLine(new Ohmweave());
    for (String[] kind : StudyCommand.kinds()) {
      CommandLine study = new CommandLine(StudyCommand.of(kind[0]));
      study.getCommandSpec().usageMessage().description(kind[1]);
      line.addSubcommand(kind[0], study);
    }
    int code =
        line.setExecutionExceptionHandler((failure, at, parsed) -> report(failure, at))
            .setParameterExceptionHandler((mistake, args) -> mistaken(mistake))
            .registerConverter(Integer.class, NumberWords::whole)
            .registerConverter(int.class, NumberWords::whole)
            .registerConverter(Long.class, NumberWords::large)
            .registerConverter(long.class, NumberWords::large)
            .registerConverter(Double.class, NumberWords::number)
            .registerConverter(double.class, NumberWords::number)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments);
    if (System.out.checkError() && code == 0) {
      System.err.println("ohmweave: standard output could not be written; is the disk full?");
      return 1;
    }
    return code;
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  private static int mistaken(ParameterException mistake) {
    String name = mistake.getCommandLine().getCommandSpec().qualifiedName();
    System.err.println("ohmweave: " + NumberWords.plain(mistake) + "; see '" + name + " --help'");
    return 2;
  }

  private static int report(Exception failure, CommandLine line) {
    if (failure instanceof InputException) {
      System.err.println("ohmweave: " + oneLine(String.valueOf(failure.getMessage())));
      return 2;
    }
    if (failure instanceof ConvergenceException || failure instanceof UncheckedIOException) {
      System.err.println("ohmweave: " + oneLine(String.valueOf(failure.getMessage())));
      return 1;
    }
    System.err.println(
        "ohmweave: internal error in '"
            + line.getCommandSpec().qualifiedName()
            + "': "
            + failure
            + "; this is a defect, please report it with the command you ran (set OHMWEAVE_TRACE=1"
            + " for the stack trace)");
    if (System.getenv("OHMWEAVE_TRACE") != null) {
      failure.printStackTrace();
    }
    return 1;
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ");
  }

  /** Version as {@code --version} prints it and results record it. */
  public static String version() {
    String version = Ohmweave.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  static final class VersionLine implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Ohmweave " + version(),
        "Java "
            + System.getProperty("java.version")
            + " ("
            + System.getProperty("java.vendor")
            + ")"
      };
    }
  }
}
