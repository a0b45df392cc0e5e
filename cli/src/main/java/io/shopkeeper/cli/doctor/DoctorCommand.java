package io.shopkeeper.cli.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.cli.compute.LocalCompute;
import io.shopkeeper.cli.server.Installation;
import io.shopkeeper.cli.server.ServerOptions;
import io.shopkeeper.ml.kernel.BackendFinding;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Says what this machine has and what would be used, tests the kernels, and has the running shop
 * verify its audit log.
 */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Says what this machine has and what would be used, with a self-test, and verifies the"
            + " audit log of the running shop. Exit 1 if that was tampered with.")
public final class DoctorCommand implements Callable<Integer> {

  private static final Map<String, String> NAMES = Map.of("cuda", "gpu");

  @Mixin private ServerOptions server;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Object> findings = findings();
    AuditCheck.Finding audit = AuditCheck.of(server.clientIfThereIsAShop());
    findings.put("audit log", audit.text());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().valueToTree(findings));
    } else {
      findings.forEach((name, value) -> out.printf("%-16s %s%n", name, value));
    }
    return audit.broken() ? 1 : 0;
  }

  private static Map<String, Object> findings() {
    var findings = new LinkedHashMap<String, Object>();
    findings.put(
        "jdk",
        "%s (%s) in %s"
            .formatted(
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                System.getProperty("java.home")));
    findings.put(
        "maven", onPath("mvn") ? "found on the path" : "missing: install Maven 3.8.6 or newer");
    findings.put("cores", Runtime.getRuntime().availableProcessors());
    findings.put("memory", (Runtime.getRuntime().maxMemory() >> 20) + " MB for this program");
    findings.put("database", database());
    findings.put("disk", disk());
    findings.put("training worker", TrainingWorker.finding(System.getenv()));
    findings.put("browser", browser());
    computing(findings);
    findings.put("self-test models", KernelSelfTest.run());
    return findings;
  }

  /** Each backend with its self-test, on as many threads as there are cores. */
  private static void computing(Map<String, Object> findings) {
    int threads = Runtime.getRuntime().availableProcessors();
    try (var pool = new ForkJoinPool(threads);
        var compute = LocalCompute.open(Workers.of(pool, threads))) {
      KernelBackends backends = compute.backends();
      findings.put("computes", backends.kernels().name());
      for (BackendFinding found : backends.findings()) {
        String state =
            found.chosen() ? "used, " : found.usable() ? "self-test passed, " : "not used: ";
        findings.put(NAMES.getOrDefault(found.name(), found.name()), state + found.detail());
      }
    }
  }

  private static String database() {
    String url = System.getenv("SHOPKEEPER_DB_URL");
    if (url == null || url.isBlank()) {
      return "H2 file in " + Installation.find().defaultData().resolve("database");
    }
    return url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:")
        ? url.replaceAll("(?i)password=[^&;]*", "password=…")
        : "SHOPKEEPER_DB_URL must start with jdbc:postgresql: or jdbc:h2:";
  }

  private static String disk() {
    Path folder = Installation.find().root();
    try {
      return "%,d MB free".formatted(Files.getFileStore(folder).getUsableSpace() >> 20);
    } catch (IOException problem) {
      return "cannot be read: " + problem.getMessage();
    }
  }

  private static String browser() {
    return onPath("chromium") && onPath("chromedriver")
        ? "chromium and chromedriver found: browser tests run"
        : "chromium or chromedriver missing: browser tests are left out (Debian: apt-get install"
            + " chromium chromium-driver)";
  }

  private static boolean onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
