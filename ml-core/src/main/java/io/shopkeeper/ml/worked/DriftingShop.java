package io.shopkeeper.ml.worked;

import io.shopkeeper.ml.ranking.InteractionLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A shop whose tastes change on one morning, and whose truth is known. Each item is of a kind and a
 * season and has an appeal exp(N(0, 1)); each user likes two kinds {@value #LIKED} times as much as
 * the others, and an item out of season {@value #OUT_OF_SEASON} times as much as one in season. On
 * the day of the change the season turns and every second user takes to two other kinds. On a day a
 * user comes with probability {@value #COMES} and picks one to four items that are new to them, one
 * after another with probabilities proportional to these weights. For one thread.
 */
public final class DriftingShop {

  private static final int KINDS = 8;
  private static final double LIKED = 15;
  private static final double OUT_OF_SEASON = 0.03;
  private static final double COMES = 0.7;
  private static final int MOST_PICKS = 4;
  private static final long DAY = 86_400_000L;

  private final int users;
  private final int change;
  private final SplittableRandom random;
  private final double[] appeal;
  private final int[] kind;
  private final int[] liked;
  private final BitSet[] met;
  private final List<Visit> visits = new ArrayList<>();
  private int day;

  /** A pick. */
  private record Visit(int user, int item, long time) {}

  /**
   * What a user picked on a day.
   *
   * @param items in the order in which they were picked
   * @param best what the truth ranks first for that user that morning
   */
  public record Picks(int user, int[] items, int[] best) {}

  /**
   * Opens it on day 1.
   *
   * @param change the day of the change
   */
  public DriftingShop(int users, int items, int change, long seed) {
    this.users = users;
    this.change = change;
    this.random = new SplittableRandom(seed);
    this.appeal = random.doubles(items).map(ignored -> Math.exp(random.nextGaussian())).toArray();
    this.kind = random.ints(items, 0, KINDS).toArray();
    this.liked = random.ints(users, 0, KINDS).toArray();
    this.met = IntStream.range(0, users).mapToObj(user -> new BitSet()).toArray(BitSet[]::new);
  }

  /** The days until now. */
  public int days() {
    return day;
  }

  /**
   * Lets a day pass.
   *
   * @param best how many the truth ranks
   */
  public List<Picks> pass(int best) {
    day++;
    List<Picks> picks = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      if (random.nextDouble() < COMES) {
        picks.add(visit(user, best));
      }
    }
    return picks;
  }

  private Picks visit(int user, int best) {
    double[] weights = weights(user);
    int[] truth = best(weights, best);
    int[] items = new int[1 + random.nextInt(MOST_PICKS)];
    for (int place = 0; place < items.length; place++) {
      items[place] = draw(weights);
      weights[items[place]] = 0;
      met[user].set(items[place]);
      visits.add(new Visit(user, items[place], day * DAY + visits.size()));
    }
    return new Picks(user, items, truth);
  }

  private double[] weights(int user) {
    boolean changed = day >= change;
    int first = changed && user % 2 == 1 ? (liked[user] + KINDS / 2) % KINDS : liked[user];
    int second = (first + 1) % KINDS;
    double[] weights = new double[appeal.length];
    for (int item = 0; item < weights.length; item++) {
      boolean season = item % 2 == 1 == changed;
      boolean likes = kind[item] == first || kind[item] == second;
      weights[item] =
          met[user].get(item)
              ? 0
              : appeal[item] * (likes ? LIKED : 1) * (season ? 1 : OUT_OF_SEASON);
    }
    return weights;
  }

  private static int[] best(double[] weights, int count) {
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer item) -> weights[item]).reversed())
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int draw(double[] weights) {
    double left = random.nextDouble() * Arrays.stream(weights).sum();
    int last = 0;
    for (int item = 0; item < weights.length; item++) {
      if (weights[item] > 0) {
        last = item;
        left -= weights[item];
        if (left < 0) {
          return item;
        }
      }
    }
    return last;
  }

  /** What was done from a day to another, both included. */
  public InteractionLog log(int from, int to) {
    List<Visit> those =
        visits.stream()
            .filter(visit -> visit.time() / DAY >= from && visit.time() / DAY <= to)
            .toList();
    float[] ones = new float[those.size()];
    Arrays.fill(ones, 1);
    return new InteractionLog(
        users,
        appeal.length,
        those.stream().mapToInt(Visit::user).toArray(),
        those.stream().mapToInt(Visit::item).toArray(),
        ones,
        those.stream().mapToLong(Visit::time).toArray());
  }
}
