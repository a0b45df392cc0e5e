package io.shopkeeper.cli.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Jobs that start by the clock. */
@Command(
    name = "schedules",
    mixinStandardHelpOptions = true,
    description = "Lists, makes, pauses and runs the schedules of the running shop.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SchedulesCommand.ListSchedules.class,
      SchedulesCommand.Create.class,
      SchedulesCommand.Pause.class,
      SchedulesCommand.Resume.class,
      SchedulesCommand.Run.class,
      SchedulesCommand.Delete.class,
      SchedulesCommand.Restore.class
    })
public final class SchedulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  private static void print(Client client, JsonNode schedule) {
    client
        .out()
        .printf(
            "%6d  %-30s %-16s %-18s %s%n        next %s%n",
            schedule.path("id").asLong(),
            schedule.path("name").asText(),
            schedule.path("cron").asText(),
            schedule.path("zone").asText(),
            StreamSupport.stream(schedule.path("steps").spliterator(), false)
                .map(step -> step.path("kind").asText())
                .collect(Collectors.joining(" → ")),
            schedule.path("paused").asBoolean()
                ? "never: paused"
                : schedule.path("nextRuns").path(0).asText());
    client.out().flush();
  }

  /** All of them. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "All schedules.")
  static final class ListSchedules implements Callable<Integer> {

    @Mixin private Client client;

    @Override
    public Integer call() {
      JsonNode schedules = client.api().get("schedules");
      if (!client.printedAsJson(schedules)) {
        schedules.forEach(schedule -> print(client, schedule));
      }
      return CommandLine.ExitCode.OK;
    }
  }

  /** Makes one. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a schedule of one or more jobs, each after the one before succeeded.")
  static final class Create implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Option(
        names = "--cron",
        required = true,
        paramLabel = "\"M H D M W\"",
        description = "Minute, hour, day of month, month, day of week, as in \"30 3 * * *\".")
    private String cron;

    @Option(
        names = "--zone",
        description = "Time zone such as Europe/Berlin; that of this machine.")
    private String zone;

    @Option(
        names = "--job",
        required = true,
        paramLabel = "KIND[,NAME=VALUE…]",
        description = "A job, such as train-recommendation,algorithm=popularity. May be repeated.")
    private List<String> jobs;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      ObjectNode order =
          JsonNodeFactory.instance
              .objectNode()
              .put("name", name)
              .put("cron", cron)
              .put("zone", zone == null ? ZoneId.systemDefault().getId() : zone);
      ArrayNode steps = order.putArray("steps");
      jobs.forEach(job -> steps.add(step(job)));
      JsonNode made = client.api().post("schedules", order);
      if (!client.printedAsJson(made)) {
        print(client, made);
      }
      return CommandLine.ExitCode.OK;
    }

    private ObjectNode step(String text) {
      String[] parts = text.split(",");
      ObjectNode step = JsonNodeFactory.instance.objectNode().put("kind", parts[0]);
      ObjectNode parameters = step.putObject("parameters");
      for (int i = 1; i < parts.length; i++) {
        String[] pair = parts[i].split("=", 2);
        if (pair.length != 2) {
          throw new ParameterException(
              spec.commandLine(), "--job must look like KIND,NAME=VALUE but is " + text);
        }
        parameters.put(pair[0], pair[1]);
      }
      return step;
    }
  }

  /** One act on one schedule. */
  private static Integer act(Client client, long id, String act) {
    JsonNode answer =
        client.api().post("schedules/" + id + ":" + act, JsonNodeFactory.instance.objectNode());
    if (!client.printedAsJson(answer)) {
      if (answer.has("cron")) {
        print(client, answer);
      } else {
        client.printJob(answer);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  /** Pauses one. */
  @Command(name = "pause", mixinStandardHelpOptions = true, description = "Pauses a schedule.")
  static final class Pause implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "ID")
    private long id;

    @Override
    public Integer call() {
      return act(client, id, "pause");
    }
  }

  /** Lets one go on. */
  @Command(name = "resume", mixinStandardHelpOptions = true, description = "Lets one go on.")
  static final class Resume implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "ID")
    private long id;

    @Override
    public Integer call() {
      return act(client, id, "resume");
    }
  }

  /** Runs one. */
  @Command(name = "run", mixinStandardHelpOptions = true, description = "Starts its jobs now.")
  static final class Run implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "ID")
    private long id;

    @Override
    public Integer call() {
      return act(client, id, "run");
    }
  }

  /** Deletes one. */
  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Deletes a schedule; 'schedules restore' brings it back.")
  static final class Delete implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "ID")
    private long id;

    @Override
    public Integer call() {
      client.api().delete("schedules/" + id);
      if (!client.json()) {
        client.out().println("Deleted. Bring it back with: shopkeeper schedules restore " + id);
      }
      return CommandLine.ExitCode.OK;
    }
  }

  /** Brings one back. */
  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Brings a deleted schedule back.")
  static final class Restore implements Callable<Integer> {

    @Mixin private Client client;

    @Parameters(paramLabel = "ID")
    private long id;

    @Override
    public Integer call() {
      return act(client, id, "restore");
    }
  }
}
