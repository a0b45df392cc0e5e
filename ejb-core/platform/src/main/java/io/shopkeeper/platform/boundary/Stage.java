package io.shopkeeper.platform.boundary;

/** Where a model version stands. */
public enum Stage {
  /** Trained and evaluated; nobody is served by it. */
  CANDIDATE,
  /** Chosen to go live next. */
  STAGED,
  /** Serves. At most one version of a model does. */
  LIVE,
  /** Served once. */
  RETIRED
}
