package io.shopkeeper.ml.search;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who is linked with whom on which level: a count and then nodes, at fixed places; or, until the
 * next node comes, the lowest level packed.
 */
final class LinkTable {

  static final int MOST_LEVELS = 40;

  /** What every JVM gives to one array. */
  static final int MOST_CELLS = Integer.MAX_VALUE - 16;

  private final int links;
  private int nodes;
  private byte[] levels = new byte[0];
  private int[] base = new int[0];
  private PackedLinks packed;
  private int[] upper = new int[0];
  private int[] upperStarts = new int[1];

  /**
   * @param links most of a node; twice as many on level 0
   */
  LinkTable(int links) {
    this.links = links;
  }

  int nodes() {
    return nodes;
  }

  int level(int node) {
    return levels[node];
  }

  /** Most links of a node. */
  int capacity(int level) {
    return level == 0 ? 2 * links : links;
  }

  /** The array of a level. */
  int[] array(int level) {
    return level == 0 ? base : upper;
  }

  /** Where in {@link #array} the count of a node stands; its links follow. */
  int start(int node, int level) {
    return level == 0 ? node * (2 * links + 1) : upperStarts[node] + (level - 1) * (links + 1);
  }

  /**
   * The links of a node.
   *
   * @param row written; of at least {@link #capacity} cells
   * @return how many
   */
  int read(int node, int level, int[] row) {
    if (level == 0 && packed != null) {
      return packed.read(node, row);
    }
    int[] array = array(level);
    int start = start(node, level);
    System.arraycopy(array, start + 1, row, 0, array[start]);
    return array[start];
  }

  /** Takes as little room as it can, until a node is added. */
  void pack() {
    if (packed == null) {
      packed = PackedLinks.of(this).orElse(null);
    }
    if (packed != null) {
      base = new int[0];
    }
    levels = Arrays.copyOf(levels, nodes);
    upperStarts = Arrays.copyOf(upperStarts, nodes + 1);
    upper = Arrays.copyOf(upper, upperStarts[nodes]);
  }

  private void unpack() {
    if (packed != null) {
      base = open();
      packed = null;
    }
  }

  /** The lowest level at its fixed places, each node's links in ascending order. */
  private int[] open() {
    int[] open = new int[nodes * (2 * links + 1)];
    int[] row = new int[2 * links];
    for (int node = 0; node < nodes; node++) {
      int count = read(node, 0, row);
      Arrays.sort(row, 0, count);
      open[start(node, 0)] = count;
      System.arraycopy(row, 0, open, start(node, 0) + 1, count);
    }
    return open;
  }

  /** Makes room for so many nodes in all. */
  void reserve(int room) {
    levels = Arrays.copyOf(levels, room);
    upperStarts = Arrays.copyOf(upperStarts, room + 1);
    base = Arrays.copyOf(base, Math.multiplyExact(room, 2 * links + 1));
  }

  /** Adds a node without links. */
  void add(int level) {
    unpack();
    long cells = (nodes + 1L) * (2L * links + 1);
    if (cells > MOST_CELLS) {
      throw new IllegalArgumentException("%,d vectors are too many".formatted(nodes + 1L));
    }
    if (nodes == levels.length) {
      reserve(Math.min(room(nodes), MOST_CELLS / (2 * links + 1)));
    }
    int end = upperStarts[nodes] + level * (links + 1);
    if (end > upper.length) {
      upper = Arrays.copyOf(upper, room(end));
    }
    levels[nodes++] = (byte) level;
    upperStarts[nodes] = end;
  }

  /**
   * Half as much again as is needed, as far as an array goes.
   *
   * @throws IllegalArgumentException if no array has room for what is needed
   */
  static int room(long needed) {
    if (needed > MOST_CELLS) {
      throw new IllegalArgumentException(
          "%,d values are too many: at most %,d can be held".formatted(needed, MOST_CELLS));
    }
    return (int) Math.min(16 + needed + needed / 2, MOST_CELLS);
  }

  /** Bytes that are held. */
  long bytes() {
    return levels.length
        + 4L * (upperStarts.length + base.length + upper.length)
        + (packed == null ? 0 : packed.size());
  }

  void write(DataOutput out) throws IOException {
    int[] all = new int[nodes];
    Arrays.setAll(all, node -> levels[node]);
    StoredForm.write(out, all);
    StoredForm.write(out, open());
    StoredForm.write(out, Arrays.copyOf(upper, upperStarts[nodes]));
  }

  /**
   * Reads stored links.
   *
   * @throws IOException if a link leads nowhere
   */
  static LinkTable read(DataInput in, int links) throws IOException {
    var table = new LinkTable(links);
    int[] levels = StoredForm.readInts(in);
    table.base = StoredForm.readInts(in);
    table.upper = StoredForm.readInts(in);
    table.nodes = levels.length;
    table.levels = new byte[levels.length];
    table.upperStarts = new int[table.nodes + 1];
    for (int node = 0; node < table.nodes; node++) {
      int level = levels[node];
      if (level < 0 || level > MOST_LEVELS) {
        throw new IOException("damaged: node %d on level %d".formatted(node, level));
      }
      long end = table.upperStarts[node] + (long) level * (links + 1);
      if (end > table.upper.length) {
        throw new IOException("damaged: links are missing");
      }
      table.levels[node] = (byte) level;
      table.upperStarts[node + 1] = (int) end;
    }
    if (table.base.length != (long) table.nodes * (2 * links + 1)
        || table.upper.length != table.upperStarts[table.nodes]
        || !IntStream.range(0, table.nodes).allMatch(table::sound)) {
      throw new IOException("damaged: the links do not fit together");
    }
    return table;
  }

  private boolean sound(int node) {
    for (int level = 0; level <= levels[node]; level++) {
      int start = start(node, level);
      int[] array = array(level);
      if (array[start] < 0 || array[start] > capacity(level)) {
        return false;
      }
      for (int i = start + 1; i <= start + array[start]; i++) {
        if (array[i] < 0 || array[i] >= nodes || levels[array[i]] < level) {
          return false;
        }
      }
    }
    return true;
  }
}
