package io.shopkeeper.fraud.outage;

import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.fraud.boundary.OutageView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  private Outage lastOfStorage;

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
        lastOfStorage = outage;
      }
    }
  }

  /** So many decisions were made without it. */
  void decided(Missing missing, int decisions, Instant at) {
    begin(missing, at);
    Outage outage = running.get(missing);
    outage.decisions += decisions;
    outage.last = at.isAfter(outage.last) ? at : outage.last;
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

  /** So many decisions of the last time without a database were stored, and so many put aside. */
  void madeUp(int stored, int aside) {
    if (lastOfStorage != null) {
      lastOfStorage.madeUp += stored;
      lastOfStorage.heldBack += aside;
      changed(lastOfStorage);
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
