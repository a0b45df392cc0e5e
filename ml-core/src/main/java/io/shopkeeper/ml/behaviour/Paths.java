package io.shopkeeper.ml.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ways through sessions: the kinds of their acts one after the other, of acts of the same kind
 * in a row only the first, up to a number of steps.
 */
public final class Paths {

  /** The greatest number of a kind. */
  public static final int MOST_KIND = 14;

  /** Steps of a path at most. */
  public static final int MOST_STEPS = 12;

  private static final int BITS = 4;

  private Paths() {}

  /**
   * A path.
   *
   * @param kinds of its steps
   * @param more whether sessions that took it may have gone on
   * @param sessions that took it
   */
  public record Path(List<Integer> kinds, boolean more, long sessions) {
    public Path {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * Paths, the most frequent first; of equally frequent ones the one whose kinds come first.
   *
   * @param all sessions
   * @param different different paths
   * @param paths the most frequent
   */
  public record Found(long all, int different, List<Path> paths) {
    public Found {
      paths = List.copyOf(paths);
    }
  }

  /**
   * Of all sessions that count.
   *
   * @param gap see {@link Sessions}
   * @param steps 1 to {@value #MOST_STEPS}: what comes after is not looked at
   * @param most how many paths are wanted
   */
  public static Found of(ActLog log, ActFilter filter, long gap, int steps, int most) {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new IllegalArgumentException("no number of steps: " + steps);
    }
    var counts = new LongCounts();
    long[] all = new long[1];
    Sessions.forEach(
        log,
        filter,
        gap,
        (person, rows, from, to) -> {
          counts.add(code(log, rows, from, to, steps));
          all[0]++;
        });
    List<Path> paths = new ArrayList<>();
    counts.forEach((code, count) -> paths.add(path(code, steps, count)));
    paths.sort(
        Comparator.comparingLong(Path::sessions)
            .reversed()
            .thenComparing(path -> path.kinds().toString()));
    return new Found(all[0], paths.size(), paths.subList(0, Math.min(most, paths.size())));
  }

  private static long code(ActLog log, int[] rows, int from, int to, int steps) {
    long code = 0;
    int before = -1;
    for (int i = from, taken = 0; i < to && taken < steps; i++) {
      int kind = log.kind(rows[i]);
      if (kind != before) {
        code |= (kind + 1L) << (BITS * taken++);
        before = kind;
      }
    }
    return code;
  }

  private static Path path(long code, int steps, long count) {
    List<Integer> kinds = new ArrayList<>();
    for (long rest = code; rest != 0; rest >>>= BITS) {
      kinds.add((int) (rest & (MOST_KIND + 1)) - 1);
    }
    return new Path(kinds, kinds.size() == steps, count);
  }
}
