package io.shopkeeper.cli.server;

import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the program that makes the demo shop's files. */
public final class DemoGenerator {

  private DemoGenerator() {}

  /**
   * Makes them.
   *
   * @param out the folder of the files
   * @param log what the program says
   * @param more arguments of the program
   * @throws CommandFailedException if it cannot be run or fails
   */
  public static void run(Installation installation, Path out, Path log, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                installation.demoGenerator().toString(),
                "--out",
                out.toString()));
    command.addAll(List.of(more));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      int status = builder.start().waitFor();
      if (status != 0) {
        throw new CommandFailedException("The demo data could not be made: see " + log);
      }
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot run the demo generator", problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("Interrupted.", interrupted);
    }
  }
}
