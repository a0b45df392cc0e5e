package io.shopkeeper.ml.ranking;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Users of four tastes and items of four kinds: a user takes half of their kind and now and then
 * something else. One item of each user's kind is held out.
 *
 * @param held the held-out item of each user
 */
public record PlantedTastes(RankingData data, int[] held) {

  /** How many tastes there are. */
  public static final int TASTES = 4;

  private static final int USERS = 80;
  private static final int ITEMS = 48;

  /** Of a seed. */
  public static PlantedTastes of(long seed) {
    var random = new SplittableRandom(seed);
    List<int[]> taken = new ArrayList<>();
    int[] held = new int[USERS];
    for (int user = 0; user < USERS; user++) {
      held[user] = -1;
      for (int item = 0; item < ITEMS; item++) {
        boolean own = item % TASTES == user % TASTES;
        if (random.nextDouble() < (own ? 0.5 : 0.03)) {
          if (own && held[user] < 0 && random.nextInt(3) == 0) {
            held[user] = item;
          } else {
            taken.add(new int[] {user, item});
          }
        }
      }
    }
    return new PlantedTastes(new RankingData(log(taken, random), kinds()), held);
  }

  private static Table kinds() {
    List<String> kinds = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      kinds.add("kind " + item % TASTES);
    }
    return new Table(List.of(CategoryColumn.of("kind", kinds)));
  }

  private static InteractionLog log(List<int[]> taken, SplittableRandom random) {
    for (int i = taken.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      taken.set(other, taken.set(i, taken.get(other)));
    }
    float[] ones = new float[taken.size()];
    Arrays.fill(ones, 1);
    long[] times = new long[taken.size()];
    Arrays.setAll(times, i -> 1_700_000_000_000L + 60_000L * i);
    return new InteractionLog(
        USERS,
        ITEMS,
        taken.stream().mapToInt(one -> one[0]).toArray(),
        taken.stream().mapToInt(one -> one[1]).toArray(),
        ones,
        times);
  }

  /** The part of the users whose held-out item is among the first nine that they do not have. */
  public double hits(RankingModel model) {
    History[] histories = data.log().histories();
    int hits = 0;
    int asked = 0;
    for (int user = 0; user < USERS; user++) {
      int wanted = held[user];
      if (wanted >= 0) {
        int[] own = histories[user].items();
        int[] best =
            model
                .recommend(
                    histories[user], 9, item -> Arrays.stream(own).noneMatch(had -> had == item))
                .items();
        asked++;
        hits += Arrays.stream(best).anyMatch(item -> item == wanted) ? 1 : 0;
      }
    }
    return (double) hits / asked;
  }
}
