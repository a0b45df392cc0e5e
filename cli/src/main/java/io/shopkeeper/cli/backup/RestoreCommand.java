package io.shopkeeper.cli.backup;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.server.DataFolder;
import io.shopkeeper.cli.server.RestoringServer;
import io.shopkeeper.cli.server.ServerOptions;
import io.shopkeeper.cli.server.ServerProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a saved shop back. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a saved shop back into an empty data folder, or into the empty database that",
      "SHOPKEEPER_DB_URL names. The backup may come from the other kind of database, and from",
      "an older version of Shopkeeper."
    })
public final class RestoreCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "FILE", description = "What ./shopkeeper backup has written.")
  private Path file;

  @Option(
      names = "--replace",
      description = "Put the shop that is in the data folder aside (H2 only); nothing is deleted.")
  private boolean replace;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    BackupContent content = BackupContent.read(file);
    DataFolder data = server.folder();
    if (new ServerProcess(data).running().isPresent()) {
      throw new CommandFailedException(
          "The shop is running. Stop it first: ./shopkeeper stop --data " + data.path());
    }
    makeRoom(data);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Restoring " + content.summary() + " ...");
    out.flush();
    new RestoringServer(data).restore(file.toAbsolutePath());
    out.println("Restored into " + data.path() + ". Start it with ./shopkeeper run");
    return 0;
  }

  /** An H2 database that is there goes aside, where that is allowed. */
  private void makeRoom(DataFolder data) {
    Path database = data.path().resolve("database");
    String url = System.getenv("SHOPKEEPER_DB_URL");
    boolean elsewhere = url != null && !url.isBlank();
    if (elsewhere || !Files.exists(database)) {
      return;
    }
    if (!replace) {
      throw new CommandFailedException(
          "There is a shop in %s already. Choose an empty folder with --data DIR, or put that shop aside with --replace."
              .formatted(data.path()));
    }
    String now =
        LocalDateTime.now(Clock.systemUTC()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    Path aside = data.path().resolve("database-before-" + now);
    try {
      Files.move(database, aside);
    } catch (IOException problem) {
      throw new CommandFailedException(
          "Cannot move %s to %s: %s".formatted(database, aside, problem.getMessage()), problem);
    }
    spec.commandLine().getOut().println("The shop that was there is now in " + aside);
  }
}
