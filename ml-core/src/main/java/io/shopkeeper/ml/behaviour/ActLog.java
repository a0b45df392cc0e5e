package io.shopkeeper.ml.behaviour;

/** Acts by person and, of a person, by time. Immutable; 14 bytes an act and 4 a person. */
public final class ActLog {

  private final int[] first;
  private final long[] times;
  private final byte[] kinds;
  private final byte[] channels;
  private final int[] products;

  ActLog(int[] first, long[] times, byte[] kinds, byte[] channels, int[] products) {
    this.first = first;
    this.times = times;
    this.kinds = kinds;
    this.channels = channels;
    this.products = products;
  }

  /** How many people there are, with or without acts. */
  public int people() {
    return first.length - 1;
  }

  /** How many acts there are. */
  public int size() {
    return times.length;
  }

  /** The first row of a person. */
  public int begin(int person) {
    return first[person];
  }

  /** The row behind a person's last. */
  public int end(int person) {
    return first[person + 1];
  }

  /** When, in milliseconds since 1970. */
  public long time(int row) {
    return times[row];
  }

  /** What was done. */
  public byte kind(int row) {
    return kinds[row];
  }

  /** Where it was done. */
  public byte channel(int row) {
    return channels[row];
  }

  /** With which product; -1 for none. */
  public int product(int row) {
    return products[row];
  }
}
