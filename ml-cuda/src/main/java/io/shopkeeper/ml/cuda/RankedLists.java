package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.TopHeap;

/**
 * The lists that blocks of a kernel leave on the device: for each row so many items, best first,
 * and their scores; places without an item hold the greatest integer.
 */
record RankedLists(DeviceBuffer items, DeviceBuffer scores, int rows, int most) {

  private static final int NOTHING = Integer.MAX_VALUE;

  static RankedLists space(DeviceMemory.Room room, int rows, int most) {
    long cells = (long) rows * most;
    return new RankedLists(room.space(cells), room.space(cells), rows, most);
  }

  /** Copies the lists to rows of the result, as they are. */
  void copyOut(Device device, RankedRows to, int first) {
    device.copyOut(items, to.indices(), first * most, rows * most);
    device.copyOut(scores, new FloatBlock(to.scores(), first * most, most), rows, most);
    for (int row = first; row < first + rows; row++) {
      int count = most;
      for (int place = (row + 1) * most - 1; count > 0; place--, count--) {
        if (to.indices()[place] != NOTHING) {
          break;
        }
        to.indices()[place] = 0;
        to.scores()[place] = 0;
      }
      to.counts()[row] = count;
    }
  }

  /** Offers what is on the lists to heaps, items being numbered from this one. */
  void offer(Device device, int firstItem, TopHeap[] best, int first) {
    int[] found = new int[rows * most];
    float[] values = new float[rows * most];
    device.copyOut(items, found, 0, found.length);
    device.copyOut(scores, FloatBlock.of(values, most), rows, most);
    for (int cell = 0; cell < found.length; cell++) {
      if (found[cell] != NOTHING) {
        best[first + cell / most].offer(firstItem + found[cell], values[cell]);
      }
    }
  }
}
