package io.shopkeeper.prediction.behaviour;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.ml.behaviour.ActFilter;
import io.shopkeeper.ml.behaviour.ActLog;
import io.shopkeeper.prediction.boundary.behaviour.LiveView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The last half hour, in one walk. */
public final class LiveScan {

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final int LATELY = 5;

  private final ShopSnapshot now;
  private final ActLog acts;
  private final long[] minutes = new long[LiveView.MINUTES];
  private final long[] types = new long[Kinds.count()];
  private final Map<Integer, Long> products = new HashMap<>();
  private final List<Integer> rows = new ArrayList<>();
  private long people;
  private long lately;

  private LiveScan(ShopSnapshot now) {
    this.now = now;
    this.acts = now.acts();
  }

  /**
   * As of the present; of a filter the channel and the people count.
   *
   * @param present the end of the half hour; minutes are counted back from it
   */
  public static LiveView of(ShopSnapshot now, ActFilter filter, Instant present) {
    var scan = new LiveScan(now);
    long end = present.toEpochMilli() + 1;
    var window =
        new ActFilter(end - LiveView.MINUTES * MINUTE, end, filter.channel(), filter.people());
    for (int person = 0; person < scan.acts.people(); person++) {
      if (window.takes(person)) {
        scan.add(person, window);
      }
    }
    return scan.view(present);
  }

  private void add(int person, ActFilter window) {
    long last = Long.MIN_VALUE;
    for (int row = acts.end(person) - 1; row >= acts.begin(person); row--) {
      long time = acts.time(row);
      if (time < window.from()) {
        break;
      }
      if (!window.takes(time, acts.channel(row))) {
        continue;
      }
      last = Math.max(last, time);
      rows.add(row);
      types[acts.kind(row)]++;
      minutes[(int) ((time - window.from()) / MINUTE)]++;
      if (acts.product(row) >= 0) {
        products.merge(acts.product(row), 1L, Long::sum);
      }
    }
    if (last != Long.MIN_VALUE) {
      people++;
      lately += last >= window.until() - LATELY * MINUTE ? 1 : 0;
    }
  }

  private LiveView view(Instant present) {
    return new LiveView(
        people,
        lately,
        counts(),
        Arrays.stream(minutes).boxed().toList(),
        rows.stream()
            .sorted(Comparator.comparingLong(acts::time).reversed().thenComparing(row -> row))
            .limit(LiveView.ACTS)
            .map(this::act)
            .toList(),
        products.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Long>comparingByValue()
                    .reversed()
                    .thenComparing(entry -> now.products().get(entry.getKey())))
            .limit(LiveView.PRODUCTS)
            .map(entry -> new LiveView.Product(product(entry.getKey()), entry.getValue()))
            .toList(),
        present);
  }

  private Map<EventType, Long> counts() {
    Map<EventType, Long> counts = new LinkedHashMap<>();
    Stream.of(EventType.values())
        .filter(type -> types[Kinds.of(type)] > 0)
        .sorted(Comparator.comparingLong((EventType type) -> types[Kinds.of(type)]).reversed())
        .forEach(type -> counts.put(type, types[Kinds.of(type)]));
    return counts;
  }

  private LiveView.Act act(int row) {
    return new LiveView.Act(
        Instant.ofEpochMilli(acts.time(row)),
        Kinds.type(acts.kind(row)),
        product(acts.product(row)),
        now.channels().get(acts.channel(row)));
  }

  private String product(int number) {
    return number < 0 ? "" : now.products().get(number);
  }
}
