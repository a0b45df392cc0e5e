package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.metric.BinaryScores;
import io.shopkeeper.ml.metric.ClassMetrics;
import io.shopkeeper.ml.metric.ClassOutcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The metrics of {@link ClassMetrics}, and of two classes those of {@link BinaryScores}. */
public final class ClassFigures implements Figures {

  private static final List<String> OF_CLASSES =
      List.of("accuracy", "precision", "recall", "f1", "macro_f1", "log_loss", "brier", "ece");
  private final ClassOutcomes outcomes;
  private final Optional<BinaryScores> ranked;

  /**
   * Takes predictions; the arrays are not copied.
   *
   * @param probabilities rows × classes
   * @param codes the true classes
   */
  public ClassFigures(double[][] probabilities, int[] codes) {
    outcomes = new ClassOutcomes(probabilities, codes);
    ranked = outcomes.classes() == 2 ? Optional.of(outcomes.scores()) : Optional.empty();
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(OF_CLASSES);
    if (ranked.isPresent()) {
      names.addAll(List.of("auc", "pr_auc"));
    }
    return List.copyOf(names);
  }

  @Override
  public int rows() {
    return outcomes.rows();
  }

  @Override
  public double[] of(int[] times) {
    ClassMetrics found = outcomes.metrics(times);
    DoubleStream plain =
        DoubleStream.of(
            found.accuracy(),
            found.precision(),
            found.recall(),
            found.f1(),
            found.macroF1(),
            found.logLoss(),
            found.brier(),
            found.calibrationError());
    DoubleStream ofOrder =
        ranked
            .map(scores -> DoubleStream.of(scores.auc(times), scores.averagePrecision(times)))
            .orElseGet(DoubleStream::empty);
    return DoubleStream.concat(plain, ofOrder).toArray();
  }
}
