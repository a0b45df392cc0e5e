package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.server.Installation;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopTable;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Foretells what the demo shop's customers do. */
@Command(
    name = "shop",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the demo shop and its table of features in memory, and prints how well algorithms",
      "foretell what its customers do. The same as the console's Make a table from the shop."
    })
final class ShopCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Option(
      names = "--goal",
      paramLabel = "GOAL",
      description =
          "buys, leaves, next_category, spends or buys_product. Default: ${DEFAULT-VALUE}.",
      defaultValue = "buys")
  private String goal;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description = "How far is foretold, 1 to 365. Default: ${DEFAULT-VALUE}.",
      defaultValue = "30")
  private int days;

  @Option(
      names = "--periods",
      paramLabel = "N",
      description = "On how many days customers are looked at, 1 to 12. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int periods;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day of the shop's history. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2026-11-25")
  private LocalDate until;

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = "Of the shop, 20 to 100000. Default: ${DEFAULT-VALUE}, as the demo shop has.",
      defaultValue = "600")
  private int customers;

  @Option(
      names = "--split",
      paramLabel = "SPEC",
      description = "As of classify. Default: ${DEFAULT-VALUE}.",
      defaultValue = "stratified-kfold:5@42")
  private String split;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    ShopGoal wanted =
        ShopGoal.of(goal)
            .orElseThrow(
                () ->
                    new WrongUsageException(
                        "--goal must be one of %s, but is %s"
                            .formatted(
                                Stream.of(ShopGoal.values())
                                    .map(ShopGoal::code)
                                    .collect(Collectors.joining(", ")),
                                goal)));
    within("--days", days, 1, 365);
    within("--periods", periods, 1, 12);
    within("--customers", customers, 20, 100_000);
    Split divided = Split.parse(split, options.seed);
    DemoShopTable table =
        DemoShopTable.make(
            Installation.find(), new ShopTable(wanted, days, periods, until), customers);
    return new TableContest(spec, options, table.data(wanted, periods, divided))
        .run("shop", TableContest.Studies.NONE);
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new WrongUsageException(
          "%s must be %d to %d, but is %d".formatted(option, least, most, value));
    }
  }
}
