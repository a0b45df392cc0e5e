package io.shopkeeper.ml.behaviour;

import java.util.BitSet;
import java.util.Optional;

/**
 * Which acts and orders count.
 *
 * @param from milliseconds since 1970, inclusive
 * @param until exclusive
 * @param channel {@link #ANY} for all
 * @param people whose; empty for everybody's. It is not copied: nobody may change it afterwards
 */
public record ActFilter(long from, long until, int channel, Optional<BitSet> people) {

  /** Any channel. */
  public static final int ANY = -1;

  /** Everything. */
  public static final ActFilter ALL =
      new ActFilter(Long.MIN_VALUE, Long.MAX_VALUE, ANY, Optional.empty());

  /** Whether a person counts. */
  public boolean takes(int person) {
    return people.isEmpty() || people.get().get(person);
  }

  /** Whether an act or order counts, if its person does. */
  public boolean takes(long time, byte where) {
    return time >= from && time < until && (channel == ANY || channel == where);
  }

  /** The same without an end before or behind it. */
  public ActFilter ofAnyTime() {
    return new ActFilter(Long.MIN_VALUE, Long.MAX_VALUE, channel, people);
  }
}
