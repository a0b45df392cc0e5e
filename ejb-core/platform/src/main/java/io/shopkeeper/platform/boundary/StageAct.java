package io.shopkeeper.platform.boundary;

/** By which act a version changed its stage. */
public enum StageAct {
  /** Chosen to go live next. */
  STAGE,
  /** No longer chosen. */
  UNSTAGE,
  /** Serves from now on, and the one before retires. */
  PROMOTE,
  /** As promotion, back to one that served before. */
  ROLLBACK
}
