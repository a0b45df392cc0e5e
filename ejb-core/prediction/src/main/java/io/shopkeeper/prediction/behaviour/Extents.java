package io.shopkeeper.prediction.behaviour;

import io.shopkeeper.prediction.boundary.behaviour.ShopExtent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What there is, of a snapshot. */
public final class Extents {

  private Extents() {}

  /**
   * Of a snapshot.
   *
   * @param present what comes later is in the future
   */
  public static ShopExtent of(ShopSnapshot now, Instant present) {
    return new ShopExtent(
        now.acts().size(),
        now.orders().size(),
        lastDay(now, present),
        now.channels().stream().sorted().toList(),
        now.currency(),
        (long) now.orders().size() - now.priced().size(),
        now.left().acts(),
        now.left().orders(),
        now.left().before(),
        now.asOf());
  }

  private static LocalDate lastDay(ShopSnapshot now, Instant present) {
    long end = present.toEpochMilli();
    long last = Long.MIN_VALUE;
    for (int row = 0; row < now.acts().size(); row++) {
      long time = now.acts().time(row);
      last = time <= end ? Math.max(last, time) : last;
    }
    for (int order = 0; order < now.orders().size(); order++) {
      long time = now.orders().time(order);
      last = time <= end ? Math.max(last, time) : last;
    }
    Instant newest = last == Long.MIN_VALUE ? present : Instant.ofEpochMilli(last);
    return newest.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
