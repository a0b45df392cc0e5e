package io.shopkeeper.cli.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files into the running shop. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports CSV, TSV or JSONL files (plain, gz or zip) into the running shop.")
public final class ImportCommand implements Callable<Integer> {

  /** What can be imported. */
  enum Kind {
    PRODUCTS,
    CUSTOMERS,
    ORDERS,
    EVENTS,
    RATINGS
  }

  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}")
  private Kind kind;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
  private List<Path> files;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "JSON object: source column to field, for columns with unusual names.")
  private Path mapping;

  @Option(names = "--dry-run", description = "Check every row, store nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON object per file.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new CommandFailedException("Cannot read " + file + ".");
      }
    }
    Map<String, String> columns = mapping == null ? Map.of() : readMapping();
    var client = new ImportClient(server.client());
    for (Path file : files) {
      JsonNode report =
          client.importFile(
              kind.name().toLowerCase(java.util.Locale.ROOT),
              file,
              columns,
              dryRun,
              this::progress);
      print(report);
    }
    return 0;
  }

  private Map<String, String> readMapping() {
    try {
      return new ObjectMapper()
          .readValue(mapping.toFile(), new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException malformed) {
      throw new CommandFailedException(
          "%s is not a JSON object of column names: %s"
              .formatted(mapping, malformed.getOriginalMessage()),
          malformed);
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot read " + mapping + ".", problem);
    }
  }

  private void progress(JsonNode job) {
    if (!json && System.getenv("TERM") != null && !"dumb".equals(System.getenv("TERM"))) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          "\r  %3.0f %%  %-40s", job.path("progress").asDouble() * 100, job.path("phase").asText());
      err.flush();
    }
  }

  private void print(JsonNode report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report);
      return;
    }
    out.printf(
        "%s%s: %,d rows read, %,d accepted, %,d repaired, %,d duplicates, %,d quarantined, %,d flagged%n",
        report.path("fileName").asText(),
        dryRun ? " (dry run)" : "",
        report.path("rowsRead").asLong(),
        report.path("accepted").asLong(),
        report.path("repaired").asLong(),
        report.path("duplicates").asLong(),
        report.path("quarantined").asLong(),
        report.path("flagged").asLong());
    report
        .path("reasons")
        .properties()
        .forEach(reason -> out.printf("  %,7d  %s%n", reason.getValue().asLong(), reason.getKey()));
  }
}
