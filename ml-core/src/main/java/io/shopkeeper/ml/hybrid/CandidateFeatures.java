package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.popularity.Popularity;
import io.shopkeeper.ml.popularity.PopularityModel;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the second stage knows of a candidate: each component's score and place, how much the item
 * is wanted, ever and of late, and how long the history is.
 *
 * @param wanted decayed by nothing
 * @param trend decayed by a half in 30 days
 */
record CandidateFeatures(PopularityModel wanted, PopularityModel trend) {

  static CandidateFeatures of(RankingData data) {
    return new CandidateFeatures(popularity(data, "all-time"), popularity(data, "trending"));
  }

  private static PopularityModel popularity(RankingData data, String preset) {
    var algorithm = new Popularity();
    return (PopularityModel)
        algorithm.train(data, algorithm.presets().get(preset), 0, TrainingListener.SILENT);
  }

  /**
   * One row for each candidate.
   *
   * @param scores components × items, standardised
   */
  Table table(List<String> names, History history, float[][] scores, int[] candidates) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < scores.length; c++) {
      float[] values = new float[candidates.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = scores[c][candidates[i]];
      }
      columns.add(new NumberColumn("score " + names.get(c), values));
      columns.add(new NumberColumn("place " + names.get(c), places(values)));
    }
    columns.add(column("wanted", candidates, wanted));
    columns.add(column("trend", candidates, trend));
    float[] size = new float[candidates.length];
    Arrays.fill(size, (float) Math.log1p(history.size()));
    columns.add(new NumberColumn("history", size));
    return new Table(candidates.length, columns);
  }

  private static NumberColumn column(String name, int[] candidates, PopularityModel model) {
    float[] values = new float[candidates.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.log1p(model.scoreOf(candidates[i]));
    }
    return new NumberColumn(name, values);
  }

  /** ln of the place among the candidates, from 1; equal scores in the order of the items. */
  private static float[] places(float[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Float.compare(values[b], values[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    float[] places = new float[values.length];
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = (float) Math.log1p(place);
    }
    return places;
  }

  void write(DataOutput out) throws IOException {
    wanted.write(out);
    trend.write(out);
  }

  static CandidateFeatures read(DataInput in) throws IOException {
    return new CandidateFeatures(PopularityModel.read(in), PopularityModel.read(in));
  }
}
