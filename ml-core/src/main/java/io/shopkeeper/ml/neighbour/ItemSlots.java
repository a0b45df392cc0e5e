package io.shopkeeper.ml.neighbour;

import java.util.Arrays;

/**
 * Numbers the few of many items that somebody has to do with: 0, 1, … as they come. What is kept of
 * them then takes the room of the few. Open addressing with linear probing, at most half full. For
 * one thread.
 */
final class ItemSlots {

  /** 2³² over the golden ratio: neighbouring items come far apart (Knuth, TAOCP 3, 6.4). */
  private static final int SPREAD = 0x9E3779B9;

  private final int[] table;
  private final int shift;
  private final int[] items;
  private int size;

  /**
   * @param most how many different items may be added
   */
  ItemSlots(int most) {
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, most));
    table = new int[1 << bits];
    shift = 32 - bits;
    items = new int[most];
  }

  /** The slot of an item, its own from now on. */
  int add(int item) {
    int place = (item * SPREAD) >>> shift;
    for (int slot = table[place]; slot != 0; slot = table[place]) {
      if (items[slot - 1] == item) {
        return slot - 1;
      }
      place = (place + 1) & (table.length - 1);
    }
    items[size] = item;
    table[place] = ++size;
    return size - 1;
  }

  /** The slot of an item; −1 if it was not added. */
  int find(int item) {
    int place = (item * SPREAD) >>> shift;
    for (int slot = table[place]; slot != 0; slot = table[place]) {
      if (items[slot - 1] == item) {
        return slot - 1;
      }
      place = (place + 1) & (table.length - 1);
    }
    return -1;
  }

  /** The items by their slots. */
  int[] items() {
    return Arrays.copyOf(items, size);
  }
}
