package io.shopkeeper.cli.server;

import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A server that is started to restore a backup, on a port that nobody knows, and ended when it has
 * done so.
 */
public final class RestoringServer {

  private static final Duration LONGEST = Duration.ofHours(6);
  private static final String DEPLOYMENT_FAILED = "WFLYSRV0026";

  private final DataFolder data;
  private final ServerProcess process;

  public RestoringServer(DataFolder data) {
    this.data = data;
    this.process = new ServerProcess(data);
  }

  /**
   * Restores; returns when the shop is whole.
   *
   * @throws CommandFailedException with the server's reason if it cannot be restored
   */
  public void restore(Path backup) {
    Installation installation = Installation.find();
    int port = freePort();
    process.install(installation);
    try {
      Process started =
          process.start(
              installation, port, false, false, Map.of("SHOPKEEPER_RESTORE", backup.toString()));
      await(started, new ApiClient(ServerOptions.address(port), data.commandLineKey()));
      // The people of the backup sign in with their own passwords; the demo is not set up again.
      data.forgetFirstPassword();
      Files.writeString(data.readyMarker(), "restored");
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot write to " + data.path(), problem);
    } finally {
      process.stop();
    }
  }

  private void await(Process started, ApiClient client) throws IOException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!healthy(client)) {
      if (!started.isAlive() || log().contains(DEPLOYMENT_FAILED)) {
        throw new CommandFailedException(reason());
      }
      if (System.nanoTime() > deadline) {
        throw new CommandFailedException("The backup was not restored within " + LONGEST + ".");
      }
      ApiClient.pause();
    }
  }

  private static boolean healthy(ApiClient client) {
    return client
        .health()
        .filter(health -> "UP".equals(health.path("status").asText()))
        .isPresent();
  }

  /** The server's own sentence, where the log has one. */
  private String reason() throws IOException {
    Optional<String> sentence =
        log()
            .lines()
            .filter(line -> line.matches(".*(DamagedBackup|DatabaseInUse)Exception: .*"))
            .map(line -> line.replaceFirst(".*Exception: ", "").replaceFirst("[\"}\\]]+,?$", ""))
            .findFirst();
    return sentence.orElse("The backup was not restored; see " + data.consoleLog());
  }

  private String log() throws IOException {
    return Files.exists(data.consoleLog()) ? Files.readString(data.consoleLog()) : "";
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException problem) {
      throw new CommandFailedException("No free port was found.", problem);
    }
  }
}
