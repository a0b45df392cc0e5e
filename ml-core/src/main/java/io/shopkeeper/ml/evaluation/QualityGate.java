package io.shopkeeper.ml.evaluation;

/**
 * Whether a candidate may take the place of the model that serves. It may where it loses no more
 * than is tolerated; the interval says whether it is better, or a loss is sure.
 *
 * <pre>{@code
 * GateVerdict verdict = new QualityGate(0.02).judge(PairedFigure.of(candidate, live, seed));
 * }</pre>
 *
 * @param tolerance the part of the opponent's figure that a candidate may lose, 0 to 1
 */
public record QualityGate(double tolerance) {

  /** Fewer units say nothing. */
  public static final int FEWEST = 30;

  public QualityGate {
    if (!(tolerance >= 0 && tolerance <= 1)) {
      throw new IllegalArgumentException("the tolerance must be 0 to 1, but is " + tolerance);
    }
  }

  /** Judges a metric of which more is better. */
  public GateVerdict judge(PairedFigure figure) {
    if (figure.units() < FEWEST || Double.isNaN(figure.difference())) {
      return GateVerdict.UNKNOWN;
    }
    if (figure.interval().low() > 0) {
      return GateVerdict.BETTER;
    }
    if (figure.difference() >= -tolerance * Math.abs(figure.opponent())) {
      return GateVerdict.AS_GOOD;
    }
    return figure.interval().high() < 0 ? GateVerdict.WORSE : GateVerdict.DOUBTFUL;
  }
}
