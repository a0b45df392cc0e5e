package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A log without some interactions of each user, and those: what the second stage learns from.
 *
 * @param training what the components learn from
 * @param questions one for each user of whom something new was held out
 */
record HeldOut(RankingData training, List<Question> questions) {

  /**
   * One user.
   *
   * @param history what the user is known by
   * @param wanted items that were held out, none of them in the history
   */
  record Question(History history, BitSet wanted) {}

  /**
   * Holds out, of each user with two items or more, a part of the interactions, at least one and at
   * most {@code most}.
   */
  static HeldOut of(RankingData data, HeldOutChoice choice, double part, int most, long seed) {
    InteractionLog log = data.log();
    boolean[] held = new boolean[log.size()];
    var random = new SplittableRandom(seed);
    for (int[] rows : rowsOfUsers(log)) {
      int count = Math.min(most, (int) Math.max(1, part * rows.length));
      if (rows.length > 1) {
        for (int i = 0; i < count && i < rows.length - 1; i++) {
          int last = rows.length - 1 - i;
          int chosen = choice == HeldOutChoice.LAST ? last : random.nextInt(last + 1);
          held[rows[chosen]] = true;
          rows[chosen] = rows[last];
        }
      }
    }
    int[] kept = places(held, false);
    InteractionLog training = log.select(kept);
    return new HeldOut(
        new RankingData(training, data.attributes()), questions(log, training, held));
  }

  private static int[][] rowsOfUsers(InteractionLog log) {
    int[] counts = new int[log.users()];
    for (int user : log.user()) {
      counts[user]++;
    }
    int[][] rows = new int[log.users()][];
    Arrays.setAll(rows, user -> new int[counts[user]]);
    int[] next = new int[log.users()];
    for (int row = 0; row < log.size(); row++) {
      int user = log.user()[row];
      rows[user][next[user]++] = row;
    }
    return rows;
  }

  private static int[] places(boolean[] held, boolean wanted) {
    int[] places = new int[held.length];
    int size = 0;
    for (int row = 0; row < held.length; row++) {
      if (held[row] == wanted) {
        places[size++] = row;
      }
    }
    return Arrays.copyOf(places, size);
  }

  private static List<Question> questions(
      InteractionLog log, InteractionLog training, boolean[] held) {
    var wanted = new BitSet[log.users()];
    for (int row : places(held, true)) {
      int user = log.user()[row];
      wanted[user] = wanted[user] == null ? new BitSet() : wanted[user];
      wanted[user].set(log.item()[row]);
    }
    List<Question> questions = new ArrayList<>();
    for (History history : training.histories()) {
      BitSet items = wanted[history.user()];
      if (items != null) {
        for (int item : history.items()) {
          items.clear(item);
        }
        if (!items.isEmpty()) {
          questions.add(new Question(history, items));
        }
      }
    }
    return questions;
  }
}
