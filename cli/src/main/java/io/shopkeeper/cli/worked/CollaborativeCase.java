package io.shopkeeper.cli.worked;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.factorisation.FactorisationMachine;
import io.shopkeeper.ml.rating.MatrixFactorisation;
import io.shopkeeper.ml.rating.Mean;
import io.shopkeeper.ml.rating.RatingAlgorithm;
import io.shopkeeper.ml.rating.RatingModel;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.worked.RatedShop;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Collaborative filtering: 1,000 customers with 10 features, 2,000 products with 5, and whether a
 * held-out rating is a like or not.
 */
final class CollaborativeCase implements WorkedCase {

  private static final int CUSTOMERS = 1_000;
  private static final int PRODUCTS = 2_000;
  private static final double PUBLISHED = 0.85;

  /** Half-way between the greatest dislike and the least like. */
  private static final double BORDER = RatedShop.LIKED - 0.5;

  @Override
  public String name() {
    return "collaborative";
  }

  @Override
  public Printed run(long seed) {
    RatedShop shop = RatedShop.of(CUSTOMERS, PRODUCTS, seed);
    var held = new BitSet();
    var random = new SplittableRandom(seed);
    IntStream.range(0, shop.ratings().size())
        .filter(rating -> random.nextInt(5) == 0)
        .forEach(held::set);
    int[] train =
        IntStream.range(0, shop.ratings().size()).filter(rating -> !held.get(rating)).toArray();
    return new AccuracyPrint(new Run(shop, train, held.stream().toArray(), seed).report(), seed);
  }

  /** Says of each rating whether it is a like. */
  @FunctionalInterface
  private interface Guess {

    boolean liked(int rating);
  }

  /** One shop, divided. */
  private static final class Run {

    private final RatedShop shop;
    private final Ratings all;
    private final int[] train;
    private final int[] test;
    private final long seed;
    private final List<WorkedReport.Model> models = new ArrayList<>();

    Run(RatedShop shop, int[] train, int[] test, long seed) {
      this.shop = shop;
      this.all = shop.ratings();
      this.train = train;
      this.test = test;
      this.seed = seed;
    }

    WorkedReport report() {
      Ratings known = all.select(train);
      seedFormula(known);
      rated(new FactorisationMachine(), known);
      rated(new MatrixFactorisation(), known);
      rated(new Mean(), known);
      return new WorkedReport(
          "collaborative",
          "accuracy: the share of held-out ratings whose like (4 or 5) or dislike (1 to 3) is foreseen",
          train.length,
          test.length,
          accuracy(rating -> shop.expected()[rating] >= BORDER),
          PUBLISHED,
          models);
    }

    private void seedFormula(Ratings known) {
      var listener = new CurveListener();
      long began = System.nanoTime();
      LikedNeighbours model = LikedNeighbours.train(known, listener);
      double seconds = (System.nanoTime() - began) / 1e9;
      add(
          "item-neighbours-seed, on likes",
          rating -> model.chance(all.user()[rating], all.item()[rating]) >= 0.5,
          seconds,
          listener);
    }

    private <O extends Record> void rated(RatingAlgorithm<O> algorithm, Ratings known) {
      var listener = new CurveListener();
      long began = System.nanoTime();
      RatingModel model = algorithm.train(known, algorithm.standard(), seed, listener);
      double seconds = (System.nanoTime() - began) / 1e9;
      add(
          algorithm.name(),
          rating -> model.predict(all.user()[rating], all.item()[rating]) >= BORDER,
          seconds,
          listener);
    }

    private void add(String model, Guess guess, double seconds, CurveListener listener) {
      models.add(
          new WorkedReport.Model(
              model, accuracy(guess), interval(guess), seconds, listener.curves()));
    }

    private double accuracy(Guess guess) {
      return IntStream.of(test).filter(rating -> right(rating, guess)).count()
          / (double) test.length;
    }

    private boolean right(int rating, Guess guess) {
      return guess.liked(rating) == all.value()[rating] >= RatedShop.LIKED;
    }

    /** Ratings of one customer are alike: customers are drawn. */
    private Interval interval(Guess guess) {
      int[] right = new int[all.users()];
      int[] count = new int[all.users()];
      for (int rating : test) {
        count[all.user()[rating]]++;
        right[all.user()[rating]] += right(rating, guess) ? 1 : 0;
      }
      return new Bootstrap(seed)
          .ofCounts(
              all.users(),
              times -> {
                long sum = 0;
                long rows = 0;
                for (int user = 0; user < times.length; user++) {
                  sum += (long) times[user] * right[user];
                  rows += (long) times[user] * count[user];
                }
                return (double) sum / rows;
              });
    }
  }
}
