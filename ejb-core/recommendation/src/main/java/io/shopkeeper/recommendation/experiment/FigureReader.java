package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.ml.experiment.ConfidenceSequence;
import io.shopkeeper.ml.experiment.Effect;
import io.shopkeeper.ml.experiment.Reading;
import io.shopkeeper.ml.experiment.Sample;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentArm;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures.ArmFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures.GuardFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures.MetricFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentGuard;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentVerdict;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the counts of an experiment say. */
final class FigureReader {

  /** How often anything false may be said of an experiment, ever. */
  private static final double ALPHA = 0.05;

  private final ExperimentView experiment;
  private final ExperimentDesign design;
  private final List<ArmTally> tallies;
  private final long heldOut;
  private final ConfidenceSequence level;
  private final double[] shares;

  /**
   * Of counts.
   *
   * @param counts by the name of the arm, and of those who are kept out
   */
  FigureReader(ExperimentView experiment, Map<String, ArmTally> counts) {
    this.experiment = experiment;
    this.design = experiment.design();
    this.tallies =
        design.arms().stream().map(arm -> counts.getOrDefault(arm.name(), new ArmTally())).toList();
    ArmTally out = counts.get(ExperimentArm.HOLDOUT);
    this.heldOut = out == null ? 0 : out.visitors();
    this.level = ConfidenceSequence.planned(ALPHA, 2.0 * design.plannedVisitors());
    double sum = design.arms().stream().mapToDouble(ExperimentArm::share).sum();
    this.shares = design.arms().stream().mapToDouble(arm -> arm.share() / sum).toArray();
  }

  /**
   * The figures.
   *
   * @param at when they were counted
   * @param locale of the verdict's words
   */
  ExperimentFigures read(Instant at, Locale locale) {
    Reading reading =
        Reading.of(
            shares,
            samples(design.primary()),
            design.guards().stream()
                .map(guard -> new Reading.GuardSamples(guard.margin(), samples(guard.metric())))
                .toList(),
            level,
            design.plannedVisitors());
    List<ArmFigures> arms = new ArrayList<>();
    for (int arm = 0; arm < tallies.size(); arm++) {
      arms.add(arm(arm, reading));
    }
    var verdict = ExperimentVerdict.valueOf(reading.verdict().name());
    String best = reading.best() < 0 ? null : design.arms().get(reading.best()).name();
    return new ExperimentFigures(
        experiment.name(),
        experiment.state(),
        at,
        arms,
        heldOut,
        new ExperimentFigures.Ratio(
            reading.ratio().probability(),
            reading.ratio().alwaysValid(),
            reading.ratio().isMismatch()),
        verdict,
        best,
        VerdictWords.of(verdict, best, design.primary(), locale));
  }

  private List<Sample> samples(Metric metric) {
    return tallies.stream().map(tally -> tally.sample(metric)).toList();
  }

  private ArmFigures arm(int index, Reading reading) {
    ExperimentArm arm = design.arms().get(index);
    ArmTally tally = tallies.get(index);
    List<MetricFigures> metrics = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      metrics.add(metric(metric, tally.sample(metric), index));
    }
    List<GuardFigures> guards = new ArrayList<>();
    for (int i = 0; index > 0 && i < design.guards().size(); i++) {
      ExperimentGuard guard = design.guards().get(i);
      Effect.Guard state = reading.arms().get(index - 1).guards().get(i);
      guards.add(new GuardFigures(guard.metric(), guard.margin(), state.name()));
    }
    return new ArmFigures(
        arm.name(),
        arm.version(),
        shares[index],
        tally.visitors(),
        tally.impressions(),
        tally.purchases(),
        tally.withoutMargin(),
        metrics,
        guards);
  }

  private MetricFigures metric(Metric metric, Sample sample, int index) {
    if (index == 0) {
      return new MetricFigures(metric, known(sample.mean()), null, null, null, null);
    }
    Effect effect =
        Effect.of(tallies.getFirst().sample(metric), sample, level.shared(tallies.size() - 1));
    return new MetricFigures(
        metric,
        known(sample.mean()),
        known(effect.lift()),
        known(effect.relative().low()),
        known(effect.relative().high()),
        known(effect.probability()));
  }

  private static Double known(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}
