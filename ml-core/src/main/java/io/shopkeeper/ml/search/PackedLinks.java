package io.shopkeeper.ml.search;

import java.util.Arrays;
import java.util.Optional;

/**
 * The links of the lowest level where none are added any more: each node's in ascending order, as
 * differences of 7 bits a byte, the least bits first and the highest bit set in all bytes but the
 * last. Immutable.
 */
final class PackedLinks {

  private final byte[] bytes;
  private final int[] starts;

  private PackedLinks(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  /**
   * Packs.
   *
   * @return empty where no array has room for it
   */
  static Optional<PackedLinks> of(LinkTable links) {
    int[] row = new int[links.capacity(0)];
    int[] starts = new int[links.nodes() + 1];
    long size = 0;
    for (int node = 0; node < links.nodes(); node++) {
      int count = sorted(links, node, row);
      for (int i = 0; i < count; i++) {
        size += length(row[i] - (i == 0 ? 0 : row[i - 1]));
      }
      if (size > LinkTable.MOST_CELLS) {
        return Optional.empty();
      }
      starts[node + 1] = (int) size;
    }
    byte[] bytes = new byte[(int) size];
    for (int node = 0; node < links.nodes(); node++) {
      int count = sorted(links, node, row);
      int at = starts[node];
      for (int i = 0; i < count; i++) {
        at = write(bytes, at, row[i] - (i == 0 ? 0 : row[i - 1]));
      }
    }
    return Optional.of(new PackedLinks(bytes, starts));
  }

  private static int sorted(LinkTable links, int node, int[] row) {
    int count = links.read(node, 0, row);
    Arrays.sort(row, 0, count);
    return count;
  }

  private static int length(int value) {
    return Math.max(1, (38 - Integer.numberOfLeadingZeros(value)) / 7);
  }

  private static int write(byte[] bytes, int from, int value) {
    int at = from;
    int rest = value;
    for (; rest > 0x7f; rest >>>= 7) {
      bytes[at++] = (byte) (rest | 0x80);
    }
    bytes[at++] = (byte) rest;
    return at;
  }

  /**
   * The links of a node.
   *
   * @param row written
   * @return how many
   */
  int read(int node, int[] row) {
    int end = starts[node + 1];
    int count = 0;
    int link = 0;
    for (int at = starts[node]; at < end; ) {
      int part = bytes[at++];
      int difference = part & 0x7f;
      for (int shift = 7; part < 0; shift += 7) {
        part = bytes[at++];
        difference |= (part & 0x7f) << shift;
      }
      link += difference;
      row[count++] = link;
    }
    return count;
  }

  /** Bytes that are held. */
  long size() {
    return bytes.length + 4L * starts.length;
  }
}
