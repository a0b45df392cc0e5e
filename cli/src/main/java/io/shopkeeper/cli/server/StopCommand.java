package io.shopkeeper.cli.server;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends what {@code run} started. */
@Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops the shop.")
public final class StopCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean stopped = new ServerProcess(server.folder()).stop();
    spec.commandLine()
        .getOut()
        .println(stopped ? "The shop is stopped." : "The shop was not running.");
    return 0;
  }
}
