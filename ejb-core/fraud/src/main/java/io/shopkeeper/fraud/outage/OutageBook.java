package io.shopkeeper.fraud.outage;

import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.fraud.boundary.OutageView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is missing, and since when. The database is missing from the first failure until somebody
 * says that it answers; anything else from the first decision without it until none was made
 * without it for a minute. For one thread at a time.
 */
public final class OutageBook {

  /** So long nothing must be missing until it counts as back. */
  static final Duration QUIET = Duration.ofMinutes(1);

  private final Map<Missing, Outage> running = new EnumMap<>(Missing.class);
  private final List<Outage> unwritten = new ArrayList<>();

  /** Of the database, the oldest first: the last, and those whose decisions are not all made up. */
  private final Deque<Outage> owing = new ArrayDeque<>();

  /** One of them. */
  private static final class Outage {

    private final Missing missing;
    private final Instant from;
    private Instant last;
    private Instant until;
    private long decisions;
    private long madeUp;
    private long heldBack;

    Outage(Missing missing, Instant from) {
      this.missing = missing;
      this.from = from;
      this.last = from;
    }

    OutageView view() {
      return new OutageView(missing, from, until, decisions, madeUp, heldBack);
    }

    long open() {
      return decisions - madeUp - heldBack;
    }

    Line line() {
      return new Line(view(), last);
    }
  }

  /**
   * As it is to be stored.
   *
   * @param last when it was seen last
   */
  public record Line(OutageView view, Instant last) {}

  /** Something is missing from now on; nothing changes where that is known. */
  void begin(Missing missing, Instant at) {
    if (!running.containsKey(missing)) {
      var outage = new Outage(missing, at);
      running.put(missing, outage);
      changed(outage);
      if (missing == Missing.STORAGE) {
        owing.removeIf(earlier -> earlier.open() <= 0);
        owing.add(outage);
      }
    }
  }

  /**
   * So many decisions were made without it. One that could not ask the database is kept a moment
   * later: when the outage is over meanwhile, it still belongs to that.
   */
  void decided(Missing missing, int decisions, Instant at) {
    if (missing != Missing.STORAGE || owing.isEmpty()) {
      begin(missing, at);
    }
    Outage outage = running.getOrDefault(missing, owing.peekLast());
    outage.decisions += decisions;
    if (outage.until == null && at.isAfter(outage.last)) {
      outage.last = at;
    }
    changed(outage);
  }

  /** It is there again; nothing happens where it was not missing. */
  void end(Missing missing, Instant at) {
    Outage outage = running.remove(missing);
    if (outage != null) {
      outage.until = at;
      outage.last = at;
      changed(outage);
    }
  }

  /** Ends what was not missing for a while. */
  void look(Instant now) {
    for (Outage outage : List.copyOf(running.values())) {
      if (outage.missing != Missing.STORAGE && outage.last.plus(QUIET).isBefore(now)) {
        end(outage.missing, outage.last);
      }
    }
  }

  /**
   * So many decisions that were made without a database were stored, and so many put aside. They
   * come in the order in which they were made, and so count for the oldest time that lacks any.
   */
  void madeUp(int stored, int aside) {
    int storedLeft = stored;
    int asideLeft = aside;
    for (Outage outage : owing) {
      // What is stored before it was counted goes to the last.
      long most = outage == owing.peekLast() ? Long.MAX_VALUE : outage.open();
      int storedHere = (int) Math.min(storedLeft, most);
      int asideHere = (int) Math.min(asideLeft, most - storedHere);
      if (storedHere + asideHere > 0) {
        outage.madeUp += storedHere;
        outage.heldBack += asideHere;
        changed(outage);
      }
      storedLeft -= storedHere;
      asideLeft -= asideHere;
    }
  }

  private void changed(Outage outage) {
    if (!unwritten.contains(outage)) {
      unwritten.add(outage);
    }
  }

  /** Those that last. */
  List<OutageView> running() {
    return running.values().stream().map(Outage::view).toList();
  }

  /** What has changed since it was written last. */
  List<Line> unwritten() {
    return unwritten.stream().map(Outage::line).toList();
  }

  /** These are written; what has changed meanwhile has to be written again. */
  void written(List<Line> lines) {
    unwritten.removeIf(outage -> lines.contains(outage.line()));
  }
}
