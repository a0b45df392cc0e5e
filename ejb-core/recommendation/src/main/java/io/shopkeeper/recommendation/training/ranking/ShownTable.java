package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Writes lists that were shown into a snapshot, a row for each product, the newest list first. Who
 * a visitor was, and what the product, cannot be told from it. For one thread.
 */
final class ShownTable {

  static final String NAME = "shown";
  static final String LIST = "list";
  static final String UNIT = "unit";
  static final String AT = "at";
  static final String FOLLOWED = "followed";

  private final TableWriter table;
  private final ColumnWriter list;
  private final ColumnWriter unit;
  private final ColumnWriter at;
  private final ColumnWriter followed;
  private final List<ColumnWriter> features = new ArrayList<>();
  private final Map<String, Integer> units = new HashMap<>();
  private final long[] counts = new long[FollowUp.values().length];
  private final MessageDigest digest;
  private int lists;
  private long oldest;
  private long newest;

  ShownTable(SnapshotWriter writer) throws IOException {
    table = writer.table(NAME);
    list = table.ints(LIST);
    unit = table.ints(UNIT);
    at = table.longs(AT);
    followed = table.ints(FOLLOWED);
    for (Feature feature : Feature.all()) {
      features.add(table.floats(feature.word()));
    }
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Takes the next list, which is older than the one before. */
  void add(ShownList shown, List<FollowUp> outcomes) throws IOException {
    digest.update((shown.at() + "\n" + outcomes + "\n").getBytes(StandardCharsets.UTF_8));
    newest = lists == 0 ? shown.at() : newest;
    oldest = shown.at();
    int person = units.computeIfAbsent(shown.unit(), added -> units.size());
    for (int place = 0; place < outcomes.size(); place++) {
      counts[outcomes.get(place).strength()]++;
      list.add(lists);
      unit.add(person);
      at.add(shown.at());
      followed.add(outcomes.get(place).strength());
      for (int i = 0; i < Feature.WIDTH; i++) {
        features.get(i).add(shown.features()[place * Feature.WIDTH + i]);
      }
      table.endRow();
    }
    lists++;
  }

  int lists() {
    return lists;
  }

  int units() {
    return units.size();
  }

  /** Products that were shown. */
  long rows() {
    return table.rows();
  }

  /** Products for which at least that followed. */
  long atLeast(FollowUp outcome) {
    long sum = 0;
    for (int i = outcome.strength(); i < counts.length; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** When the first of them was shown; milliseconds since 1970. */
  long oldest() {
    return oldest;
  }

  /** When the last of them was shown; milliseconds since 1970. */
  long newest() {
    return newest;
  }

  /** Of what was written; to be asked once. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
