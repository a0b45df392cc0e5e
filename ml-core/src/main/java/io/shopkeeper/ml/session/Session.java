package io.shopkeeper.ml.session;

import io.shopkeeper.ml.ranking.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody did without a long pause.
 *
 * @param items each once, in the order in which they were last met
 * @param end when the last was met, in milliseconds; 0 where unknown
 */
record Session(int[] items, long end) {

  /** Longer sessions lose their beginning. */
  static final int LONGEST = 256;

  private static final long MINUTE = 60_000;

  /** The sessions of a history, the oldest first. */
  static List<Session> of(History history, int gapMinutes) {
    var sessions = new ArrayList<Session>();
    int from = 0;
    for (int place = 1; place <= history.size(); place++) {
      if (place == history.size() || pause(history, place, gapMinutes)) {
        sessions.add(new Session(last(history, from, place), history.times()[place - 1]));
        from = place;
      }
    }
    return sessions;
  }

  /** Where the running session begins. */
  static int begin(History history, int gapMinutes) {
    int place = Math.max(0, history.size() - 1);
    while (place > 0 && !pause(history, place, gapMinutes)) {
      place--;
    }
    return place;
  }

  private static boolean pause(History history, int place, int gapMinutes) {
    return gapMinutes > 0
        && history.times()[place] - history.times()[place - 1] > gapMinutes * MINUTE;
  }

  private static int[] last(History history, int from, int to) {
    int[] kept = new int[Math.min(LONGEST, to - from)];
    int first = kept.length;
    for (int place = to - 1; place >= from && first > 0; place--) {
      int item = history.items()[place];
      boolean later = false;
      for (int i = first; i < kept.length && !later; i++) {
        later = kept[i] == item;
      }
      if (!later) {
        kept[--first] = item;
      }
    }
    return Arrays.copyOfRange(kept, first, kept.length);
  }
}
