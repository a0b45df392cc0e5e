package io.shopkeeper.integration.server;

import io.shopkeeper.cli.server.ApiClient;
import io.shopkeeper.cli.server.DataFolder;
import io.shopkeeper.cli.server.FirstStart;
import io.shopkeeper.cli.server.Installation;
import io.shopkeeper.cli.server.ServerProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The application on the provisioned server, as a process of its own. For one thread. */
public final class ShopServer implements AutoCloseable {

  private static final Duration START_TIME = Duration.ofMinutes(4);

  /** A server that lives for a minute spends more on its best code than that gives back. */
  private static final Map<String, String> SHORT_LIFE =
      Map.of("PREPEND_JAVA_OPTS", "-XX:TieredStopAtLevel=1");

  /** Characters of a log in a failure. */
  private static final int MOST_TOLD = 4_000;

  private final Installation installation = Installation.find();
  private final DataFolder data;
  private final ServerProcess process;
  private final Map<String, String> environment;
  private final int port;
  private Process started;

  private ShopServer(Path folder, Map<String, String> environment) {
    this.data = DataFolder.prepare(folder);
    this.process = new ServerProcess(data);
    this.environment = environment;
    this.port = freePort();
  }

  /**
   * Starts a server that is to live shortly, and waits until it reports itself up.
   *
   * @param folder the shop's data: empty, or of a server that was stopped
   * @param environment beside what the command line sets
   */
  public static ShopServer start(Path folder, Map<String, String> environment) {
    Map<String, String> more = new HashMap<>(SHORT_LIFE);
    more.putAll(environment);
    return startAsSet(folder, more);
  }

  /** The same as operators start it, so that it can be measured. */
  public static ShopServer startAtFullSpeed(Path folder, Map<String, String> environment) {
    return startAsSet(folder, environment);
  }

  private static ShopServer startAsSet(Path folder, Map<String, String> environment) {
    var server = new ShopServer(folder, environment);
    server.process.install(server.installation);
    server.data.remember(server.port);
    server.start();
    return server;
  }

  /** Starts again what was stopped or killed, on the same port and data. */
  public void start() {
    started = process.start(installation, port, true, false, environment);
    try {
      Await.until("healthy shop", START_TIME, this::healthy);
    } catch (AssertionError unhealthy) {
      process.stop();
      throw unhealthy;
    }
  }

  /** Fills it with the demo shop and trains its models. */
  public void openDemoShop() {
    var told = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    new FirstStart(installation, data, new ApiClient(base(), key()), told).setUp();
  }

  private boolean healthy() {
    boolean up =
        new ApiClient(base(), key())
            .health()
            .filter(health -> "UP".equals(health.path("status").asText()))
            .isPresent();
    if (!up && (!started.isAlive() || log().contains("WFLYSRV0026"))) {
      throw new AssertionError("The server did not come up:\n" + errors());
    }
    return up;
  }

  /** Ends the process without a word, as a power cut would. */
  public void kill() {
    ProcessHandle server = process.running().orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
    started.onExit().join();
  }

  /** Ends the process politely. */
  public void stop() {
    process.stop();
  }

  @Override
  public void close() {
    stop();
  }

  /** Where it listens, with a slash at the end. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** A secret key with every scope. */
  public String key() {
    return data.commandLineKey();
  }

  /** Of the user {@code admin}. */
  public String administratorPassword() {
    return data.firstAdministratorPassword();
  }

  /** A client of its interface, with {@link #key()}. */
  public ShopApi api() {
    return new ShopApi(base(), key());
  }

  /** The folder of its data. */
  public Path folder() {
    return data.path();
  }

  /** The most memory that its process ever had, as the system tells; a word where it does not. */
  public String peakMemory() {
    return status("VmHWM:").orElse("unknown");
  }

  /** The memory that its process has now, in KiB; empty where the system does not tell. */
  public OptionalLong memory() {
    return status("VmRSS:").stream()
        .mapToLong(text -> Long.parseLong(text.replace(" kB", "")))
        .findFirst();
  }

  /** Bytes of what lives on its heap: it collects all garbage first. */
  public long liveHeap() {
    return jcmd("GC.class_histogram")
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToLong(line -> Long.parseLong(line.split("\\s+")[2]))
        .findFirst()
        .orElseThrow();
  }

  /**
   * How many copies of the application are in memory: more than one where something keeps what was
   * taken away from being forgotten.
   */
  public long copiesInMemory() {
    return jcmd("GC.class_histogram")
        .lines()
        .filter(line -> line.endsWith(" io.shopkeeper.platform.settings.CurrentSettings"))
        .count();
  }

  private String jcmd(String question) {
    ProcessHandle server = process.running().orElseThrow();
    Path jcmd = Path.of(server.info().command().orElseThrow()).resolveSibling("jcmd");
    var asking = new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), question);
    try (var lines = asking.redirectErrorStream(true).start().inputReader()) {
      return lines.lines().collect(Collectors.joining("\n"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private Optional<String> status(String line) {
    Path status = Path.of("/proc", Long.toString(process.running().orElseThrow().pid()), "status");
    if (!Files.isReadable(status)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(each -> each.startsWith(line))
          .map(each -> each.substring(line.length()).strip())
          .findFirst();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Takes the application away and brings it back, in the same process. */
  public void redeploy() {
    int before = timesDeployed();
    try {
      Files.createFile(deployments().resolve("shopkeeper.ear.dodeploy"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    try {
      Await.until("redeployed shop", START_TIME, () -> timesDeployed() > before && healthy());
    } catch (AssertionError hanging) {
      throw new AssertionError(hanging.getMessage() + ":\n" + whereItStands(), hanging);
    }
  }

  /** The end of its log, and where its threads are: what a wait in vain is explained by. */
  private String whereItStands() {
    String log = log();
    return log.substring(Math.max(0, log.length() - MOST_TOLD)) + "\n" + jcmd("Thread.print");
  }

  /** Where what is put is deployed. */
  public Path deployments() {
    return data.server().resolve("deployments");
  }

  private int timesDeployed() {
    return log().split("SHOP-0001", -1).length;
  }

  /** What it printed. */
  public String log() {
    try {
      return Files.readString(data.consoleLog());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private String errors() {
    return log()
        .lines()
        .filter(line -> line.contains("ERROR") || line.contains("Caused by"))
        .limit(10)
        .collect(Collectors.joining("\n"));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
