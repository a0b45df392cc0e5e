package io.shopkeeper.cli.server;

import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server as a process of this machine: found by its PID file, checked to be really ours. */
public final class ServerProcess {

  private static final String CLOSED_MANAGEMENT = "closed-management.yml";

  private final DataFolder data;

  public ServerProcess(DataFolder data) {
    this.data = data;
  }

  /**
   * The running server of this data folder. A PID file that points to nobody, or to a process that
   * is not this server, is stale: it is removed.
   */
  public Optional<ProcessHandle> running() {
    Path file = data.pidFile();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file).strip();
      Optional<ProcessHandle> process =
          text.matches("\\d{1,10}") ? ProcessHandle.of(Long.parseLong(text)) : Optional.empty();
      Optional<ProcessHandle> ours =
          process.filter(ProcessHandle::isAlive).filter(this::belongsToThisFolder);
      if (ours.isEmpty()) {
        Files.delete(file);
      }
      return ours;
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot read " + file, problem);
    }
  }

  private boolean belongsToThisFolder(ProcessHandle process) {
    // Not every system tells the arguments of a process; where it does, they must name this folder.
    String arguments = String.join(" ", process.info().arguments().orElse(new String[0]));
    String line = process.info().commandLine().orElse(arguments);
    return line.isEmpty() || line.contains(data.server().toString());
  }

  /** Copies the provisioned server's working part where it is missing, and the application. */
  public void install(Installation installation) {
    Path base = data.server();
    try {
      Path source = installation.serverHome().resolve("standalone");
      copyTree(source, base);
      Path deployments = base.resolve("deployments");
      deleteMarkers(deployments);
      Files.copy(
          installation.application(),
          deployments.resolve("shopkeeper.ear"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      try (InputStream overlay = ServerProcess.class.getResourceAsStream(CLOSED_MANAGEMENT)) {
        Files.copy(overlay, closedManagement(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      Files.createDirectories(base.resolve("tmp"));
      Files.createDirectories(data.media());
    } catch (IOException problem) {
      throw new CommandFailedException(
          "Cannot set up the server in " + base + ": " + problem.getMessage(), problem);
    }
  }

  private Path closedManagement() {
    return data.server().resolve("configuration").resolve(CLOSED_MANAGEMENT);
  }

  private static void copyTree(Path source, Path target) throws IOException {
    try (var files = Files.walk(source)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!file.startsWith(source.resolve("log"))) {
          Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void deleteMarkers(Path deployments) throws IOException {
    try (var files = Files.newDirectoryStream(deployments, "shopkeeper.ear*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  /**
   * Starts the server; it goes on when this program ends.
   *
   * @param demo whether visitors may look through the demo customers' eyes
   * @param holdReady whether it is not ready before the first start is done
   */
  public Process start(Installation installation, int port, boolean demo, boolean holdReady) {
    return start(installation, port, demo, holdReady, Map.of());
  }

  /**
   * Starts the server; it goes on when this program ends.
   *
   * @param more environment variables beside the own ones
   */
  public Process start(
      Installation installation,
      int port,
      boolean demo,
      boolean holdReady,
      Map<String, String> more) {
    Path home = installation.serverHome();
    List<String> command = new ArrayList<>(Scheduling.prefix(System.getenv("PATH")));
    command.addAll(
        List.of(
            "/bin/sh",
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + data.server(),
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=0",
            "-b",
            "127.0.0.1",
            "--yaml=" + closedManagement()));
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    environment.putAll(more);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LAUNCH_JBOSS_IN_BACKGROUND", "1");
    environment.put("JBOSS_PIDFILE", data.pidFile().toString());
    environment.put("SHOPKEEPER_DATA", data.path().toString());
    environment.put("SHOPKEEPER_BOOTSTRAP_API_KEY", data.commandLineKey());
    if (!data.administratorTold()) {
      environment.put("SHOPKEEPER_BOOTSTRAP_ADMIN_PASSWORD", data.firstAdministratorPassword());
    }
    environment.put("SHOPKEEPER_DEMO", Boolean.toString(demo));
    if (holdReady) {
      environment.put("SHOPKEEPER_READY_FILE", data.readyMarker().toString());
    }
    String memory = environment.getOrDefault("SHOPKEEPER_MEMORY", "768m");
    // The server's script has a size of its own, and puts it behind whatever is prepended.
    environment.put(
        "JBOSS_JAVA_SIZING",
        "-Xms64m -Xmx"
            + memory
            + Collector.option(Runtime.getRuntime().availableProcessors(), environment));
    environment.merge(
        "PREPEND_JAVA_OPTS",
        "--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED"
            + " -Djava.io.tmpdir="
            + data.server().resolve("tmp"),
        (given, ours) -> ours + " " + given);
    builder.redirectErrorStream(true).redirectOutput(data.consoleLog().toFile());
    try {
      Files.deleteIfExists(data.pidFile());
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot start the server: " + problem.getMessage(), problem);
    }
  }

  /**
   * Ends the server politely, and by force after half a minute.
   *
   * @return whether there was one to stop
   */
  public boolean stop() {
    Optional<ProcessHandle> running = running();
    running.ifPresent(ServerProcess::end);
    try {
      Files.deleteIfExists(data.pidFile());
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot remove " + data.pidFile(), problem);
    }
    return running.isPresent();
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException late) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException problem) {
      throw new CommandFailedException("Cannot stop process " + process.pid(), problem);
    }
  }
}
