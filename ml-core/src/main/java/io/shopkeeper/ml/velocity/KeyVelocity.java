package io.shopkeeper.ml.velocity;

import java.util.Arrays;

/**
 * What was known of one key as of a moment. Windows are numbered as in its {@link KeyPlan}; window
 * w holds what happened after the moment minus its length, up to the moment. Immutable.
 */
public final class KeyVelocity {

  /** A time that there is not. */
  public static final long NEVER = -1;

  private final long sinceFirst;
  private final long sinceLast;
  private final long lifetimeCount;
  private final long lifetimeSum;
  private final boolean exact;
  private final long[] counts;
  private final long[] sums;
  private final int[][] distinct;
  private final long[] labelled;
  private final long[] frauds;
  private final long sinceFirstFraud;
  private final long sinceLastFraud;

  /** Takes the arrays, which are not copied. */
  KeyVelocity(
      long sinceFirst,
      long sinceLast,
      long lifetimeCount,
      long lifetimeSum,
      boolean exact,
      long[] counts,
      long[] sums,
      int[][] distinct,
      long[] labelled,
      long[] frauds,
      long sinceFirstFraud,
      long sinceLastFraud) {
    this.sinceFirst = sinceFirst;
    this.sinceLast = sinceLast;
    this.lifetimeCount = lifetimeCount;
    this.lifetimeSum = lifetimeSum;
    this.exact = exact;
    this.counts = counts;
    this.sums = sums;
    this.distinct = distinct;
    this.labelled = labelled;
    this.frauds = frauds;
    this.sinceFirstFraud = sinceFirstFraud;
    this.sinceLastFraud = sinceLastFraud;
  }

  /** Of a key that was never seen. */
  static KeyVelocity none(KeyPlan plan, boolean exact) {
    int windows = plan.windows().size();
    int delayed = plan.labelDelay().isPresent() ? windows : 0;
    return new KeyVelocity(
        NEVER,
        NEVER,
        0,
        0,
        exact,
        new long[windows],
        new long[windows],
        new int[plan.distinct().size()][windows],
        new long[delayed],
        new long[delayed],
        NEVER,
        NEVER);
  }

  /** Whether there was any event before. */
  public boolean seen() {
    return lifetimeCount > 0;
  }

  /** Milliseconds since the first event; {@link #NEVER} if there was none. */
  public long sinceFirst() {
    return sinceFirst;
  }

  /** Milliseconds since the last event before; {@link #NEVER} if there was none. */
  public long sinceLast() {
    return sinceLast;
  }

  /** Events since the first one, of whatever age. */
  public long lifetimeCount() {
    return lifetimeCount;
  }

  /** Their amounts. */
  public long lifetimeSum() {
    return lifetimeSum;
  }

  /** Mean amount since the first event; NaN without one. */
  public double lifetimeMean() {
    return (double) lifetimeSum / lifetimeCount;
  }

  /**
   * Whether nothing that belongs into a window can have been forgotten; false only for moments that
   * are older than the newest event by more than the plan's lateness.
   */
  public boolean exact() {
    return exact;
  }

  /** Events in a window. */
  public long count(int window) {
    return counts[window];
  }

  /** Their amounts. */
  public long sum(int window) {
    return sums[window];
  }

  /** Their mean amount; NaN without one. */
  public double mean(int window) {
    return (double) sums[window] / counts[window];
  }

  /**
   * How many different ones there were in a window.
   *
   * @param name its place in {@link KeyPlan#distinct}
   */
  public int distinct(int name, int window) {
    return distinct[name][window];
  }

  /** Events in the window that ends the label delay before the moment. */
  public long labelled(int window) {
    return labelled[window];
  }

  /** Those of them that were known as frauds at the moment. */
  public long frauds(int window) {
    return frauds[window];
  }

  /** Their share; 0 without an event. */
  public double fraudShare(int window) {
    return labelled[window] == 0 ? 0 : (double) frauds[window] / labelled[window];
  }

  /**
   * Milliseconds since the first known fraud in the longest window that ends the label delay before
   * the moment: how long trouble has lasted; {@link #NEVER} without one.
   */
  public long sinceFirstFraud() {
    return sinceFirstFraud;
  }

  /** The same of the last one. */
  public long sinceLastFraud() {
    return sinceLastFraud;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyVelocity that
        && sinceFirst == that.sinceFirst
        && sinceLast == that.sinceLast
        && lifetimeCount == that.lifetimeCount
        && lifetimeSum == that.lifetimeSum
        && exact == that.exact
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(sums, that.sums)
        && Arrays.deepEquals(distinct, that.distinct)
        && Arrays.equals(labelled, that.labelled)
        && Arrays.equals(frauds, that.frauds)
        && sinceFirstFraud == that.sinceFirstFraud
        && sinceLastFraud == that.sinceLastFraud;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new long[] {sinceFirst, sinceLast, lifetimeCount, lifetimeSum});
  }

  @Override
  public String toString() {
    return "KeyVelocity[sinceFirst=%d, sinceLast=%d, lifetime=%d/%d, exact=%s, counts=%s, sums=%s, distinct=%s, labelled=%s, frauds=%s, sinceFraud=%d/%d]"
        .formatted(
            sinceFirst,
            sinceLast,
            lifetimeCount,
            lifetimeSum,
            exact,
            Arrays.toString(counts),
            Arrays.toString(sums),
            Arrays.deepToString(distinct),
            Arrays.toString(labelled),
            Arrays.toString(frauds),
            sinceFirstFraud,
            sinceLastFraud);
  }
}
