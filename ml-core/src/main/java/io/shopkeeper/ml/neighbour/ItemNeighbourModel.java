package io.shopkeeper.ml.neighbour;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The nearest neighbours of each item. Immutable and safe for use by several threads.
 *
 * <p>Stored as: magic {@code SKIN}, format version, items, then for each item the number of
 * neighbours, their indices and their similarities, big-endian.
 */
public final class ItemNeighbourModel {

  private static final int MAGIC = 0x534B494E;
  private static final int FORMAT = 1;

  /** Up to this part of the items, to number them costs less than to look at all. */
  private static final int FEW = 3;

  private final int[][] neighbours;
  private final float[][] similarities;

  private ItemNeighbourModel(int[][] neighbours, float[][] similarities) {
    this.neighbours = neighbours;
    this.similarities = similarities;
  }

  /** For each item those it is a neighbour of, the most similar first. */
  ItemNeighbourModel turned() {
    int[] counts = new int[neighbours.length];
    for (int[] row : neighbours) {
      for (int neighbour : row) {
        counts[neighbour]++;
      }
    }
    List<TopItems> rows = new ArrayList<>(counts.length);
    for (int count : counts) {
      rows.add(new TopItems(Math.max(1, count)));
    }
    for (int item = 0; item < neighbours.length; item++) {
      for (int i = 0; i < neighbours[item].length; i++) {
        rows.get(neighbours[item][i]).offer(item, similarities[item][i]);
      }
    }
    return of(rows.stream().map(TopItems::drain).toList());
  }

  /** How many items it knows: 0 to this, exclusive. */
  public int items() {
    return neighbours.length;
  }

  /** A copy of an item's neighbours, nearest first; empty for an unknown item. */
  public int[] neighboursOf(int item) {
    return known(item) ? neighbours[item].clone() : new int[0];
  }

  /** A copy of the similarities to {@link #neighboursOf}. */
  public float[] similaritiesOf(int item) {
    return known(item) ? similarities[item].clone() : new float[0];
  }

  /**
   * Ranks items for a history: the score of an item is the sum of value × similarity over the
   * history's items it is a neighbour of. Unknown items of the history are passed over.
   *
   * @param historyItems dense indices
   * @param historyValues how much each counts
   * @param n at most so many, at least 1
   * @param admissible whether an item may be recommended
   */
  public Recommendation recommend(
      int[] historyItems, float[] historyValues, int n, IntPredicate admissible) {
    ScoredItems ranked = best(historyItems, historyValues, n, admissible);
    return new Recommendation(ranked, strongest(historyItems, historyValues, ranked.items()));
  }

  /** The ranking alone. Where they are few, only the neighbours of the history are looked at. */
  ScoredItems best(int[] historyItems, float[] historyValues, int n, IntPredicate admissible) {
    int touches = 0;
    for (int item : historyItems) {
      touches += known(item) ? neighbours[item].length : 0;
    }
    if (touches > neighbours.length / FEW) {
      float[] scores = new float[neighbours.length];
      score(historyItems, historyValues, scores);
      return TopItems.of(scores, 0, n, admissible);
    }
    var slots = new ItemSlots(touches);
    float[] scores = new float[touches];
    for (int h = 0; h < historyItems.length; h++) {
      if (!known(historyItems[h])) {
        continue;
      }
      int[] near = neighbours[historyItems[h]];
      float[] similar = similarities[historyItems[h]];
      for (int i = 0; i < near.length; i++) {
        scores[slots.add(near[i])] += historyValues[h] * similar[i];
      }
    }
    int[] items = slots.items();
    return TopItems.of(items, Arrays.copyOf(scores, items.length), n, admissible);
  }

  /**
   * Adds up value × similarity.
   *
   * @param scores of {@link #items} zeros; written
   */
  void score(int[] historyItems, float[] historyValues, float[] scores) {
    for (int h = 0; h < historyItems.length; h++) {
      if (!known(historyItems[h])) {
        continue;
      }
      int[] near = neighbours[historyItems[h]];
      float[] similar = similarities[historyItems[h]];
      for (int i = 0; i < near.length; i++) {
        scores[near[i]] += historyValues[h] * similar[i];
      }
    }
  }

  /**
   * For each of some items, none twice, the item of the history that gave most of its score; −1 for
   * none.
   */
  int[] strongest(int[] historyItems, float[] historyValues, int[] items) {
    var slots = new ItemSlots(items.length);
    for (int item : items) {
      slots.add(item);
    }
    float[] most = new float[items.length];
    int[] sources = new int[items.length];
    Arrays.fill(sources, -1);
    for (int h = 0; h < historyItems.length; h++) {
      if (!known(historyItems[h])) {
        continue;
      }
      int[] near = neighbours[historyItems[h]];
      float[] similar = similarities[historyItems[h]];
      for (int i = 0; i < near.length; i++) {
        int place = slots.find(near[i]);
        if (place >= 0 && historyValues[h] * similar[i] > most[place]) {
          most[place] = historyValues[h] * similar[i];
          sources[place] = historyItems[h];
        }
      }
    }
    return sources;
  }

  /**
   * The seed's ŷ: the mean of the user's ratings of the item's neighbours, weighted by similarity:
   * ŷ_u,j = Σ_{k∈N} S(k, j)·A_u,k / Σ_{k∈N} S(k, j), N the neighbours of j that u rated.
   *
   * @param ratedItems what the user rated, ascending
   * @param ratings the ratings, in that order
   * @return NaN where no neighbour was rated
   */
  public double predictRating(int item, int[] ratedItems, float[] ratings) {
    if (!known(item)) {
      return Double.NaN;
    }
    double weighted = 0;
    double weights = 0;
    for (int i = 0; i < neighbours[item].length; i++) {
      int place = Arrays.binarySearch(ratedItems, neighbours[item][i]);
      if (place >= 0) {
        weighted += (double) similarities[item][i] * ratings[place];
        weights += similarities[item][i];
      }
    }
    return weights > 0 ? weighted / weights : Double.NaN;
  }

  /** Stores the model. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(FORMAT);
    out.writeInt(neighbours.length);
    for (int item = 0; item < neighbours.length; item++) {
      out.writeInt(neighbours[item].length);
      for (int neighbour : neighbours[item]) {
        out.writeInt(neighbour);
      }
      for (float similarity : similarities[item]) {
        out.writeFloat(similarity);
      }
    }
  }

  /**
   * Reads a stored model.
   *
   * @throws IOException if the bytes are not such a model, or of a later format
   */
  public static ItemNeighbourModel read(DataInput in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not an item-neighbour model");
    }
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IOException("item-neighbour format " + format + " is not known, only " + FORMAT);
    }
    int items = in.readInt();
    if (items < 0) {
      throw new IOException("damaged: " + items + " items");
    }
    var rows = new ArrayList<ScoredItems>(Math.min(items, 1 << 16));
    for (int item = 0; item < items; item++) {
      rows.add(readRow(in, item, items));
    }
    return of(rows);
  }

  private static ScoredItems readRow(DataInput in, int item, int items) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > items) {
      throw new IOException("damaged: item " + item + " claims " + count + " neighbours");
    }
    IntStream.Builder near = IntStream.builder();
    for (int i = 0; i < count; i++) {
      int neighbour = in.readInt();
      if (neighbour < 0 || neighbour >= items) {
        throw new IOException("damaged: item " + item + " has neighbour " + neighbour);
      }
      near.add(neighbour);
    }
    float[] similar = new float[count];
    for (int i = 0; i < count; i++) {
      similar[i] = in.readFloat();
    }
    return new ScoredItems(near.build().toArray(), similar);
  }

  private boolean known(int item) {
    return item >= 0 && item < neighbours.length;
  }

  /**
   * A ranking, and for each item the item of the history that spoke loudest for it.
   *
   * @param ranked best first
   * @param strongestSources in the order of the ranking
   */
  public record Recommendation(ScoredItems ranked, int[] strongestSources) {}

  /**
   * Of rows that were made elsewhere.
   *
   * @param rows for each item those it speaks for, the loudest first
   */
  public static ItemNeighbourModel of(List<ScoredItems> rows) {
    return new ItemNeighbourModel(
        rows.stream().map(ScoredItems::items).toArray(int[][]::new),
        rows.stream().map(ScoredItems::scores).toArray(float[][]::new));
  }
}
