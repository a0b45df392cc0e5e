package io.shopkeeper.ml.tree.flat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Trees of any shape, for tests. */
public final class RandomTrees {

  /** Values that comparisons may stumble over. */
  static final float[] ODD = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.intBitsToFloat(0xFFC00001),
    1e9f
  };

  private final SplittableRandom random;
  private final int width;
  private final int outputs;
  private final boolean shared;
  private final boolean categories;
  private final int mostLeaves;
  private final List<Integer> sets = new ArrayList<>();
  private final List<Float> values = new ArrayList<>();
  private final List<float[]> nodes = new ArrayList<>();

  private RandomTrees(
      SplittableRandom random, int width, int outputs, boolean shared, boolean categories) {
    this.random = random;
    this.width = width;
    this.outputs = outputs;
    this.shared = shared;
    this.categories = categories;
    // Trees of more than 64 leaves are scored in another way.
    this.mostLeaves = random.nextBoolean() ? 64 : 100;
  }

  /**
   * Makes some.
   *
   * @param width floats of a row
   * @param shared whether leaves have a value for each output
   * @param categories whether some splits are by categories
   */
  public static FlatTrees make(
      SplittableRandom random,
      int trees,
      int width,
      int outputs,
      boolean shared,
      boolean categories) {
    return new RandomTrees(random, width, outputs, shared && outputs > 1, categories).make(trees);
  }

  private FlatTrees make(int trees) {
    int groups = shared ? 1 : outputs;
    int[] roots = new int[trees + 1];
    for (int tree = 0; tree < trees; tree++) {
      grow(roots[tree]);
      roots[tree + 1] = nodes.size();
    }
    int[] first = new int[groups + 1];
    for (int group = 1; group <= groups; group++) {
      first[group] = group == groups ? trees : trees * group / groups;
    }
    double[] base = new double[outputs];
    for (int output = 0; output < outputs; output++) {
      base[output] = random.nextGaussian();
    }
    return fill(roots, first, base);
  }

  /** A node is feature, threshold, to left, flags, place, cover. */
  private void grow(int root) {
    int leaves = 1 + random.nextInt(random.nextInt(4) == 0 ? mostLeaves : 8);
    nodes.add(new float[6]);
    for (int node = root, made = 1; node < nodes.size(); node++) {
      float[] cells = nodes.get(node);
      cells[5] = 1 + random.nextInt(100);
      boolean last = node == nodes.size() - 1;
      if (made < leaves && (last || random.nextInt(3) > 0)) {
        made++;
        split(cells, nodes.size() - node);
        nodes.add(new float[6]);
        nodes.add(new float[6]);
      } else {
        cells[4] = values.size();
        for (int i = 0; i < (shared ? outputs : 1); i++) {
          values.add((float) random.nextGaussian());
        }
      }
    }
  }

  private void split(float[] cells, int toLeft) {
    cells[0] = random.nextInt(width);
    cells[2] = toLeft;
    cells[3] = random.nextBoolean() ? FlatTrees.MISSING_LEFT : 0;
    if (categories && random.nextInt(3) == 0) {
      cells[3] += FlatTrees.CATEGORIES;
      cells[4] = sets.size();
      int words = random.nextInt(3);
      sets.add(words);
      for (int word = 0; word < words; word++) {
        sets.add(random.nextInt());
      }
    } else {
      float odd = ODD[random.nextInt(ODD.length)];
      cells[1] = random.nextInt(4) == 0 && !Float.isNaN(odd) ? odd : (float) random.nextGaussian();
    }
  }

  private FlatTrees fill(int[] roots, int[] first, double[] base) {
    int count = nodes.size();
    var flat =
        new FlatTrees(
            outputs,
            base,
            roots,
            first,
            new int[count],
            new float[count],
            new int[count],
            new byte[count],
            sets.stream().mapToInt(Integer::intValue).toArray(),
            new int[count],
            new float[values.size()],
            new float[count],
            new float[count]);
    for (int node = 0; node < count; node++) {
      float[] cells = nodes.get(node);
      flat.feature[node] = (int) cells[0];
      flat.threshold[node] = cells[1];
      flat.toLeft[node] = (int) cells[2];
      flat.flags[node] = (byte) cells[3];
      flat.place[node] = (int) cells[4];
      flat.cover[node] = cells[5];
    }
    for (int i = 0; i < values.size(); i++) {
      flat.values[i] = values.get(i);
    }
    return flat;
  }
}
