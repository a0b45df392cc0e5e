package io.shopkeeper.cli;

import io.shopkeeper.cli.backup.BackupCommand;
import io.shopkeeper.cli.backup.RestoreCommand;
import io.shopkeeper.cli.doctor.DoctorCommand;
import io.shopkeeper.cli.evaluate.EvaluateCommand;
import io.shopkeeper.cli.importing.ImportCommand;
import io.shopkeeper.cli.jobs.JobsCommand;
import io.shopkeeper.cli.jobs.SchedulesCommand;
import io.shopkeeper.cli.server.RunCommand;
import io.shopkeeper.cli.server.StatusCommand;
import io.shopkeeper.cli.server.StopCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line; it only names its parts. */
@Command(
    name = "shopkeeper",
    mixinStandardHelpOptions = true,
    version = "Shopkeeper 0.1.0",
    description = "The AI layer of an online shop.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      StopCommand.class,
      StatusCommand.class,
      ImportCommand.class,
      JobsCommand.class,
      SchedulesCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      EvaluateCommand.class,
      DoctorCommand.class
    })
public final class ShopkeeperCommand {

  private ShopkeeperCommand() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The parser with the house's way of reporting errors: one clear line, no stack trace. */
  public static CommandLine commandLine() {
    return new CommandLine(new ShopkeeperCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (problem, command, parsed) -> {
              if (problem instanceof CommandFailedException failed) {
                command.getErr().println(command.getColorScheme().errorText(failed.getMessage()));
                return command.getCommandSpec().exitCodeOnExecutionException();
              }
              throw problem;
            });
  }
}
