package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.fraud.ColumnKind;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges transactions of any table, from what was known of each at its moment. */
@Command(
    name = "fraud",
    mixinStandardHelpOptions = true,
    description = {
      "Judges transactions, and prints how many frauds are among the few that people can look at.",
      "Files: CSV, TSV or JSON lines with a header. What a column is, is found by its cells and its name:",
      "times, amounts, ids, e-mail and IP addresses, words, numbers. Ids are never learnt from as they",
      "stand: their counts, sums and different partners in sliding windows before each row are.",
      "--algorithm takes boosting, logistic, forest, mlp and isolation-forest, too; all runs every one."
    })
final class FraudCommand implements Callable<Integer> {

  private static final Pattern DELAY = Pattern.compile("(\\d{1,6})([smhd])");

  @Mixin private DataOptions options;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      description = "The label: what is fraud.")
  private String target;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description = "The value of the target that is fraud. Default: 1, yes, true.")
  private String positive;

  @Option(
      names = "--drop",
      paramLabel = "COLUMNS",
      split = ",",
      description =
          "Columns that are not looked at, with commas: what is known only when the label is.")
  private Set<String> drop = new LinkedHashSet<>();

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description =
          "When each row was. Default: the latest of the columns of times, if there are any.")
  private String time;

  @Option(
      names = "--amount",
      paramLabel = "COLUMN",
      description = "How much was paid. Default: by its name.")
  private String amount;

  @Option(
      names = "--entity",
      paramLabel = "COLUMNS",
      split = ",",
      description =
          "Columns of ids whose velocities are counted. Default: by their cells and names.")
  private List<String> entities;

  @Option(
      names = "--label-delay",
      paramLabel = "TIME",
      description = {
        "How long until a fraud is known, such as 7d, 12h; 0d: features look at no labels.",
        "From then on it counts in the velocities of its ids; rows of the last such time before",
        "the test are not learnt from. Default: features count them after 7d if the split is in time."
      })
  private String labelDelay;

  @Option(
      names = "--drop-known",
      paramLabel = "COLUMN",
      description =
          "Leave out test rows whose value here had a fraud that was known, such as the card.")
  private String known;

  @Option(
      names = "--budget",
      paramLabel = "SHARE",
      description = "Share of the rows that people look at. Default: ${DEFAULT-VALUE}.",
      defaultValue = "0.01")
  private double budget;

  @Option(
      names = "--cost",
      paramLabel = "COLUMN",
      description = "What is lost if a fraud is missed, such as its amount: prints what is saved.")
  private String cost;

  @Option(
      names = "--features",
      paramLabel = "NAME",
      description = {
        "general: what any table gives; compact: eleven of the amount beside what the payer usually",
        "pays and of the payee's known frauds; handbook: the fifteen of the Fraud Detection Handbook.",
        "The last two need ids of payer and payee, in this order. Default: ${DEFAULT-VALUE}."
      },
      defaultValue = "general")
  private String features;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    if (!(budget > 0 && budget <= 1)) {
      throw new WrongUsageException("--budget must be above 0 and at most 1, but is " + budget);
    }
    var roles =
        new FraudRoles(
            new TableData.Roles(
                target, Optional.ofNullable(positive), drop, Optional.ofNullable(time)),
            Optional.ofNullable(amount),
            Optional.ofNullable(entities),
            Optional.ofNullable(cost),
            Optional.ofNullable(labelDelay).map(FraudCommand::delay),
            Optional.ofNullable(known));
    FraudData data = read(roles);
    tell(data);
    return new TableContest(spec, options, data.table())
        .run(
            "fraud",
            new FraudContenders(options, List.of(new FraudDrift(data).table())).all(),
            new FraudMeasures(data, budget, options.seed));
  }

  private FraudData read(FraudRoles roles) {
    FraudData.Maker maker =
        switch (features) {
          case "general" -> FraudData.Maker.GENERAL;
          case "compact" -> FraudData.Maker.COMPACT;
          case "handbook" -> FraudData.Maker.HANDBOOK;
          default ->
              throw new WrongUsageException(
                  "--features must be general, compact or handbook, but is " + features);
        };
    try {
      return FraudData.read(options, roles, maker);
    } catch (IllegalArgumentException unfit) {
      throw new CommandFailedException(unfit.getMessage(), unfit);
    }
  }

  private static Duration delay(String text) {
    Matcher matcher = DELAY.matcher(text);
    if (!matcher.matches()) {
      throw new WrongUsageException(
          "--label-delay must be a number with s, m, h or d, such as 7d, but is " + text);
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /** What the columns were taken for, so that a wrong guess is seen. */
  private void tell(FraudData data) {
    PrintWriter err = spec.commandLine().getErr();
    for (ColumnKind kind : ColumnKind.values()) {
      List<String> names = data.columns().of(kind);
      if (!names.isEmpty()) {
        err.println("Taken as %s: %s".formatted(words(kind), String.join(", ", names)));
      }
    }
    data.columns().time().ifPresent(name -> err.println("When a row was: " + name));
    data.columns().amount().ifPresent(name -> err.println("How much was paid: " + name));
    err.flush();
  }

  private static String words(ColumnKind kind) {
    return switch (kind) {
      case TIME -> "times";
      case ENTITY -> "ids";
      case EMAIL -> "e-mail addresses";
      case ADDRESS -> "IP addresses";
      case CATEGORY -> "categories";
      case NUMBER -> "numbers";
      case UNUSED -> "nothing to learn from";
    };
  }
}
