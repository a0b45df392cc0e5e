package io.shopkeeper.ml.search;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The stored form of an index: its options, its width, the seed of its levels, and its graph. */
record StoredGraph(HnswOptions options, long seed, Graph graph) {

  private static final String NAME = "hnsw";
  private static final int FORMAT = 1;

  void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    out.writeUTF(options.measure().name());
    out.writeInt(options.links());
    out.writeInt(options.buildBeam());
    out.writeInt(graph.width());
    out.writeLong(seed);
    out.writeInt(graph.entry());
    graph.links().write(out);
    StoredForm.write(out, Arrays.copyOf(graph.vectors(), graph.links().nodes() * graph.width()));
  }

  /**
   * Reads.
   *
   * @throws IOException if the bytes are not such an index, or of a newer format
   */
  static StoredGraph read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    try {
      var options =
          new HnswOptions(VectorMeasure.valueOf(in.readUTF()), in.readInt(), in.readInt());
      int width = in.readInt();
      long seed = in.readLong();
      int entry = in.readInt();
      LinkTable links = LinkTable.read(in, options.links());
      var graph = new Graph(links, StoredForm.readFloats(in), width, entry);
      check(graph);
      return new StoredGraph(options, seed, graph);
    } catch (IllegalArgumentException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }

  private static void check(Graph graph) throws IOException {
    int nodes = graph.links().nodes();
    int entry = graph.entry();
    boolean whole = graph.vectors().length == (long) nodes * graph.width();
    if (!whole || entry < 0 || (nodes > 0 && entry >= nodes) || (nodes == 0 && entry > 0)) {
      throw new IOException("damaged: the vectors do not fit the links");
    }
    for (float value : graph.vectors()) {
      if (!Float.isFinite(value)) {
        throw new IOException("damaged: a vector's values must be finite");
      }
    }
  }
}
