package io.shopkeeper.ml.behaviour;

import java.util.Arrays;
import java.util.List;

/**
 * What sessions are like. Days and hours are those of UTC, a session's those of its first act.
 *
 * @param sessions how many
 * @param people how many have one
 * @param acts in all of them
 * @param single sessions of one act
 * @param converted sessions with an act of the wanted kind
 * @param medianMillis from the first act to the last; of an even number the lower one in the middle
 * @param lengths sessions of as many acts as {@link #LENGTHS} says
 * @param hours sessions by weekday, Monday first, and hour
 */
public record SessionFigures(
    long sessions,
    long people,
    long acts,
    long single,
    long converted,
    long medianMillis,
    List<Long> lengths,
    List<List<Long>> hours) {

  /** The fewest acts of each class of lengths; each ends before the next. */
  public static final List<Integer> LENGTHS = List.of(1, 2, 3, 5, 10, 20, 50);

  private static final long HOUR = 3_600_000;
  private static final int DAY_HOURS = 24;
  private static final int WEEK_DAYS = 7;

  /** 1970 began on a Thursday. */
  private static final int FIRST_DAY = 3;

  public SessionFigures {
    lengths = List.copyOf(lengths);
    hours = hours.stream().map(List::copyOf).toList();
  }

  /**
   * Of all sessions that count.
   *
   * @param gap see {@link Sessions}
   * @param wanted the kind of act that makes a session a converted one
   */
  public static SessionFigures of(ActLog log, ActFilter filter, long gap, byte wanted) {
    var count = new Count(log, wanted);
    Sessions.forEach(log, filter, gap, count::add);
    return count.figures();
  }

  /** Mean acts of a session; 0 without any. */
  public double meanActs() {
    return sessions == 0 ? 0 : (double) acts / sessions;
  }

  private static final class Count {
    private final ActLog log;
    private final byte wanted;
    private final long[] lengths = new long[LENGTHS.size()];
    private final long[][] hours = new long[WEEK_DAYS][DAY_HOURS];
    private long[] durations = new long[1024];
    private int sessions;
    private int people;
    private int last = -1;
    private long acts;
    private long single;
    private long converted;

    Count(ActLog log, byte wanted) {
      this.log = log;
      this.wanted = wanted;
    }

    void add(int person, int[] rows, int from, int to) {
      if (sessions == durations.length) {
        durations = Arrays.copyOf(durations, sessions * 2);
      }
      long begin = log.time(rows[from]);
      durations[sessions++] = log.time(rows[to - 1]) - begin;
      people += person == last ? 0 : 1;
      last = person;
      int length = to - from;
      acts += length;
      single += length == 1 ? 1 : 0;
      lengths[place(length)]++;
      long hour = Math.floorDiv(begin, HOUR);
      long day = Math.floorDiv(hour, DAY_HOURS);
      hours[Math.floorMod(day + FIRST_DAY, WEEK_DAYS)][Math.floorMod(hour, DAY_HOURS)]++;
      for (int i = from; i < to; i++) {
        if (log.kind(rows[i]) == wanted) {
          converted++;
          break;
        }
      }
    }

    private static int place(int length) {
      int place = LENGTHS.size() - 1;
      while (LENGTHS.get(place) > length) {
        place--;
      }
      return place;
    }

    SessionFigures figures() {
      Arrays.sort(durations, 0, sessions);
      return new SessionFigures(
          sessions,
          people,
          acts,
          single,
          converted,
          sessions == 0 ? 0 : durations[(sessions - 1) / 2],
          Arrays.stream(lengths).boxed().toList(),
          Arrays.stream(hours).map(day -> Arrays.stream(day).boxed().toList()).toList());
    }
  }
}
