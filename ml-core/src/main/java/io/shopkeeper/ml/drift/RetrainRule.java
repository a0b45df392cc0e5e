package io.shopkeeper.ml.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a model is trained again because what people turn to has moved.
 *
 * @param threshold of {@link TasteShift#shift}, above 0 to 1
 * @param fewest visits that must be known before and now; fewer say nothing
 * @param pause from the last training to the next, so that a shift that goes on does not start one
 *     after another
 */
public record RetrainRule(double threshold, long fewest, Duration pause) {

  public RetrainRule {
    if (!(threshold > 0 && threshold <= 1) || fewest < 1 || pause.isNegative()) {
      throw new IllegalArgumentException(
          "the threshold must be above 0 to 1, the fewest visits 1 and more, and the pause not negative, but are %s, %d and %s"
              .formatted(threshold, fewest, pause));
    }
  }

  /** Whether there are enough visits to say anything. */
  public boolean tells(long before, long now) {
    return before >= fewest && now >= fewest;
  }

  /** Whether tastes have moved. */
  public boolean moved(TasteShift shift) {
    return tells(shift.before(), shift.now()) && shift.shift() >= threshold;
  }

  /**
   * Whether a training is to begin.
   *
   * @param last when the last one began; empty if none did
   */
  public boolean due(TasteShift shift, Optional<Instant> last, Instant now) {
    return moved(shift) && last.map(at -> !at.plus(pause).isAfter(now)).orElse(true);
  }
}
