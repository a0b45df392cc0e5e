package io.shopkeeper.prediction.features;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** A shop of forty customers and sixty products over two years, made up from a seed. */
final class LivedShop {

  static final Instant BEGIN = Instant.parse("2024-11-01T00:00:00Z");
  static final int CUSTOMERS = 40;
  private static final int PRODUCTS = 60;
  private static final long LENGTH = Duration.ofDays(730).toMillis();
  private static final FactKind[] KINDS = FactKind.values();

  private final SplittableRandom random;

  LivedShop(long seed) {
    random = new SplittableRandom(seed);
  }

  static Map<String, ProductTrait> traits() {
    Map<String, ProductTrait> traits = new HashMap<>();
    for (int product = 0; product < PRODUCTS; product++) {
      // Some have no category, some no day on which they came.
      traits.put(
          "p-" + product,
          new ProductTrait(
              product % 7 == 6 ? null : "department " + product % 7,
              product % 3 == 0 ? BEGIN.plus(Duration.ofDays(5L * product)).toEpochMilli() : null));
    }
    return traits;
  }

  /** In no order; some at the same moment, some known only later, some without this or that. */
  List<Fact> facts(int count) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Whole hours, so that some are done at the same time.
      long at = BEGIN.toEpochMilli() + random.nextLong(LENGTH / 3_600_000) * 3_600_000;
      facts.add(fact(i, at));
    }
    return facts;
  }

  Fact fact(int number, long at) {
    FactKind kind = KINDS[random.nextInt(KINDS.length)];
    boolean order = kind == FactKind.ORDER;
    boolean late = !order && random.nextInt(10) == 0;
    boolean thing = kind != FactKind.SEARCH && kind != FactKind.MESSAGE;
    boolean stars = kind == FactKind.RATING || kind == FactKind.REVIEW;
    return new Fact(
        at,
        late ? at + random.nextLong(Duration.ofDays(60).toMillis()) : at,
        kind,
        String.format(Locale.ROOT, "f-%06d", number),
        "c-" + random.nextInt(CUSTOMERS),
        thing ? "p-" + random.nextInt(PRODUCTS + 3) : null,
        order ? random.nextInt(1, 9_999) / 100.0 : stars ? random.nextInt(1, 6) : Double.NaN,
        order ? random.nextInt(1, 4) : 1,
        order ? (random.nextInt(9) == 0 ? "CNY" : "EUR") : null,
        random.nextInt(3) == 0 ? "mobile" : "web",
        random.nextInt(8) == 0 ? null : "g-" + random.nextInt(count(number)));
  }

  private static int count(int number) {
    return 1 + number / 3;
  }

  /** A moment within the two years, or soon after. */
  long moment() {
    return BEGIN.toEpochMilli() + random.nextLong(LENGTH + Duration.ofDays(40).toMillis());
  }

  int customer() {
    return random.nextInt(CUSTOMERS);
  }

  String product() {
    return "p-" + random.nextInt(PRODUCTS);
  }
}
