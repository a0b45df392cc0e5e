package io.shopkeeper.ml.hybrid;

/** Which interactions of a user are held out. */
public enum HeldOutChoice {
  /** The last ones: what comes next. */
  LAST,
  /** Any of them: what else there is. */
  ANY
}
