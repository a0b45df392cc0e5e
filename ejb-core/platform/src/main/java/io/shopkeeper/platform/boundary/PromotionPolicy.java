package io.shopkeeper.platform.boundary;

import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.training.Beside;
import java.util.Optional;

/**
 * When what a job trained goes live by itself.
 *
 * @param automatic for which trainings; whatever it says, a first version goes live unless the gate
 *     refuses it
 * @param metric that must not get worse
 * @param gate how much worse is tolerated
 */
public record PromotionPolicy(Automatic automatic, String metric, QualityGate gate) {

  /** No later version goes live by itself. */
  public static final PromotionPolicy FIRST_ONLY =
      new PromotionPolicy(Automatic.NEVER, "", new QualityGate(0));

  /** Whose trainings go live by themselves. */
  public enum Automatic {
    /** Those that a schedule or drift started: nobody stands by. */
    UNATTENDED,
    /** All. */
    ALWAYS,
    /** None. */
    NEVER
  }

  /** What the gate says; empty if there is nothing to judge by. */
  Optional<GateReport> judge(Optional<Beside> beside) {
    return beside.flatMap(
        found -> {
          PairedFigure figure = found.figures().get(metric);
          return Optional.ofNullable(figure).map(it -> GateReport.of(found, metric, it, this));
        });
  }

  /** Whether a version of that job may go live by itself. */
  boolean covers(JobContext job) {
    return switch (automatic) {
      case ALWAYS -> true;
      case NEVER -> false;
      case UNATTENDED -> job.unattended();
    };
  }
}
