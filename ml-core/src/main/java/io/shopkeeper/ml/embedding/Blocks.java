package io.shopkeeper.ml.embedding;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.data.Shuffle;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Users and items dealt into blocks, and the cells of each pair of blocks in a random order. */
final class Blocks {

  /** Fewer items than this a block would leave too few to draw from. */
  private static final int LEAST_ITEMS = 16;

  private final int count;
  private final int[] users;
  private final int[][] items;
  private final int[][][] cells;

  Blocks(InteractionMatrix matrix, int most, SplittableRandom random) {
    count = Math.clamp(matrix.items() / LEAST_ITEMS, 1, most);
    int[] userBlock = deal(matrix.users(), random);
    int[] itemBlock = deal(matrix.items(), random);
    items = new int[count][];
    for (int block = 0; block < count; block++) {
      items[block] = members(itemBlock, block);
    }
    users = new int[matrix.nonZeros()];
    int[][] sizes = new int[count][count];
    for (int user = 0; user < matrix.users(); user++) {
      for (int cell = matrix.rowStart(user); cell < matrix.rowEnd(user); cell++) {
        users[cell] = user;
        sizes[userBlock[user]][itemBlock[matrix.column(cell)]]++;
      }
    }
    cells = new int[count][count][];
    for (int one = 0; one < count; one++) {
      for (int two = 0; two < count; two++) {
        cells[one][two] = new int[sizes[one][two]];
      }
    }
    for (int cell : Shuffle.upTo(matrix.nonZeros(), random)) {
      int one = userBlock[users[cell]];
      int two = itemBlock[matrix.column(cell)];
      cells[one][two][--sizes[one][two]] = cell;
    }
  }

  private int[] deal(int size, SplittableRandom random) {
    int[] block = new int[size];
    int place = 0;
    for (int one : Shuffle.upTo(size, random)) {
      block[one] = place++ % count;
    }
    return block;
  }

  private static int[] members(int[] blocks, int wanted) {
    int[] members = new int[blocks.length];
    int size = 0;
    for (int one = 0; one < blocks.length; one++) {
      if (blocks[one] == wanted) {
        members[size++] = one;
      }
    }
    return Arrays.copyOf(members, size);
  }

  int count() {
    return count;
  }

  int[] items(int block) {
    return items[block];
  }

  int[] cells(int userBlock, int itemBlock) {
    return cells[userBlock][itemBlock];
  }

  int userOf(int cell) {
    return users[cell];
  }
}
