package io.shopkeeper.ml.velocity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The same by going through all events, as the words of the store have it. */
final class SlowVelocity {

  private record Known(long from, long until) {}

  private final VelocityPlan plan;
  private final List<VelocityEvent> events = new ArrayList<>();
  private final Map<List<Long>, Known> frauds = new HashMap<>();

  SlowVelocity(VelocityPlan plan) {
    this.plan = plan;
  }

  void add(VelocityEvent event) {
    if (events.stream().noneMatch(one -> id(one).equals(id(event)))) {
      events.add(event);
      events.sort(
          Comparator.comparingLong(VelocityEvent::time).thenComparingLong(VelocityEvent::number));
    }
  }

  private static List<Long> id(VelocityEvent event) {
    return List.of(event.time(), event.number());
  }

  void mark(VelocityEvent event, long known) {
    frauds.merge(
        id(event),
        new Known(known, Long.MAX_VALUE),
        (old, again) ->
            old.until <= known ? again : new Known(Math.min(old.from, known), Long.MAX_VALUE));
  }

  void clear(VelocityEvent event, long at) {
    frauds.computeIfPresent(
        id(event), (same, known) -> new Known(known.from, Math.min(known.until, at)));
  }

  KeyVelocity of(int kind, VelocityEvent event, boolean included) {
    KeyPlan key = plan.keys().get(kind);
    String mine = event.keys().get(kind);
    List<VelocityEvent> before =
        events.stream()
            .filter(one -> mine != null && mine.equals(one.keys().get(kind)))
            .filter(one -> isBefore(one, event) || (included && id(one).equals(id(event))))
            .toList();
    // A silence longer than the memory begins anew.
    int begin = 0;
    for (int i = 1; i < before.size(); i++) {
      if (before.get(i).time() - before.get(i - 1).time() > plan.memory().toMillis()) {
        begin = i;
      }
    }
    List<VelocityEvent> all = before.subList(begin, before.size());
    if (all.isEmpty() || event.time() - all.getLast().time() > plan.memory().toMillis()) {
      return KeyVelocity.none(key, true);
    }
    int windows = key.windows().size();
    long[] counts = new long[windows];
    long[] sums = new long[windows];
    int[][] distinct = new int[key.distinct().size()][windows];
    long[] labelled = new long[key.labelDelay().isPresent() ? windows : 0];
    long[] known = new long[labelled.length];
    long sinceFirst = KeyVelocity.NEVER;
    long sinceLast = KeyVelocity.NEVER;
    for (int window = 0; window < windows; window++) {
      long length = key.windows().get(window).toMillis();
      List<VelocityEvent> in =
          all.stream().filter(one -> one.time() > event.time() - length).toList();
      counts[window] = in.size();
      sums[window] = in.stream().mapToLong(VelocityEvent::amount).sum();
      for (int name = 0; name < distinct.length; name++) {
        distinct[name][window] = different(in, key.distinct().get(name));
      }
      if (labelled.length > 0) {
        long until = event.time() - key.labelDelay().map(Duration::toMillis).orElseThrow();
        List<VelocityEvent> old =
            all.stream().filter(one -> one.time() > until - length && one.time() <= until).toList();
        labelled[window] = old.size();
        List<VelocityEvent> found = old.stream().filter(one -> knownAt(one, event.time())).toList();
        known[window] = found.size();
        if (!found.isEmpty()) {
          sinceFirst = event.time() - found.getFirst().time();
          sinceLast = event.time() - found.getLast().time();
        }
      }
    }
    return new KeyVelocity(
        event.time() - all.getFirst().time(),
        event.time() - all.getLast().time(),
        all.size(),
        all.stream().mapToLong(VelocityEvent::amount).sum(),
        true,
        counts,
        sums,
        distinct,
        labelled,
        known,
        sinceFirst,
        sinceLast);
  }

  private boolean knownAt(VelocityEvent event, long now) {
    Known known = frauds.get(id(event));
    return known != null && known.from <= now && now < known.until;
  }

  private static boolean isBefore(VelocityEvent one, VelocityEvent other) {
    return one.time() < other.time()
        || (one.time() == other.time() && one.number() < other.number());
  }

  private int different(List<VelocityEvent> in, String name) {
    List<String> kinds = plan.keys().stream().map(KeyPlan::kind).toList();
    var found = new HashSet<String>();
    for (VelocityEvent one : in) {
      String value =
          kinds.contains(name)
              ? one.keys().get(kinds.indexOf(name))
              : one.values().get(plan.values().indexOf(name));
      if (value != null) {
        found.add(value);
      }
    }
    return found.size();
  }
}
