package io.shopkeeper.recommendation.estimate;

import io.shopkeeper.ml.experiment.OffPolicy;

/**
 * What the lists say; the estimates are per place.
 *
 * @param places of all lists
 * @param support share of the candidate's places that could have been shown
 * @param agreement share of the places where both have the same product
 * @param shown what was earned
 * @param inverse what the candidate would have earned
 * @param selfNormalised the same with less variance
 * @param difference of the candidate from what was shown
 */
record Weighed(
    int lists,
    int units,
    int places,
    double support,
    double agreement,
    OffPolicy shown,
    OffPolicy inverse,
    OffPolicy selfNormalised,
    OffPolicy difference) {

  /** Per place times this is per thousand lists. */
  double perThousandLists() {
    return 1000.0 * places / Math.max(1, lists);
  }
}
