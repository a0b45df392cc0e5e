package io.shopkeeper.integration.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A domain's folder: its configuration is written before Payara ever reads it. */
final class PayaraDomain {

  private static final Map<String, String> PORTS =
      Map.of(
          "http", "port=\"8080\"",
          "https", "port=\"8181\"",
          "admin", "port=\"4848\"",
          "iiop", "port=\"3700\"",
          "iiop-ssl", "port=\"3820\"",
          "iiop-mutual", "port=\"3920\"",
          "jmx", "port=\"8686\"");
  private static final String SERVER_CONFIG_END = "</config>";

  private final Path folder;
  private final Map<String, Integer> ports = new LinkedHashMap<>();

  private PayaraDomain(Path folder) {
    this.folder = folder;
  }

  /** Copies the domain that Payara comes with, and closes it to others. */
  static PayaraDomain copy(Path home, Path folder) {
    Folders.copy(home.resolve("glassfish").resolve("domains").resolve("domain1"), folder);
    var domain = new PayaraDomain(folder);
    Path file = folder.resolve("config").resolve("domain.xml");
    try {
      Files.writeString(file, domain.configure(Files.readString(file)));
      Files.createDirectories(folder.resolve("autodeploy"));
      Files.createDirectories(folder.resolve("tmp"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return domain;
  }

  private String configure(String original) {
    int end = original.indexOf(SERVER_CONFIG_END);
    String config =
        original
            .substring(0, end)
            .replace("0.0.0.0", "127.0.0.1")
            .replace("<network-listener ", "<network-listener address=\"127.0.0.1\" ")
            .replace(
                "<hazelcast-config-specific-configuration>",
                "<hazelcast-config-specific-configuration enabled=\"false\">")
            // No message broker, and no remote shell of the module system.
            .replace(
                "<diagnostic-service />", "<diagnostic-service /><jms-service type=\"DISABLED\"/>")
            .replace(",org.apache.felix.shell.remote", "")
            .replace(
                "<jvm-options>-server</jvm-options>",
                "<jvm-options>-server</jvm-options>"
                    + "<jvm-options>-XX:TieredStopAtLevel=1</jvm-options>"
                    + "<jvm-options>--add-modules=jdk.incubator.vector</jvm-options>"
                    + "<jvm-options>-Djava.io.tmpdir=${com.sun.aas.instanceRoot}/tmp</jvm-options>");
    for (Map.Entry<String, String> port : PORTS.entrySet()) {
      int free = freePort();
      ports.put(port.getKey(), free);
      config = config.replace(port.getValue(), "port=\"" + free + "\"");
    }
    return config + original.substring(end);
  }

  /** Puts the application where the server takes it up when it starts. */
  void deploy(Path application) {
    try {
      Files.copy(application, deployed(""));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Whether the server has taken the whole application up. */
  boolean deployed() {
    return Files.exists(deployed("_deployed"));
  }

  /** The end of the server's log, once it has refused the application. */
  Optional<String> failure() {
    if (!Files.exists(deployed("_deployFailed"))) {
      return Optional.empty();
    }
    try {
      String log = Files.readString(folder.resolve("logs").resolve("server.log"));
      return Optional.of(log.substring(Math.max(0, log.length() - 8000)));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private Path deployed(String suffix) {
    return folder.resolve("autodeploy").resolve("shopkeeper.ear" + suffix);
  }

  /** The server's process, while there is one. */
  Optional<ProcessHandle> process() {
    Path file = folder.resolve("config").resolve("pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  int port(String name) {
    return ports.get(name);
  }

  Map<String, Integer> ports() {
    return Map.copyOf(ports);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
