package io.shopkeeper.ml.velocity;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts, sums and different values of keys in sliding windows, as of any moment, and frauds that
 * are known after a delay.
 *
 * <p><b>What an event sees.</b> Events are ordered by time, those of one time by their number. The
 * window of length w of an event at t holds the events of its key in (t − w, t] that come before it
 * in that order; with {@link #upTo} itself, too. Windows of labels lie in (t − D − w, t − D], D
 * being the delay, and count a fraud if it was known at t. So the answers depend on which events
 * are there and on nothing else: not on the order in which they came, nor on what was asked before.
 *
 * <p><b>Late events</b> are put in their place and count for everything after them; what was
 * answered before stays answered. An event that came already is not counted again, so that a log
 * may be read twice. What is older than the newest event of its key by more than the longest
 * window, the delay and the lateness together is {@link Arrival#TOO_LATE}. A key that was silent
 * for longer than the plan's memory begins anew with the event that ends the silence, even if one
 * from within it comes late.
 *
 * <p><b>Cost.</b> An event in order, and a question about a moment behind the newest event:
 * O(windows · log n) for n kept events of the key, different values amortised O(1) each. A late
 * event: O(n). A question about an earlier moment: O(n) if different values are counted, else as
 * above. Memory: 24 bytes an event and key, with 8 and about 60 for each different value; about 300
 * for a key.
 *
 * <p>Windows over streams: M. Datar and others, "Maintaining Stream Statistics over Sliding
 * Windows", SIAM Journal on Computing 31(6), 2002, who approximate what here is exact, since the
 * events of one key are few. Delayed labels: Y.-A. Le Borgne and others, "Reproducible Machine
 * Learning for Credit Card Fraud Detection", 2022, chapter 3.
 *
 * <p>For one thread at a time, questions included.
 */
public final class VelocityStore {

  private static final String STORED = "velocity";
  private static final int FORMAT = 1;

  private final VelocityPlan plan;
  private final KeySpan[] spans;

  /** Where an event has what each kind counts: a key's place, or behind all keys a value's. */
  private final int[][] named;

  private final List<Map<String, KeyHistory>> keys = new ArrayList<>();

  /** An empty one. */
  public VelocityStore(VelocityPlan plan) {
    this.plan = plan;
    spans = plan.keys().stream().map(key -> KeySpan.of(key, plan)).toArray(KeySpan[]::new);
    named = plan.keys().stream().map(this::named).toArray(int[][]::new);
    plan.keys().forEach(key -> keys.add(new HashMap<>()));
  }

  private int[] named(KeyPlan key) {
    List<String> kinds = plan.keys().stream().map(KeyPlan::kind).toList();
    return key.distinct().stream()
        .mapToInt(
            name ->
                kinds.contains(name)
                    ? kinds.indexOf(name)
                    : kinds.size() + plan.values().indexOf(name))
        .toArray();
  }

  /** What is kept. */
  public VelocityPlan plan() {
    return plan;
  }

  /**
   * Adds an event to each of its keys.
   *
   * @return how it came to each kind in the plan's order; in order where it has no such key
   * @throws IllegalArgumentException if it has not as many keys and values as the plan
   */
  public List<Arrival> add(VelocityEvent event) {
    require(event);
    var arrivals = new ArrayList<Arrival>();
    for (int kind = 0; kind < spans.length; kind++) {
      String id = event.keys().get(kind);
      arrivals.add(
          id == null
              ? Arrival.IN_ORDER
              : history(kind, id)
                  .add(event.time(), event.number(), event.amount(), values(kind, event)));
    }
    return arrivals;
  }

  private KeyHistory history(int kind, String id) {
    return keys.get(kind)
        .computeIfAbsent(id, added -> new KeyHistory(spans[kind], named[kind].length));
  }

  private String[] values(int kind, VelocityEvent event) {
    String[] values = new String[named[kind].length];
    for (int name = 0; name < values.length; name++) {
      int place = named[kind][name];
      values[name] =
          place < spans.length ? event.keys().get(place) : event.values().get(place - spans.length);
    }
    return values;
  }

  /**
   * What each key's past looked like to an event, itself not counted, whether it was added or not.
   *
   * @return of each kind in the plan's order; of a key that the event lacks as if never seen
   */
  public List<KeyVelocity> before(VelocityEvent event) {
    return asOf(event, false);
  }

  /** The same with the event itself, if it was added. */
  public List<KeyVelocity> upTo(VelocityEvent event) {
    return asOf(event, true);
  }

  private List<KeyVelocity> asOf(VelocityEvent event, boolean included) {
    require(event);
    var answers = new ArrayList<KeyVelocity>();
    for (int kind = 0; kind < spans.length; kind++) {
      answers.add(asOf(kind, event.keys().get(kind), event.time(), event.number(), included));
    }
    return answers;
  }

  /**
   * What is known of a key at a time, all events of that time included.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  public KeyVelocity at(String kind, String id, long time) {
    return asOf(plan.place(kind), id, time, Long.MAX_VALUE, true);
  }

  private KeyVelocity asOf(int kind, String id, long time, long number, boolean included) {
    KeyHistory history = id == null ? null : keys.get(kind).get(id);
    KeyPlan key = plan.keys().get(kind);
    return history == null
        ? KeyVelocity.none(key, true)
        : history.asOf(time, number, included, key);
  }

  /**
   * Notes that an event is known as a fraud. Mark after adding; an event that was forgotten, or
   * came too late, needs no mark.
   *
   * @param known since when, milliseconds of the epoch
   * @return whether any of its keys still has it
   */
  public boolean mark(VelocityEvent event, long known) {
    require(event);
    boolean kept = false;
    for (int kind = 0; kind < spans.length; kind++) {
      KeyHistory history = keys.get(kind).get(event.keys().get(kind));
      kept |= history != null && history.mark(event.time(), event.number(), known);
    }
    return kept;
  }

  /** Notes that an event that was marked has turned out to be none from a time on. */
  public void clear(VelocityEvent event, long at) {
    require(event);
    for (int kind = 0; kind < spans.length; kind++) {
      KeyHistory history = keys.get(kind).get(event.keys().get(kind));
      if (history != null) {
        history.clear(event.time(), event.number(), at);
      }
    }
  }

  /**
   * Gives back the memory of keys without an event for as long as the plan's memory and lateness
   * together; no answer changes by it. O(keys).
   *
   * @param now of the stream, milliseconds of the epoch
   * @return how many keys
   */
  public int forget(long now) {
    int before = keys();
    long memory = plan.memory().plus(plan.lateness()).toMillis();
    keys.forEach(each -> each.values().removeIf(history -> now - history.newest() > memory));
    return before - keys();
  }

  /** Keys of all kinds that are kept. */
  public int keys() {
    return keys.stream().mapToInt(Map::size).sum();
  }

  /** Events that are kept, one for each key that has it. */
  public long events() {
    return keys.stream()
        .flatMap(each -> each.values().stream())
        .mapToLong(KeyHistory::events)
        .sum();
  }

  private void require(VelocityEvent event) {
    if (event.keys().size() != spans.length || event.values().size() != plan.values().size()) {
      throw new IllegalArgumentException(
          "an event needs %d keys and %d values, but has %d and %d"
              .formatted(
                  spans.length, plan.values().size(), event.keys().size(), event.values().size()));
    }
  }

  /**
   * Stores all that is kept; the same state gives the same bytes. Of the plan only the wording is.
   */
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, STORED, FORMAT);
    Texts.write(out, plan.toString());
    for (Map<String, KeyHistory> each : keys) {
      out.writeInt(each.size());
      for (Map.Entry<String, KeyHistory> entry : new TreeMap<>(each).entrySet()) {
        Texts.write(out, entry.getKey());
        entry.getValue().write(out);
      }
    }
  }

  /**
   * Reads what was stored.
   *
   * @param plan with which it was stored
   * @throws IOException if the bytes are damaged or belong to another plan
   */
  public static VelocityStore read(DataInput in, VelocityPlan plan) throws IOException {
    StoredForm.readHeader(in, STORED, FORMAT);
    if (!plan.toString().equals(Texts.read(in))) {
      throw new IOException(
          "the velocities were stored with another plan; count them again from the log");
    }
    var store = new VelocityStore(plan);
    for (int kind = 0; kind < store.spans.length; kind++) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String id = Texts.read(in);
        if (id == null) {
          throw new IOException("damaged: a key without an id");
        }
        store.history(kind, id).read(in);
      }
    }
    return store;
  }
}
