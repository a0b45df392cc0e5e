package io.shopkeeper.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The generator's command. */
@Command(
    name = "shopkeeper-demo-data",
    mixinStandardHelpOptions = true,
    description = "Makes the demo shop's files; the same seed and date give the same files.")
public final class DemoShop implements Callable<Integer> {

  /** What was paid within so many days is judged when the shop opens; the rest is its past. */
  private static final int JUDGED_DAYS = 30;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out;

  @Option(names = "--seed", defaultValue = "42", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day of the history; default: up to now.")
  private LocalDate until;

  @Option(names = "--customers", defaultValue = "600", description = "Default: ${DEFAULT-VALUE}.")
  private int customers;

  @Option(
      names = "--strangers",
      defaultValue = "1500",
      description = "Sessions of visitors nobody knows. Default: ${DEFAULT-VALUE}.")
  private int strangers;

  private final Clock clock;

  DemoShop(Clock clock) {
    this.clock = clock;
  }

  /** Makes the files. */
  public static void main(String... arguments) {
    System.exit(new CommandLine(new DemoShop(Clock.systemUTC())).execute(arguments));
  }

  @Override
  public Integer call() {
    Instant end =
        until == null
            ? clock.instant().truncatedTo(ChronoUnit.SECONDS)
            : until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var random = new SplittableRandom(seed);
    var assortment = new Assortment(random.split());
    var people = Customers.make(customers, end, random.split());
    var history = new History(assortment, end, random.split());
    history.live(people, strangers);
    var payments = new Payments(people, end, random.split());
    payments.pay(history.orders());
    try {
      var writer = new ShopWriter(out);
      writer.pictures(assortment.products());
      writer.products(assortment.products());
      writer.customers(people);
      writer.orders(history.orders());
      writer.events(history.events());
      writer.ratings(history.ratings());
      Instant month = end.minus(Duration.ofDays(JUDGED_DAYS));
      writer.transactions(
          payments.all().stream().filter(one -> one.time().isBefore(month)).toList());
      writer.questions(payments.all().stream().filter(one -> !one.time().isBefore(month)).toList());
    } catch (IOException problem) {
      throw new UncheckedIOException("The demo shop cannot be written to " + out, problem);
    }
    return 0;
  }
}
