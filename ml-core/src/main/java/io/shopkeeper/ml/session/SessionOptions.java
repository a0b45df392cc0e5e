package io.shopkeeper.ml.session;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;

/**
 * Options of session neighbours. Items are looked at from the latest to the oldest, u steps back.
 *
 * @param sessions m, the latest sessions that are looked at for each item: the bound of a query's
 *     time
 * @param neighbours k, the most similar sessions that vote
 * @param gapMinutes a pause that is longer begins a new session; 0 where all that a user did is one
 *     session
 * @param steps different items of the running session that are looked at, the latest first
 * @param positions how the items of the running session are weighted
 * @param recency how much an item of the running session counts against the one after it; only with
 *     {@link Positions#GEOMETRIC}
 * @param rarity a shared item counts (1 + ln(|H| / h))^rarity, h of the |H| sessions having it
 * @param amplification the power to which similarities are raised
 * @param normalisation similarities are divided by the session's length to this power; 0.5 is the
 *     cosine's way
 * @param halfLifeDays days after which a session counts half; 0 where it never grows old
 * @param after how much an item counts against the one before it, from the shared item onwards
 * @param before how much an item counts against the one after it, from the shared item backwards
 * @param idf an item's votes are multiplied by (1 + ln(|H| / h))^idf
 */
public record SessionOptions(
    @Limits(least = 1, most = 100_000, searchLeast = 100, searchMost = 2000, logarithmic = true)
        int sessions,
    @Limits(least = 1, most = 100_000, searchLeast = 50, searchMost = 1000, logarithmic = true)
        int neighbours,
    @Limits(least = 0, most = 525_600) int gapMinutes,
    @Limits(least = 1, most = 1000, searchLeast = 2, searchMost = 20) int steps,
    Positions positions,
    @Limits(least = 0.01, most = 1, searchLeast = 0.3, searchMost = 1) double recency,
    @Limits(least = 0, most = 5, searchLeast = 0, searchMost = 3) double rarity,
    @Limits(least = 0.1, most = 10, searchLeast = 1, searchMost = 3) double amplification,
    @Limits(least = 0, most = 1, searchLeast = 0, searchMost = 0.5) double normalisation,
    @Limits(least = 0, most = 36_500, searchLeast = 1, searchMost = 60, logarithmic = true)
        double halfLifeDays,
    @Limits(least = 0.01, most = 1, searchLeast = 0.3, searchMost = 1) double after,
    @Limits(least = 0.01, most = 1, searchLeast = 0.3, searchMost = 1) double before,
    @Limits(least = 0, most = 5, searchLeast = 0, searchMost = 1) double idf) {

  /** How the items of the running session are weighted. */
  public enum Positions {
    /** recency^u. */
    GEOMETRIC,
    /**
     * (n − u) / n of n items, and a session's votes count 1 − u / 10 by its latest shared item, as
     * in VMIS-kNN.
     */
    LINEAR
  }

  public SessionOptions {
    if (positions == null) {
      throw new WrongOptionException("positions", "is missing");
    }
    WrongOptionException.unlessWithin("sessions", sessions, 1, 100_000);
    WrongOptionException.unlessWithin("neighbours", neighbours, 1, 100_000);
    WrongOptionException.unlessWithin("gapMinutes", gapMinutes, 0, 525_600);
    WrongOptionException.unlessWithin("steps", steps, 1, 1000);
    WrongOptionException.unlessWithin("recency", recency, 0.01, 1);
    WrongOptionException.unlessWithin("rarity", rarity, 0, 5);
    WrongOptionException.unlessWithin("amplification", amplification, 0.1, 10);
    WrongOptionException.unlessWithin("normalisation", normalisation, 0, 1);
    WrongOptionException.unlessWithin("halfLifeDays", halfLifeDays, 0, 36_500);
    WrongOptionException.unlessWithin("after", after, 0.01, 1);
    WrongOptionException.unlessWithin("before", before, 0.01, 1);
    WrongOptionException.unlessWithin("idf", idf, 0, 5);
  }

  /** Chosen on the validation part of a week of clicks (RecSys Challenge 2015, 100k sample). */
  static SessionOptions standard(int gapMinutes) {
    return new SessionOptions(
        1000, 500, gapMinutes, 9, Positions.GEOMETRIC, 0.6, 2, 2, 0, 4, 0.6, 0.6, 0.5);
  }

  /** VMIS-kNN as published, except that the m sessions are those of each item. */
  static SessionOptions published() {
    return new SessionOptions(500, 100, 0, 9, Positions.LINEAR, 1, 0, 1, 0, 0, 1, 1, 1);
  }

  /** Session kNN by cosine, without order (Jannach and Ludewig, RecSys 2017). */
  static SessionOptions plain() {
    return new SessionOptions(500, 100, 0, 1000, Positions.GEOMETRIC, 1, 0, 1, 0.5, 0, 1, 1, 0);
  }
}
