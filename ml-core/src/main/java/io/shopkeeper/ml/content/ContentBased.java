package io.shopkeeper.ml.content;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ranks by likeness to the mean of what is in the history (Rocchio's profile without negative
 * examples; Lops, de Gemmis and Semeraro: Content-based Recommender Systems, in Recommender Systems
 * Handbook, 2011). An item without attributes is not ranked; without any attribute nothing is.
 */
public final class ContentBased implements RankingAlgorithm<ContentBased.Options> {

  static final String NAME = "content-based";

  /**
   * Options.
   *
   * @param categoryWeight how much each column of categories counts, and all tags together
   * @param textWeight how much each column of text counts
   * @param numberWeight how much each number, such as the price, counts
   * @param vectorWeight how much each vector, such as that of an image, counts
   * @param bands that a number is divided into
   * @param recency how much an item of a history counts against the one after it, above 0 to 1
   */
  public record Options(
      @Limits(least = 0, most = 100, searchLeast = 0, searchMost = 2) double categoryWeight,
      @Limits(least = 0, most = 100, searchLeast = 0, searchMost = 2) double textWeight,
      @Limits(least = 0, most = 100, searchLeast = 0, searchMost = 2) double numberWeight,
      @Limits(least = 0, most = 100, searchLeast = 0, searchMost = 2) double vectorWeight,
      @Limits(least = 2, most = 1000, searchLeast = 3, searchMost = 30) int bands,
      @Limits(least = 0.01, most = 1, searchLeast = 0.4, searchMost = 1) double recency) {

    public Options {
      WrongOptionException.unlessWithin("categoryWeight", categoryWeight, 0, 100);
      WrongOptionException.unlessWithin("textWeight", textWeight, 0, 100);
      WrongOptionException.unlessWithin("numberWeight", numberWeight, 0, 100);
      WrongOptionException.unlessWithin("vectorWeight", vectorWeight, 0, 100);
      WrongOptionException.unlessWithin("bands", bands, 2, 1000);
      WrongOptionException.unlessWithin("recency", recency, 0.01, 1);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(1, 1, 0.5, 1, 10, 1));
    presets.put("recent", new Options(1, 1, 0.5, 1, 10, 0.5));
    return presets;
  }

  /**
   * The vectors that it compares.
   *
   * @param attributes of the items, one row each
   * @return items × features; an inner product is the weighted sum of the cosines of each kind
   */
  public static InteractionMatrix vectors(Table attributes, Options options) {
    return ItemVectors.of(attributes, options, TrainingListener.SILENT);
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    var vectors = ItemVectors.of(data.attributes(), options, listener);
    listener.progress(1, "attributes");
    return new ContentModel(vectors, options.recency());
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return ContentModel.read(in);
  }
}
