package io.shopkeeper.cli.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.cli.server.ApiClient;
import io.shopkeeper.cli.server.ServerOptions;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands of this package share: the server, the output, and how jobs are printed. */
class Client {

  @Mixin private ServerOptions server;

  @Option(names = "--json", description = "Print what the server answered, one JSON value.")
  private boolean json;

  @Spec private CommandSpec spec;

  ApiClient api() {
    return server.client();
  }

  boolean json() {
    return json;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Prints JSON where that is wanted; answers whether it did. */
  boolean printedAsJson(JsonNode answer) {
    if (json) {
      out().println(answer);
    }
    return json;
  }

  /** One job in one line. */
  void printJob(JsonNode job) {
    out()
        .printf(
            "%6d  %-10s %4.0f %%  %-40s %s%n",
            job.path("id").asLong(),
            state(job),
            job.path("progress").asDouble() * 100,
            job.path("title").asText(),
            job.path("createdAt").asText());
    if (job.hasNonNull("error")) {
      out().println("        " + job.path("error").asText());
    }
    out().flush();
  }

  static String state(JsonNode job) {
    return job.path("state").asText().toLowerCase(Locale.ROOT);
  }
}
