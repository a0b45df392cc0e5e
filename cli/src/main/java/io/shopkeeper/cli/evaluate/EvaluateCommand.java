package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.worked.CustomerValueCase;
import io.shopkeeper.cli.worked.DemandCase;
import io.shopkeeper.cli.worked.Printed;
import io.shopkeeper.cli.worked.WorkedCases;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Names the tasks, and runs the worked cases. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Trains and scores on a file, without a server;",
      "or with --case on a made-up shop whose truth is known."
    },
    synopsisSubcommandLabel = "TASK",
    subcommands = {
      RatingCommand.class,
      RecommendCommand.class,
      ClassifyCommand.class,
      FraudCommand.class,
      ShopCommand.class,
      ImageCommand.class,
      SentimentCommand.class,
      IntentCommand.class
    })
public final class EvaluateCommand implements Callable<Integer> {

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description =
          "A worked case instead of a task: collaborative, purchase, experiment, drift, ranking,"
              + " customer-value, demand.")
  private String worked;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = {
        "Of the cases customer-value and demand: a shop instead of the made-up one.",
        "Columns customer, time, value, or product, time, units, price, category;",
        "or those of UCI Online Retail."
      })
  private String data;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      description = "Of the case customer-value: the last days, which are foretold. Default: 70.")
  private Integer horizon;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of everything that is drawn. Default: ${DEFAULT-VALUE}.",
      defaultValue = "42")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "At most so many. Default: all cores.")
  private Integer threads;

  @Option(names = "--json", description = "Print one JSON object a line for each model.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    if (worked == null) {
      throw new WrongUsageException(
          "name a TASK (%s) or a --case (%s)"
              .formatted(
                  String.join(", ", spec.subcommands().keySet()),
                  String.join(", ", WorkedCases.names())));
    }
    if (!WorkedCases.names().contains(worked)) {
      throw new WrongUsageException(
          "--case must be one of %s, but is %s"
              .formatted(String.join(", ", WorkedCases.names()), worked));
    }
    Printed printed = Task.onThreads(threads, this::worked);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      printed.json(out);
    } else {
      printed.text(out);
    }
    out.flush();
    return 0;
  }

  private Printed worked() {
    if (data == null && horizon == null) {
      return WorkedCases.run(worked, seed).orElseThrow();
    }
    if (worked.equals("demand") && horizon == null) {
      return new DemandCase(Optional.of(DemandFile.read(data))).run(seed);
    }
    if (!worked.equals("customer-value")) {
      throw new WrongUsageException(
          "--data belongs to --case customer-value and demand, --horizon to customer-value");
    }
    int days = horizon == null ? CustomerValueCase.HORIZON_DAYS : horizon;
    if (days < 1 || days > 1830) {
      throw new WrongUsageException("--horizon must be 1 to 1830, but is " + days);
    }
    return new CustomerValueCase(Optional.ofNullable(data).map(PurchaseFile::read), days).run(seed);
  }
}
