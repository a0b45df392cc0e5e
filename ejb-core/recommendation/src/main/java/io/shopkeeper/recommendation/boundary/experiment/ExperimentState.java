package io.shopkeeper.recommendation.boundary.experiment;

/** How far an experiment is. */
public enum ExperimentState {
  /** Can be changed; nobody takes part. */
  DRAFT,
  /** Visitors take part; only the ramp can change. */
  RUNNING,
  /** Over; acts within the window still count. */
  STOPPED
}
