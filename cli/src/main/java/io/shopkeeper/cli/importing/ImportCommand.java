package io.shopkeeper.cli.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files into the running shop. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports CSV, TSV or JSONL files (plain, gz or zip) into the running shop.",
      "Pictures come as a zip or a folder, each named after its product.",
      "KIND all takes what a mapping makes of the files: several kinds, if it says so."
    })
public final class ImportCommand implements Callable<Integer> {

  /** What can be imported. */
  enum Kind {
    ALL,
    PRODUCTS,
    CUSTOMERS,
    ORDERS,
    TRANSACTIONS,
    EVENTS,
    RATINGS,
    REVIEWS,
    IMAGES,
    FAQ
  }

  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}")
  private Kind kind;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
  private List<Path> files;

  @Option(
      names = "--mapping",
      paramLabel = "FILE|NAME",
      description = {
        "A mapping that was exported, or a JSON object of column and field names,",
        "or the name of a mapping that the shop keeps."
      })
  private String mapping;

  @Option(names = "--dry-run", description = "Check every row, store nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON object per file and kind.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file) || (Files.isDirectory(file) && kind != Kind.IMAGES)) {
        throw new CommandFailedException("Cannot read " + file + ".");
      }
    }
    MappingOption option = mapping == null ? MappingOption.NONE : MappingOption.of(mapping);
    if (kind == Kind.ALL && option.mapping() == null) {
      throw new ParameterException(spec.commandLine(), "KIND all needs --mapping.");
    }
    var client = new ImportClient(server.client());
    for (Path file : files) {
      one(client, file, option);
    }
    if (!json && !dryRun) {
      new ReadinessText(spec.commandLine().getOut()).print(client.readiness());
    }
    return 0;
  }

  private void one(ImportClient client, Path file, MappingOption option) {
    String name = file.getFileName().toString();
    if (Files.isDirectory(file)) {
      Path zip = PictureFolder.pack(file);
      try {
        print(client.importFile(code(), zip, option.columns(), dryRun, this::progress));
      } finally {
        remove(zip);
      }
    } else if (option.mapping() == null) {
      print(client.importFile(code(), file, option.columns(), dryRun, this::progress));
    } else {
      List<JsonNode> parts =
          client.importMapped(only(option.mapping()), file, name, dryRun, this::progress);
      parts.forEach(this::print);
    }
  }

  /** Of a mapping in a file, the targets of the kind that was named. */
  private JsonNode only(JsonNode whole) {
    if (kind == Kind.ALL || !whole.isObject()) {
      return whole;
    }
    var copy = (com.fasterxml.jackson.databind.node.ObjectNode) whole.deepCopy();
    var targets = copy.putArray("targets");
    for (JsonNode target : whole.path("targets")) {
      if (code().equals(target.path("kind").asText())) {
        targets.add(target);
      }
    }
    if (targets.isEmpty()) {
      throw new CommandFailedException(mapping + " makes no " + code() + ".");
    }
    return copy;
  }

  private String code() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot remove " + file + ".", problem);
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
        "%s → %s%s: %,d rows read, %,d accepted, %,d repaired, %,d duplicates, %,d quarantined,"
            + " %,d flagged; %,d records, %,d rows left out%n",
        report.path("fileName").asText(),
        report.path("kind").asText().toLowerCase(Locale.ROOT),
        dryRun ? " (dry run)" : "",
        report.path("rowsRead").asLong(),
        report.path("accepted").asLong(),
        report.path("repaired").asLong(),
        report.path("duplicates").asLong(),
        report.path("quarantined").asLong(),
        report.path("flagged").asLong(),
        report.path("records").asLong(),
        report.path("leftOut").asLong());
    report
        .path("reasons")
        .properties()
        .forEach(reason -> out.printf("  %,7d  %s%n", reason.getValue().asLong(), reason.getKey()));
  }
}
