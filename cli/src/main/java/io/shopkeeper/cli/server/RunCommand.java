package io.shopkeeper.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the shop up; on the first start with the demo shop and its trained models. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Starts the shop on 127.0.0.1; the first start imports the demo shop and trains its models.")
public final class RunCommand implements Callable<Integer> {

  private static final long START_TIMEOUT_SECONDS = 240;

  @Mixin private ServerOptions server;

  @Option(names = "--port", defaultValue = "8080", description = "Port (default ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--no-demo", description = "Start with an empty shop.")
  private boolean noDemo;

  @Option(names = "--background", description = "Return as soon as the shop is up.")
  private boolean background;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Installation installation = Installation.find();
    DataFolder data = server.folder();
    var process = new ServerProcess(data);
    if (process.running().isPresent()) {
      out().println("The shop is up already: " + shop(data.port().orElse(port)));
      out().println("Stop it with ./shopkeeper stop.");
      return 0;
    }
    requireFreePort();
    boolean firstStart = !noDemo && !Files.exists(data.readyMarker());
    out().println("Setting up the server in " + data.server());
    process.install(installation);
    data.remember(port);
    Process started = process.start(installation, port, !noDemo, firstStart);
    Thread stopper = new Thread(() -> new ServerProcess(data).stop(), "stop-server");
    if (!background) {
      Runtime.getRuntime().addShutdownHook(stopper);
    }
    try {
      serve(installation, data, started, firstStart);
    } catch (CommandFailedException problem) {
      process.stop();
      throw problem;
    }
    return background ? 0 : waitFor(started);
  }

  private void serve(
      Installation installation, DataFolder data, Process started, boolean firstStart) {
    var client = new ApiClient(shop(port), data.commandLineKey());
    out().println("Starting the server ...");
    out().flush();
    awaitAnswer(data, started, client);
    if (firstStart) {
      new FirstStart(installation, data, client, out()).setUp();
    }
    awaitUp(client);
    announce(data);
  }

  private void requireFreePort() {
    if (port < 1 || port > 65535) {
      throw new CommandFailedException("--port must be between 1 and 65535, but is " + port + ".");
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw new CommandFailedException(
          "Port %d is taken by another program. Choose a free one, for example: ./shopkeeper run --port %d"
              .formatted(port, port == 65535 ? 8080 : port + 1),
          taken);
    }
  }

  private void awaitAnswer(DataFolder data, Process started, ApiClient client) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_TIMEOUT_SECONDS);
    while (System.nanoTime() < deadline) {
      boolean answers = client.health().filter(health -> health.has("status")).isPresent();
      if (answers) {
        return;
      }
      if (!started.isAlive()) {
        throw new CommandFailedException("The server ended while starting.\n" + lastErrors(data));
      }
      ApiClient.pause();
    }
    throw new CommandFailedException(
        "The server did not answer within %d seconds.%n%s"
            .formatted(START_TIMEOUT_SECONDS, lastErrors(data)));
  }

  private void awaitUp(ApiClient client) {
    for (int attempt = 0; attempt < 120; attempt++) {
      JsonNode health = client.health().orElse(null);
      if (health != null && "UP".equals(health.path("status").asText())) {
        return;
      }
      ApiClient.pause();
    }
    throw new CommandFailedException(
        "The server answers, but does not report itself UP: "
            + client.health().map(JsonNode::toString).orElse("no answer"));
  }

  private String lastErrors(DataFolder data) {
    try {
      List<String> lines =
          Files.readAllLines(data.consoleLog(), StandardCharsets.UTF_8).stream()
              .filter(line -> line.contains("ERROR") || line.contains("Caused by"))
              .limit(5)
              .toList();
      return "First errors in %s:%n  %s".formatted(data.consoleLog(), String.join("\n  ", lines));
    } catch (IOException unreadable) {
      return "See " + data.consoleLog();
    }
  }

  private void announce(DataFolder data) {
    out().println();
    out().println("The shop is UP.");
    out().println("  Storefront  " + shop(port) + "/");
    out().println("  Console     " + shop(port) + "/console/");
    out().println("  API         " + shop(port) + "/api/docs");
    if (data.administratorTold()) {
      out()
          .println("  Sign in to the console as admin with the password shown at the first start.");
    } else {
      out()
          .println(
              "  Sign in to the console as admin, password " + data.firstAdministratorPassword());
      out().println("  (shown this once; change it under My account)");
      data.forgetFirstPassword();
    }
    out().println(background ? "  Stop with ./shopkeeper stop" : "  Stop with Ctrl-C");
    out().flush();
  }

  private int waitFor(Process started) {
    try {
      int status = started.waitFor();
      return status == 0 || status == 143 || status == 130 ? 0 : 1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static URI shop(int port) {
    return ServerOptions.address(port);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
