package io.shopkeeper.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is up: server, health, backend, live models. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Says what is up, which backend computes and which models are live.")
public final class StatusCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DataFolder data = server.folder();
    Optional<ProcessHandle> process = new ServerProcess(data).running();
    ObjectNode status = new ObjectMapper().createObjectNode();
    status.put("running", process.isPresent());
    status.put("data", data.path().toString());
    if (process.isPresent()) {
      status.put("pid", process.get().pid());
      status.put("url", ServerOptions.address(data.port().orElse(8080)).toString());
      ApiClient client = server.client();
      JsonNode health = client.health().orElse(null);
      status.put("health", health == null ? "no answer yet" : health.path("status").asText());
      if (health != null) {
        status.set("server", client.get("status"));
      }
    }
    print(status);
    return process.isPresent() ? 0 : 1;
  }

  private void print(ObjectNode status) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(status);
      return;
    }
    if (!status.path("running").asBoolean()) {
      out.println("The shop is not running. Start it with ./shopkeeper run");
      return;
    }
    out.println("The shop is running (process " + status.path("pid").asLong() + ")");
    out.println("  address  " + status.path("url").asText());
    out.println("  health   " + status.path("health").asText());
    out.println("  data     " + status.path("data").asText());
    JsonNode detail = status.path("server");
    if (detail.hasNonNull("backend")) {
      out.println("  backend  " + detail.path("backend").asText());
    }
    for (JsonNode model : detail.path("liveModels")) {
      out.println(
          "  model    %s v%d, %s"
              .formatted(
                  model.path("name").asText(),
                  model.path("version").asInt(),
                  model.path("algorithm").asText()));
    }
  }
}
