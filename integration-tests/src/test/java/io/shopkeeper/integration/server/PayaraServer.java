package io.shopkeeper.integration.server;

import io.shopkeeper.cli.server.ApiClient;
import io.shopkeeper.cli.server.Installation;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The application on Payara: a domain of its own, bound to 127.0.0.1 on free ports before its first
 * start, stopped by its process id. For one thread.
 */
public final class PayaraServer implements AutoCloseable {

  /** Of the user {@code admin}. */
  public static final String ADMINISTRATOR_PASSWORD = "only-for-payara-tests";

  private static final String KEY = "sk_payaraIT_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
  private static final Duration START_TIME = Duration.ofMinutes(10);

  private final Path home;
  private final Path folder;
  private final PayaraDomain domain;

  private PayaraServer(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
    this.domain = PayaraDomain.copy(home, folder.resolve("domains").resolve("shop"));
  }

  /**
   * Deploys the application and starts a server; returns when it reports itself up.
   *
   * @param folder emptied first
   * @param more environment beside what is needed anyway
   */
  public static PayaraServer start(Path folder, Map<String, String> more) {
    Folders.empty(folder);
    Path home = Path.of(System.getProperty("payara.home"));
    var server = new PayaraServer(home, folder);
    server.domain.deploy(Installation.find().application());
    server.run(more);
    try {
      Await.until("healthy shop on Payara", START_TIME, server::healthy);
    } catch (AssertionError unhealthy) {
      server.close();
      throw unhealthy;
    }
    return server;
  }

  private void run(Map<String, String> more) {
    var builder =
        new ProcessBuilder(
            home.resolve("bin").resolve("asadmin").toString(),
            "start-domain",
            "--domaindir",
            folder.resolve("domains").toString(),
            "shop");
    Map<String, String> environment = builder.environment();
    environment.putAll(more);
    String java = System.getProperty("java.home");
    environment.put("AS_JAVA", java);
    environment.put("JAVA_HOME", java);
    environment.put("PATH", java + "/bin" + File.pathSeparator + System.getenv("PATH"));
    environment.put("SHOPKEEPER_DATA", folder.resolve("data").toString());
    environment.put("SHOPKEEPER_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR_PASSWORD);
    environment.put("SHOPKEEPER_BOOTSTRAP_API_KEY", KEY);
    Path output = folder.resolve("asadmin.log");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    try {
      Process starting = builder.start();
      if (!starting.waitFor(START_TIME.toSeconds(), TimeUnit.SECONDS)
          || starting.exitValue() != 0) {
        starting.destroyForcibly();
        throw new AssertionError("Payara did not start:\n" + Files.readString(output));
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private boolean healthy() {
    domain
        .failure()
        .ifPresent(
            why -> {
              throw new AssertionError("The application was not deployed:\n" + why);
            });
    // One module answers while another is still being loaded: the server's own word counts first.
    return domain.deployed()
        && new ApiClient(base(), KEY)
            .health()
            .filter(health -> "UP".equals(health.path("status").asText()))
            .isPresent();
  }

  /** Where it listens, with a slash at the end. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + domain.port("http") + "/");
  }

  /** A client of its interface with every scope. */
  public ShopApi api() {
    return new ShopApi(base(), KEY);
  }

  /** Fails if one of its ports answers on another address of this machine. */
  public void requireLoopbackOnly() {
    InetAddress outside = outsideAddress();
    domain
        .ports()
        .forEach(
            (name, port) -> {
              if (answers(outside, port)) {
                throw new AssertionError("Port " + name + " is open on " + outside);
              }
            });
  }

  private static boolean answers(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static InetAddress outsideAddress() {
    try {
      InetAddress mine = InetAddress.getLocalHost();
      return mine.isLoopbackAddress() ? InetAddress.getByName("127.0.0.2") : mine;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void close() {
    Optional<ProcessHandle> process = domain.process();
    process.ifPresent(PayaraServer::end);
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
