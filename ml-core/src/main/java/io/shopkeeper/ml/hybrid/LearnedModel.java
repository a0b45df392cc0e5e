package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Proposals, and a model that orders them. Its scores are log odds. */
record LearnedModel(
    Components components,
    CandidateFeatures features,
    int candidates,
    SecondStage learner,
    Optional<TableModel> second)
    implements RankingModel {

  private static final int FORMAT = 1;
  private static final double LEAST = 1e-12;

  @Override
  public int items() {
    return components.items();
  }

  @Override
  public void score(History history, float[] scores) {
    Arrays.fill(scores, 0, items(), Float.NEGATIVE_INFINITY);
    if (!components.know(history)) {
      return;
    }
    float[][] all = components.standardised(history);
    int[] proposed = Candidates.of(history, all, candidates);
    if (second.isPresent()) {
      odds(
          second.get(),
          features.table(components.names(), history, all, proposed),
          proposed,
          scores);
    } else {
      for (int item : proposed) {
        float sum = 0;
        for (float[] of : all) {
          sum += of[item];
        }
        scores[item] = sum / all.length;
      }
    }
  }

  private static void odds(TableModel model, Table table, int[] proposed, float[] scores) {
    float[] rows = model.schema().rows(table);
    double[] result = new double[model.outputs()];
    for (int i = 0; i < proposed.length; i++) {
      model.predict(rows, i * model.schema().width(), result);
      double yes = Math.clamp(result[1], LEAST, 1 - LEAST);
      scores[proposed[i]] = (float) Math.log(yes / (1 - yes));
    }
  }

  @Override
  public int[] sources(History history, int[] items) {
    return components.sources(history, items);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, LearnedHybrid.NAME, FORMAT);
    out.writeInt(candidates);
    out.writeUTF(learner.name());
    features.write(out);
    components.write(out);
    out.writeBoolean(second.isPresent());
    if (second.isPresent()) {
      second.get().write(out);
    }
  }

  static LearnedModel read(DataInput in, Function<String, Optional<RankingAlgorithm<?>>> find)
      throws IOException {
    StoredForm.readHeader(in, LearnedHybrid.NAME, FORMAT);
    int candidates = in.readInt();
    String named = in.readUTF();
    SecondStage learner =
        Arrays.stream(SecondStage.values())
            .filter(one -> one.name().equals(named))
            .findFirst()
            .orElseThrow(() -> new IOException("damaged: no second stage " + named));
    CandidateFeatures features = CandidateFeatures.read(in);
    Components components = Components.read(in, find);
    Optional<TableModel> second =
        in.readBoolean() ? Optional.of(learner.read(in)) : Optional.empty();
    if (candidates < 1 || (second.isPresent() && second.get().outputs() != 2)) {
      throw new IOException("damaged: %d proposals".formatted(candidates));
    }
    return new LearnedModel(components, features, candidates, learner, second);
  }
}
