package io.shopkeeper.cli.backup;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saves the running shop to one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Saves the running shop to one file: database (H2 or PostgreSQL), pictures, uploads.",
      "The file holds what is secret, too: keep it as safe as the shop itself."
    })
public final class BackupCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "FILE", description = "Where to, such as shop.zip.")
  private Path file;

  @Option(names = "--force", description = "Replace the file if there is one.")
  private boolean force;

  @Option(names = "--json", description = "Print the backup's manifest as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path target = file.toAbsolutePath();
    if (Files.exists(target) && !force) {
      throw new CommandFailedException(
          "There is a file %s already. Choose another name, or replace it with --force."
              .formatted(target));
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      create(part);
      server.client().download("backup", part);
      BackupContent content = BackupContent.read(part);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      print(content, Files.size(target));
    } catch (IOException problem) {
      throw new CommandFailedException(
          "Cannot write %s: %s".formatted(target, problem.getMessage()), problem);
    } finally {
      part.toFile().delete();
    }
    return 0;
  }

  private static void create(Path part) throws IOException {
    Files.deleteIfExists(part);
    Path folder = part.getParent();
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(part);
    }
  }

  private void print(BackupContent content, long size) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(content.manifest());
    } else {
      out.println("Saved %s (%,d KB): %s".formatted(file, size >> 10, content.summary()));
      out.println("It holds no keys: keep a copy of the data folder's secrets/ in another place.");
    }
  }
}
