package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.explain.FeatureImportance;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.tree.explain.TreeExplainer;
import io.shopkeeper.ml.tree.flat.FlatTrees;
import io.shopkeeper.ml.tree.flat.TreeScorer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree, a forest or a boosting: predicts with sums of leaves, and explains its predictions by
 * exact Shapley values. Missing values go where the training found them best. Immutable and safe
 * for use by several threads.
 */
public final class TreeModel implements ExplainedModel {

  private static final int FORMAT = 1;
  private static final int BLOCK = 256;

  private final String algorithm;
  private final Schema schema;
  private final List<String> classes;
  private final Link link;
  private final FlatTrees trees;
  private final TreeExplainer explainer;

  /** Made when a row is to be scored: many models are only stored, listed or explained. */
  private volatile TreeScorer scorer;

  TreeModel(String algorithm, Schema schema, List<String> classes, Link link, FlatTrees trees) {
    this.algorithm = algorithm;
    this.schema = schema;
    this.classes = List.copyOf(classes);
    this.link = link;
    this.trees = trees;
    this.explainer = new TreeExplainer(trees);
  }

  /**
   * Reads a stored one.
   *
   * @param algorithm that made it
   * @throws IOException if it is not such a model or damaged
   */
  static TreeModel read(String algorithm, DataInput in) throws IOException {
    StoredForm.readHeader(in, algorithm, FORMAT);
    Schema schema = Schema.read(in);
    int count = in.readInt();
    var classes = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      classes.add(in.readUTF());
    }
    Link link = Link.named(in.readUTF());
    FlatTrees trees = FlatTrees.read(in, schema.width());
    int outputs = classes.size() <= 2 ? 1 : classes.size();
    if (trees.outputs() != outputs) {
      throw new IOException("damaged: %d outputs".formatted(trees.outputs()));
    }
    return new TreeModel(algorithm, schema, classes, link, trees);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, algorithm, FORMAT);
    schema.write(out);
    out.writeInt(classes.size());
    for (String name : classes) {
      out.writeUTF(name);
    }
    out.writeUTF(link.name());
    trees.write(out);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  /** The trees. */
  public FlatTrees trees() {
    return trees;
  }

  /** Two threads may each make one; they are alike. */
  private TreeScorer scorer() {
    TreeScorer made = scorer;
    if (made == null) {
      made = new TreeScorer(trees);
      scorer = made;
    }
    return made;
  }

  /** Scores one row. */
  @Override
  public void predict(float[] rows, int offset, double[] result) {
    scorer().score(rows, offset, schema.width(), result);
    link.apply(result, result);
  }

  /** Scores rows by blocks, tree after tree. */
  @Override
  public double[][] predict(Table table) {
    float[] rows = schema.rows(table);
    double[][] results = new double[table.rows()][outputs()];
    KernelBackends.current()
        .workers()
        .forEach(
            (table.rows() + BLOCK - 1) / BLOCK,
            block -> {
              int from = block * BLOCK;
              predict(rows, from, Math.min(table.rows(), from + BLOCK), results);
            });
    return results;
  }

  private void predict(float[] rows, int from, int to, double[][] results) {
    if (trees.shared()) {
      for (int row = from; row < to; row++) {
        predict(rows, row * schema.width(), results[row]);
      }
      return;
    }
    double[] scores = new double[to - from];
    for (int output = 0; output < trees.outputs(); output++) {
      scorer().score(rows, schema.width(), from, to, output, scores);
      for (int row = from; row < to; row++) {
        results[row][output] = scores[row - from];
      }
    }
    for (int row = from; row < to; row++) {
      link.apply(results[row], results[row]);
    }
  }

  @Override
  public double margin(float[] rows, int offset, int margin) {
    return scorer().score(rows, offset, schema.width(), margin);
  }

  @Override
  public double base(int margin) {
    return explainer.base(margin);
  }

  @Override
  public double[] contributions(float[] rows, int offset, int margin) {
    return explainer.contributions(rows, offset, schema.width(), margin);
  }

  /** Features by falling gain, those without a split left out. */
  public List<FeatureImportance> importance() {
    return explainer.importance(schema);
  }
}
