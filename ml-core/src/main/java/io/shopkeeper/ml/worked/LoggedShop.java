package io.shopkeeper.ml.worked;

import io.shopkeeper.ml.experiment.LoggedChoices;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A log of what a shop showed, with what a candidate would have earned. A visitor belongs to one of
 * 4 segments and is shown 1 of 6 products, 1 to 5 times; segments like products by a click rate of
 * 2 % to 20 %, and a visitor clicks up to half as often or half as often again. The shop drew by
 * one softmax of its guesses of the rates, the candidate would by another that knows them better.
 *
 * @param log choices, clicks and both probabilities
 * @param modelled a rough guess of the click rate of each choice
 * @param expected the same guess of what the candidate would choose, in expectation
 * @param truth clicks per choice of the candidate, in expectation over visitors and chance
 */
public record LoggedShop(LoggedChoices log, double[] modelled, double[] expected, double truth) {

  private static final int SEGMENTS = 4;
  private static final int PRODUCTS = 6;
  private static final int CHOICES = 5;

  /** Of so many visitors. */
  public static LoggedShop of(int visitors, long seed) {
    return new Draw(new SplittableRandom(seed)).log(visitors);
  }

  /** The shop behind the log. */
  private static final class Draw {

    private final SplittableRandom random;
    private final double[][] rate = new double[SEGMENTS][PRODUCTS];
    private final double[][] guess = new double[SEGMENTS][PRODUCTS];
    private final double[][] shop = new double[SEGMENTS][];
    private final double[][] candidate = new double[SEGMENTS][];

    Draw(SplittableRandom random) {
      this.random = random;
      for (int segment = 0; segment < SEGMENTS; segment++) {
        for (int product = 0; product < PRODUCTS; product++) {
          rate[segment][product] = 0.02 + 0.18 * random.nextDouble();
          guess[segment][product] = rate[segment][product] * (0.5 + random.nextDouble());
        }
        shop[segment] = softmax(guess[segment], 8);
        candidate[segment] = softmax(rate[segment], 40);
      }
    }

    LoggedShop log(int visitors) {
      int most = visitors * CHOICES;
      int[] unit = new int[most];
      double[][] columns = new double[5][most];
      int size = 0;
      for (int visitor = 0; visitor < visitors; visitor++) {
        int segment = random.nextInt(SEGMENTS);
        double keenness = 0.5 + random.nextDouble();
        int choices = 1 + random.nextInt(CHOICES);
        for (int choice = 0; choice < choices; choice++) {
          unit[size] = visitor;
          choose(segment, keenness, columns, size++);
        }
      }
      int count = size;
      double[][] kept =
          Arrays.stream(columns).map(all -> Arrays.copyOf(all, count)).toArray(double[][]::new);
      return new LoggedShop(
          new LoggedChoices(Arrays.copyOf(unit, count), kept[0], kept[1], kept[2]),
          kept[3],
          kept[4],
          truth());
    }

    private void choose(int segment, double keenness, double[][] columns, int at) {
      int product = drawn(shop[segment]);
      columns[0][at] = random.nextDouble() < keenness * rate[segment][product] ? 1 : 0;
      columns[1][at] = shop[segment][product];
      columns[2][at] = candidate[segment][product];
      columns[3][at] = guess[segment][product];
      columns[4][at] = mean(guess[segment], candidate[segment]);
    }

    /** Keenness is 1 on average and has nothing to do with the segment. */
    private double truth() {
      double sum = 0;
      for (int segment = 0; segment < SEGMENTS; segment++) {
        sum += mean(rate[segment], candidate[segment]);
      }
      return sum / SEGMENTS;
    }

    private int drawn(double[] probabilities) {
      double left = random.nextDouble();
      for (int i = 0; i < probabilities.length - 1; i++) {
        left -= probabilities[i];
        if (left < 0) {
          return i;
        }
      }
      return probabilities.length - 1;
    }

    private static double mean(double[] values, double[] weights) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i] * weights[i];
      }
      return sum;
    }

    private static double[] softmax(double[] values, double sharpness) {
      double[] weights = Arrays.stream(values).map(one -> Math.exp(sharpness * one)).toArray();
      double sum = Arrays.stream(weights).sum();
      return Arrays.stream(weights).map(one -> one / sum).toArray();
    }
  }
}
