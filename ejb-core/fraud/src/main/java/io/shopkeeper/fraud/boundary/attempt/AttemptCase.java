package io.shopkeeper.fraud.boundary.attempt;

import io.shopkeeper.fraud.boundary.FeatureLine;
import java.util.List;

/**
 * One sign-in or sign-up with everything that led to its decision.
 *
 * @param features what was seen as of that moment; without what is 0 or not known
 */
public record AttemptCase(AttemptRow row, AttemptVerdict verdict, List<FeatureLine> features) {

  public AttemptCase {
    features = List.copyOf(features);
  }
}
