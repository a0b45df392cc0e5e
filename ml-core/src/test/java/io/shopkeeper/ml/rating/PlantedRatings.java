package io.shopkeeper.ml.rating;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Users of two tastes: even users love even items, odd users odd ones; a fifth is held out. */
public record PlantedRatings(Ratings train, Ratings test) {

  private static final int USERS = 60;
  private static final int ITEMS = 40;

  /** Of a seed. */
  public static PlantedRatings of(long seed) {
    return new PlantedRatings(part(seed, false), part(seed, true));
  }

  private static Ratings part(long seed, boolean held) {
    var random = new SplittableRandom(seed);
    int cells = USERS * ITEMS;
    int[] user = new int[cells];
    int[] item = new int[cells];
    float[] value = new float[cells];
    int n = 0;
    for (int u = 0; u < USERS; u++) {
      for (int i = 0; i < ITEMS; i++) {
        double noise = random.nextDouble();
        boolean seen = random.nextInt(3) > 0;
        if (seen && (u + 2 * i) % 5 == 0 == held) {
          user[n] = u;
          item[n] = i;
          value[n++] = (float) Math.clamp((u % 2 == i % 2 ? 4.5 : 1.5) + noise - 0.5, 1, 5);
        }
      }
    }
    return new Ratings(
        USERS, ITEMS, Arrays.copyOf(user, n), Arrays.copyOf(item, n), Arrays.copyOf(value, n));
  }

  /** The root mean square error on what was held out. */
  public double error(RatingModel model) {
    double sum = 0;
    for (int i = 0; i < test.size(); i++) {
      sum += Math.pow(model.predict(test.user()[i], test.item()[i]) - test.value()[i], 2);
    }
    return Math.sqrt(sum / test.size());
  }
}
