package io.shopkeeper.ml.velocity;

/** How an event came to a key. */
public enum Arrival {
  /** Behind all that were there. */
  IN_ORDER,
  /** Before some that were there: it was put in its place and counts for all moments after it. */
  LATE,
  /** It was there already: nothing was counted twice. */
  REPEATED,
  /** So old that nothing would look at it any more: it was not counted. */
  TOO_LATE
}
