package io.shopkeeper.cli.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Divides rows into training and test rows, the same for the same rows and specification. */
final class Split {

  private static final Pattern SPEC =
      Pattern.compile(
          "(?<kind>random|time|rule|kfold|leave-last-1|none)(:(?<part>[0-9.]+))?(@(?<seed>\\d+))?");
  private static final String HELP =
      "must be random:F@SEED, time:F, leave-last-1, rule:P, kfold:K@SEED or none, such as random:0.2@42";

  private final String spec;
  private final String kind;
  private final double part;
  private final long seed;

  private Split(String spec, String kind, double part, long seed) {
    this.spec = spec;
    this.kind = kind;
    this.part = part;
    this.seed = seed;
  }

  /** Row numbers; ascending. */
  record Fold(int[] train, int[] test) {}

  /**
   * Reads a specification.
   *
   * @param seed where it names none
   * @throws WrongUsageException with the way to write it
   */
  static Split parse(String spec, long seed) {
    Matcher matcher = SPEC.matcher(spec);
    if (!matcher.matches()) {
      throw new WrongUsageException("--split " + HELP + ", but is " + spec);
    }
    String kind = matcher.group("kind");
    String part = matcher.group("part");
    boolean whole = kind.equals("leave-last-1") || kind.equals("none");
    if (whole != (part == null)) {
      throw new WrongUsageException("--split " + HELP + ", but is " + spec);
    }
    double value = whole ? 0 : Double.parseDouble(part);
    boolean fits =
        switch (kind) {
          case "random", "time" -> value > 0 && value < 1;
          case "rule" -> value >= 1 && value <= 99 && value == Math.rint(value);
          case "kfold" -> value >= 2 && value <= 100 && value == Math.rint(value);
          default -> true;
        };
    if (!fits) {
      throw new WrongUsageException("--split " + HELP + ", but is " + spec);
    }
    String own = matcher.group("seed");
    return new Split(spec, kind, value, own == null ? seed : Long.parseLong(own));
  }

  /** As it was written. */
  String spec() {
    return spec;
  }

  /** Whether nothing is held out. */
  boolean isNone() {
    return kind.equals("none");
  }

  /**
   * The folds: one, except for kfold.
   *
   * @throws WrongUsageException if the rows lack what the split needs
   */
  List<Fold> divide(Interactions rows) {
    int n = rows.size();
    return switch (kind) {
      case "random" -> List.of(fold(n, first(shuffled(n), (int) Math.round(part * n))));
      case "time" -> List.of(fold(n, latest(rows)));
      case "leave-last-1" -> List.of(fold(n, lastOfEach(rows)));
      case "rule" -> List.of(fold(n, ruled(n)));
      case "kfold" -> folds(n);
      default -> List.of(new Fold(IntStream.range(0, n).toArray(), new int[0]));
    };
  }

  private static Fold fold(int n, BitSet test) {
    return new Fold(
        IntStream.range(0, n).filter(row -> !test.get(row)).toArray(), test.stream().toArray());
  }

  private int[] shuffled(int n) {
    int[] order = IntStream.range(0, n).toArray();
    var random = new SplittableRandom(seed);
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private static BitSet first(int[] order, int count) {
    var test = new BitSet(order.length);
    Arrays.stream(order, 0, count).forEach(test::set);
    return test;
  }

  /** The rows from place floor((1 − F)·n) in the order of time, ties in file order. */
  private BitSet latest(Interactions rows) {
    requireTimes(rows);
    int n = rows.size();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingLong(row -> rows.time()[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    var test = new BitSet(n);
    Arrays.stream(order, (int) Math.floor((1 - part) * n), n).forEach(test::set);
    return test;
  }

  /** Each user's last row; of several at one time the later in the file. */
  private BitSet lastOfEach(Interactions rows) {
    requireTimes(rows);
    int[] last = new int[rows.userIds().size()];
    int[] count = new int[last.length];
    Arrays.fill(last, -1);
    for (int row = 0; row < rows.size(); row++) {
      int user = rows.user()[row];
      count[user]++;
      if (last[user] < 0 || rows.time()[row] >= rows.time()[last[user]]) {
        last[user] = row;
      }
    }
    var test = new BitSet(rows.size());
    for (int user = 0; user < last.length; user++) {
      // Who has one row only would be unknown in training.
      if (count[user] > 1) {
        test.set(last[user]);
      }
    }
    return test;
  }

  private void requireTimes(Interactions rows) {
    if (!rows.timed()) {
      throw new WrongUsageException(
          "--split " + spec + " needs a column timestamp in every row of the data");
    }
  }

  /**
   * Row i is a test row if the i-th number of SplittableRandom(42), unsigned, mod 100, is below P.
   */
  private BitSet ruled(int n) {
    var random = new SplittableRandom(42);
    var test = new BitSet(n);
    for (int row = 0; row < n; row++) {
      test.set(row, Long.remainderUnsigned(random.nextLong(), 100) < (long) part);
    }
    return test;
  }

  private List<Fold> folds(int n) {
    int[] order = shuffled(n);
    int count = (int) part;
    List<Fold> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      var test = new BitSet(n);
      for (int place = fold; place < n; place += count) {
        test.set(order[place]);
      }
      folds.add(fold(n, test));
    }
    return folds;
  }
}
