package io.shopkeeper.ml.split;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Rows that belong together, such as those of one customer, numbered 0, 1, … as they come. */
final class Groups {

  private final int[] places;
  private final int[] sizes;

  private Groups(int[] places, int[] sizes) {
    this.places = places;
    this.sizes = sizes;
  }

  static Groups of(int[] groups) {
    Map<Integer, Integer> known = new HashMap<>();
    int[] places = new int[groups.length];
    for (int row = 0; row < groups.length; row++) {
      Integer place = known.putIfAbsent(groups[row], known.size());
      places[row] = place == null ? known.size() - 1 : place;
    }
    int[] sizes = new int[known.size()];
    for (int place : places) {
      sizes[place]++;
    }
    return new Groups(places, sizes);
  }

  int count() {
    return sizes.length;
  }

  /** The group of a row. */
  int of(int row) {
    return places[row];
  }

  /** Rows of a group. */
  int size(int group) {
    return sizes[group];
  }

  /** The rows of those groups. */
  BitSet rows(BitSet chosen) {
    var rows = new BitSet(places.length);
    for (int row = 0; row < places.length; row++) {
      rows.set(row, chosen.get(places[row]));
    }
    return rows;
  }
}
