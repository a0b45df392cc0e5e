package io.shopkeeper.ml.search;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Who is linked with whom on which level: a count and then nodes, at fixed places. */
final class LinkTable {

  static final int MOST_LEVELS = 40;

  /** What every JVM gives to one array. */
  static final int MOST_CELLS = Integer.MAX_VALUE - 16;

  private final int links;
  private int nodes;
  private int[] levels = new int[0];
  private int[] base = new int[0];
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

  /** Makes room for so many nodes in all. */
  void reserve(int room) {
    levels = Arrays.copyOf(levels, room);
    upperStarts = Arrays.copyOf(upperStarts, room + 1);
    base = Arrays.copyOf(base, Math.multiplyExact(room, 2 * links + 1));
  }

  /** Adds a node without links. */
  void add(int level) {
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
    levels[nodes++] = level;
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
    return 4L * (levels.length + upperStarts.length + base.length + upper.length);
  }

  void write(DataOutput out) throws IOException {
    StoredForm.write(out, Arrays.copyOf(levels, nodes));
    StoredForm.write(out, Arrays.copyOf(base, nodes * (2 * links + 1)));
    StoredForm.write(out, Arrays.copyOf(upper, upperStarts[nodes]));
  }

  /**
   * Reads stored links.
   *
   * @throws IOException if a link leads nowhere
   */
  static LinkTable read(DataInput in, int links) throws IOException {
    var table = new LinkTable(links);
    table.levels = StoredForm.readInts(in);
    table.base = StoredForm.readInts(in);
    table.upper = StoredForm.readInts(in);
    table.nodes = table.levels.length;
    table.upperStarts = new int[table.nodes + 1];
    for (int node = 0; node < table.nodes; node++) {
      int level = table.levels[node];
      if (level < 0 || level > MOST_LEVELS) {
        throw new IOException("damaged: node %d on level %d".formatted(node, level));
      }
      long end = table.upperStarts[node] + (long) level * (links + 1);
      if (end > table.upper.length) {
        throw new IOException("damaged: links are missing");
      }
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
