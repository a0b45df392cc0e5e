package io.shopkeeper.ml.behaviour;

import java.util.Arrays;

/**
 * Acts as they come in: columns that grow, 18 bytes an act and up to half as much again in reserve.
 * For one thread.
 */
public final class ActColumns {

  private static final int FIRST = 1024;

  private int size;
  private int[] who = new int[FIRST];
  private long[] times = new long[FIRST];
  private byte[] kinds = new byte[FIRST];
  private byte[] channels = new byte[FIRST];
  private int[] products = new int[FIRST];

  /**
   * Adds an act.
   *
   * @param doer whose it is, 0 or more, as {@link #by} is told later
   * @param time milliseconds since 1970
   * @param kind 0 to 14
   * @param channel 0 to 127
   * @param product 0 or more; -1 for none
   */
  public void add(int doer, long time, int kind, int channel, int product) {
    if (kind < 0 || kind > Paths.MOST_KIND || channel < 0 || channel > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("no kind and channel: " + kind + ", " + channel);
    }
    if (size == times.length) {
      grow();
    }
    who[size] = doer;
    times[size] = time;
    kinds[size] = (byte) kind;
    channels[size] = (byte) channel;
    products[size] = product;
    size++;
  }

  private void grow() {
    int room = Math.addExact(size, size / 2);
    who = Arrays.copyOf(who, room);
    times = Arrays.copyOf(times, room);
    kinds = Arrays.copyOf(kinds, room);
    channels = Arrays.copyOf(channels, room);
    products = Arrays.copyOf(products, room);
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /**
   * The acts by person and time; of the same time, in the order in which they came.
   *
   * @param personOf the person of each doer, -1 for one whose acts are left out
   * @param people how many persons there are
   */
  public ActLog by(int[] personOf, int people) {
    int[] first = new int[people + 1];
    for (int i = 0; i < size; i++) {
      int person = personOf[who[i]];
      if (person >= 0) {
        first[person + 1]++;
      }
    }
    for (int person = 0; person < people; person++) {
      first[person + 1] += first[person];
    }
    int[] next = Arrays.copyOf(first, people);
    int[] rows = new int[first[people]];
    for (int i = 0; i < size; i++) {
      int person = personOf[who[i]];
      if (person >= 0) {
        rows[next[person]++] = i;
      }
    }
    for (int person = 0; person < people; person++) {
      sort(rows, first[person], first[person + 1]);
    }
    return gather(first, rows);
  }

  /** They mostly are in order: most come in the order of time. */
  private void sort(int[] rows, int from, int to) {
    boolean sorted = true;
    for (int i = from + 1; i < to && sorted; i++) {
      sorted = times[rows[i - 1]] <= times[rows[i]];
    }
    if (!sorted) {
      int[] ordered =
          Arrays.stream(rows, from, to)
              .boxed()
              .sorted((a, b) -> Long.compare(times[a], times[b]))
              .mapToInt(Integer::intValue)
              .toArray();
      System.arraycopy(ordered, 0, rows, from, ordered.length);
    }
  }

  private ActLog gather(int[] first, int[] rows) {
    long[] sortedTimes = new long[rows.length];
    byte[] sortedKinds = new byte[rows.length];
    byte[] sortedChannels = new byte[rows.length];
    int[] sortedProducts = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sortedTimes[i] = times[rows[i]];
      sortedKinds[i] = kinds[rows[i]];
      sortedChannels[i] = channels[rows[i]];
      sortedProducts[i] = products[rows[i]];
    }
    return new ActLog(first, sortedTimes, sortedKinds, sortedChannels, sortedProducts);
  }
}
