package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The features that a model knows, and how much each tells: idf = ln((1 + n) / (1 + texts with it))
 * + 1. Makes of a text a sparse vector of (1 + ln count) · idf, of length 1 for each kind of
 * feature. Immutable, safe for several threads.
 */
final class Vocabulary {

  private final LinearTextOptions options;
  private final long[] hashes;
  private final float[] idf;
  private final int pieces;
  private final long[] slots;
  private final int[] places;

  /**
   * @param hashes of all kinds, one kind after another
   * @param pieces where those of {@link Grams#PIECES} begin
   */
  private Vocabulary(LinearTextOptions options, long[] hashes, float[] idf, int pieces) {
    this.options = options;
    this.hashes = hashes;
    this.idf = idf;
    this.pieces = pieces;
    int size = Integer.highestOneBit(Math.max(8, hashes.length)) << 2;
    slots = new long[size];
    places = new int[size];
    for (int place = 0; place < hashes.length; place++) {
      int slot = (int) hashes[place] & (size - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (size - 1);
      }
      slots[slot] = hashes[place];
      places[slot] = place;
    }
  }

  /** Of counted features. */
  static Vocabulary of(LinearTextOptions options, GramCensus.Counted[] kinds, int texts) {
    int size = Arrays.stream(kinds).mapToInt(kind -> kind.hashes().length).sum();
    long[] hashes = new long[size];
    float[] idf = new float[size];
    int at = 0;
    for (GramCensus.Counted kind : kinds) {
      System.arraycopy(kind.hashes(), 0, hashes, at, kind.hashes().length);
      for (int count : kind.texts()) {
        idf[at++] = (float) (Math.log((1.0 + texts) / (1.0 + count)) + 1);
      }
    }
    return new Vocabulary(options, hashes, idf, kinds[Grams.RUNS].hashes().length);
  }

  /** How many features. */
  int size() {
    return hashes.length;
  }

  /** A reader of texts for one thread. */
  Grams reader() {
    return new Grams(options);
  }

  /** A text as a vector. */
  SparseText vector(Grams reader, String text) {
    reader.read(text);
    int[] known = new int[reader.size(Grams.RUNS) + reader.size(Grams.PIECES)];
    int count = 0;
    for (int kind = 0; kind < Grams.KINDS; kind++) {
      long[] found = reader.hashes(kind);
      for (int i = 0; i < reader.size(kind); i++) {
        int place = place(found[i]);
        if (place >= 0) {
          known[count++] = place;
        }
      }
    }
    return vector(known, count);
  }

  private SparseText vector(int[] known, int count) {
    Arrays.sort(known, 0, count);
    int[] features = new int[count];
    float[] values = new float[count];
    double[] squares = new double[Grams.KINDS];
    int size = 0;
    for (int from = 0, to; from < count; from = to) {
      to = from + 1;
      while (to < count && known[to] == known[from]) {
        to++;
      }
      double value = (1 + Math.log(to - from)) * idf[known[from]];
      features[size] = known[from];
      values[size++] = (float) value;
      squares[kind(known[from])] += value * value;
    }
    for (int i = 0; i < size; i++) {
      values[i] /= (float) Math.sqrt(squares[kind(features[i])]);
    }
    return new SparseText(Arrays.copyOf(features, size), Arrays.copyOf(values, size));
  }

  private int kind(int feature) {
    return feature < pieces ? Grams.RUNS : Grams.PIECES;
  }

  private int place(long hash) {
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != 0) {
      if (slots[slot] == hash) {
        return places[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  void write(DataOutput out) throws IOException {
    int[] high = new int[hashes.length];
    int[] low = new int[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      high[i] = (int) (hashes[i] >>> 32);
      low[i] = (int) hashes[i];
    }
    StoredForm.write(out, high);
    StoredForm.write(out, low);
    StoredForm.write(out, idf);
    out.writeInt(pieces);
  }

  static Vocabulary read(DataInput in, LinearTextOptions options) throws IOException {
    int[] high = StoredForm.readInts(in);
    int[] low = StoredForm.readInts(in);
    float[] idf = StoredForm.readFloats(in);
    int pieces = in.readInt();
    if (low.length != high.length
        || idf.length != high.length
        || pieces < 0
        || pieces > high.length) {
      throw new IOException(
          "damaged: %d, %d and %d features, pieces from %d"
              .formatted(high.length, low.length, idf.length, pieces));
    }
    long[] hashes = new long[high.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = ((long) high[i] << 32) | (low[i] & 0xFFFFFFFFL);
    }
    return new Vocabulary(options, hashes, idf, pieces);
  }
}
