package io.shopkeeper.recommendation.boundary.experiment;

/** What follows from the figures, the most urgent first. */
public enum ExperimentVerdict {
  /** The arms got other numbers of visitors than they should: believe nothing. */
  MISMATCH,
  /** An arm hurts what is guarded. */
  GUARD_BREACHED,
  /** An arm is better, and hurts nothing that is guarded. */
  WINNER,
  /** An arm is better, but a guard is not known yet. */
  GUARD_OPEN,
  /** All arms are worse than the control. */
  CONTROL_BEST,
  /** As many visitors as were planned, and no clear difference. */
  NO_DIFFERENCE,
  /** Not known yet. */
  UNDECIDED
}
