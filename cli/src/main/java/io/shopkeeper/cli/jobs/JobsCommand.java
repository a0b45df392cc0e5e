package io.shopkeeper.cli.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.cli.CommandFailedException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Work that takes a while. */
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    description = "Lists, starts, follows, stops and retries the jobs of the running shop.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      JobsCommand.ListJobs.class,
      JobsCommand.Kinds.class,
      JobsCommand.Show.class,
      JobsCommand.Log.class,
      JobsCommand.Start.class,
      JobsCommand.Cancel.class,
      JobsCommand.Retry.class
    })
public final class JobsCommand implements Callable<Integer> {

  private static final long BETWEEN_LOOKS_MILLIS = 700;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  /** The last jobs. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "The last jobs.")
  static final class ListJobs implements Callable<Integer> {

    @Mixin private Client client;

    @Option(names = "--kind", description = "Only this kind, such as import.")
    private String kind;

    @Option(names = "--state", description = "queued, running, succeeded, failed or cancelled.")
    private String state;

    @Option(names = "-n", defaultValue = "20", description = "At most so many (20).")
    private int n;

    @Override
    public Integer call() {
      JsonNode jobs =
          client
              .api()
              .get(
                  "jobs?n="
                      + n
                      + (kind == null ? "" : "&kind=" + encode(kind))
                      + (state == null ? "" : "&state=" + encode(state)));
      if (!client.printedAsJson(jobs)) {
        jobs.forEach(client::printJob);
        if (jobs.isEmpty()) {
          client.out().println("No such job.");
        }
      }
      return CommandLine.ExitCode.OK;
    }
  }

  /** What can be started. */
  @Command(
      name = "kinds",
      mixinStandardHelpOptions = true,
      description = "The kinds of jobs that can be started by name.")
  static final class Kinds implements Callable<Integer> {

    @Mixin private Client client;

    @Override
    public Integer call() {
      JsonNode kinds = client.api().get("jobs/kinds");
      if (!client.printedAsJson(kinds)) {
        for (JsonNode offer : kinds.path("offers")) {
          client.out().println(offer.path("kind").asText());
          for (JsonNode parameter : offer.path("parameters")) {
            client
                .out()
                .println(
                    "  -p " + parameter.path("name").asText() + "=" + parameter.path("values"));
          }
        }
      }
      return CommandLine.ExitCode.OK;
    }
  }

  /** One job. */
  @Command(name = "show", mixinStandardHelpOptions = true, description = "One job with its phases.")
  static final class Show implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "ID")
    private long id;

    @Override
    public Integer call() {
      JsonNode job = client.api().get("jobs/" + id);
      if (client.printedAsJson(job)) {
        return CommandLine.ExitCode.OK;
      }
      client.printJob(job);
      if (job.hasNonNull("secondsLeft")) {
        client.out().println("        about " + job.path("secondsLeft").asLong() + " s left");
      }
      for (JsonNode phase : job.path("phases")) {
        client
            .out()
            .printf(
                "        %-30s %s – %s%n",
                phase.path("name").asText(),
                phase.path("startedAt").asText(),
                phase.path("endedAt").asText("now"));
      }
      return CommandLine.ExitCode.OK;
    }
  }

  /** Its log. */
  @Command(name = "log", mixinStandardHelpOptions = true, description = "The log of a job.")
  static final class Log implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "ID")
    private long id;

    @Option(
        names = {"-f", "--follow"},
        description = "Go on until the job has ended; the exit status tells whether it succeeded.")
    private boolean follow;

    @Override
    public Integer call() {
      long after = print(0);
      while (follow && !ended()) {
        pause();
        after = print(after);
      }
      if (!follow) {
        return CommandLine.ExitCode.OK;
      }
      print(after);
      JsonNode job = client.api().get("jobs/" + id);
      if (!client.json()) {
        client.printJob(job);
      }
      return Client.state(job).equals("succeeded") ? CommandLine.ExitCode.OK : 1;
    }

    private boolean ended() {
      return client.api().get("jobs/" + id).hasNonNull("endedAt");
    }

    private long print(long after) {
      long last = after;
      JsonNode lines = client.api().get("jobs/" + id + "/log?n=2000&after=" + after);
      while (!lines.isEmpty()) {
        for (JsonNode line : lines) {
          last = line.path("id").asLong();
          client
              .out()
              .println(
                  client.json()
                      ? line.toString()
                      : line.path("at").asText() + "  " + line.path("text").asText());
        }
        lines = client.api().get("jobs/" + id + "/log?n=2000&after=" + last);
      }
      client.out().flush();
      return last;
    }
  }

  /** Starts one. */
  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "Starts a job of a kind that 'jobs kinds' lists.")
  static final class Start implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "KIND")
    private String kind;

    @Option(
        names = {"-p", "--parameter"},
        paramLabel = "NAME=VALUE",
        description = "What is chosen, such as algorithm=popularity.")
    private Map<String, String> parameters;

    @Option(names = "--after", paramLabel = "ID", description = "Wait until that job succeeded.")
    private Long after;

    @Option(names = "--wait", description = "Wait for the end; exit status 1 unless it succeeded.")
    private boolean wait;

    @Override
    public Integer call() {
      ObjectNode order = JsonNodeFactory.instance.objectNode().put("kind", kind);
      if (parameters != null) {
        ObjectNode chosen = order.putObject("parameters");
        parameters.forEach(chosen::put);
      }
      if (after != null) {
        order.put("after", after);
      }
      JsonNode job = client.api().post("jobs", order);
      if (wait) {
        job = client.api().awaitJob(job.path("id").asLong(), state -> {});
      }
      if (!client.printedAsJson(job)) {
        client.printJob(job);
      }
      return CommandLine.ExitCode.OK;
    }
  }

  /** Stops one. */
  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Asks a job to stop at its next step.")
  static final class Cancel implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "ID")
    private long id;

    @Override
    public Integer call() {
      JsonNode job =
          client.api().post("jobs/" + id + ":cancel", JsonNodeFactory.instance.objectNode());
      if (!client.printedAsJson(job)) {
        client.printJob(job);
      }
      return CommandLine.ExitCode.OK;
    }
  }

  /** Does one again. */
  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Does a job once more that failed or was stopped.")
  static final class Retry implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "ID")
    private long id;

    @Override
    public Integer call() {
      JsonNode job =
          client.api().post("jobs/" + id + ":retry", JsonNodeFactory.instance.objectNode());
      if (!client.printedAsJson(job)) {
        client.printJob(job);
      }
      return CommandLine.ExitCode.OK;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("Interrupted.", interrupted);
    }
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
