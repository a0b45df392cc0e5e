package io.shopkeeper.ml.popularity;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ranks what many want first, for everybody alike: the values of an item's interactions added up,
 * each halved for every half-life between it and the newest of the log.
 */
public final class Popularity implements RankingAlgorithm<Popularity.Options> {

  private static final double DAY = 86_400_000;

  /**
   * Options.
   *
   * @param halfLifeDays days after which an interaction counts half; 0 where it never grows old
   */
  public record Options(
      @Limits(least = 0, most = 36_500, searchLeast = 1, searchMost = 365, logarithmic = true)
          double halfLifeDays) {

    public Options {
      WrongOptionException.unlessWithin("halfLifeDays", halfLifeDays, 0, 36_500);
    }
  }

  @Override
  public String name() {
    return "popularity";
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("all-time", new Options(0));
    presets.put("trending", new Options(30));
    return presets;
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    InteractionLog log = data.log();
    double halfLife =
        options.halfLifeDays() == 0 ? Double.POSITIVE_INFINITY : options.halfLifeDays() * DAY;
    PopularityModel.Counter counter = PopularityModel.counter(log.items(), halfLife);
    long newest = log.size() == 0 ? 0 : log.time()[log.size() - 1];
    for (int i = 0; i < log.size(); i++) {
      counter.add(log.item()[i], log.value()[i], (double) (newest - log.time()[i]));
    }
    listener.progress(1, "counting");
    return counter.build();
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return PopularityModel.read(in);
  }
}
