package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Lists with what followed, written as a shop writes them. */
final class ShownLog {

  static final long MINUTE = 60_000;

  private final List<ShownList> lists = new ArrayList<>();
  private final List<List<FollowUp>> outcomes = new ArrayList<>();

  /** A list after all others; each product has the score of the blend, and the brand's share. */
  ShownLog add(String unit, long at, float[] blended, float[] brand, FollowUp... followed) {
    float[] features = new float[blended.length * Feature.WIDTH];
    String[] products = new String[blended.length];
    for (int place = 0; place < blended.length; place++) {
      products[place] = "p" + place;
      int row = place * Feature.WIDTH;
      features[row + Feature.BLENDED.column()] = blended[place];
      features[row + Feature.BRAND_SHARE.column()] = brand[place];
      features[row + Feature.SHOWN_AT.column()] = (float) Math.log(place + 1);
    }
    lists.add(new ShownList(lists.size(), unit, at, List.of(products), features));
    outcomes.add(List.of(followed));
    return this;
  }

  /** So many lists of ten, a minute each, of which what is of the visitor's brand is bought. */
  static ShownLog ofBrand(int count, long seed) {
    var random = new SplittableRandom(seed);
    var log = new ShownLog();
    for (int i = 0; i < count; i++) {
      float[] blended = new float[10];
      float[] brand = new float[10];
      FollowUp[] followed = new FollowUp[10];
      for (int place = 0; place < 10; place++) {
        blended[place] = 1 - place / 10f;
        brand[place] = random.nextInt(3) / 2f;
        followed[place] =
            random.nextDouble() < 0.02 + 0.2 * brand[place]
                ? FollowUp.PURCHASE
                : random.nextDouble() < 0.1 ? FollowUp.CLICK : FollowUp.NOTHING;
      }
      log.add("v:" + random.nextInt(count / 3), i * MINUTE, blended, brand, followed);
    }
    return log;
  }

  Snapshot write(Path folder, FollowUp goal, long windowHours) throws IOException {
    try (SnapshotWriter writer = SnapshotWriter.begin(folder)) {
      var table = new ShownTable(writer);
      for (int i = lists.size() - 1; i >= 0; i--) {
        table.add(lists.get(i), outcomes.get(i));
      }
      writer.fact(RankingSnapshot.GOAL, goal.word());
      writer.fact(RankingSnapshot.WINDOW, Long.toString(windowHours));
      return writer.finish();
    }
  }

  static FollowUp[] nothing(int products) {
    FollowUp[] nothing = new FollowUp[products];
    Arrays.fill(nothing, FollowUp.NOTHING);
    return nothing;
  }
}
