package io.shopkeeper.ml.tree.flat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the tables of a {@link QuickScorer}. For one thread. */
final class QuickScorerBuilder {

  /** Beyond it walks are faster, since most trees ask few of the features. */
  private static final int MOST_QUESTIONS = 256;

  /** Longs of masks, beyond which they come too slowly from memory. */
  private static final long MOST = 1 << 19;

  private final FlatTrees trees;
  private final LeafMasks leaves;
  private final int[] treeOf;
  private final List<long[]> masks = new ArrayList<>();

  private QuickScorerBuilder(FlatTrees trees, LeafMasks leaves) {
    this.trees = trees;
    this.leaves = leaves;
    this.treeOf = new int[trees.nodes()];
    for (int tree = 0; tree < trees.trees(); tree++) {
      Arrays.fill(treeOf, trees.roots[tree], trees.roots[tree + 1], tree);
    }
  }

  /** Empty where walks are better: many leaves, many features, or many trees. */
  static Optional<QuickScorer> build(FlatTrees trees, List<Question> sorted) {
    long answers = sorted.stream().mapToLong(Question::answers).sum();
    if (sorted.size() > MOST_QUESTIONS
        || sorted.stream().anyMatch(question -> question.cuts().length >= Questions.ROOM)
        || answers * trees.trees() > MOST) {
      return Optional.empty();
    }
    return LeafMasks.of(trees).map(leaves -> new QuickScorerBuilder(trees, leaves).build(sorted));
  }

  private QuickScorer build(List<Question> sorted) {
    Questions questions = Questions.of(sorted);
    int[] struck = new int[questions.first()[sorted.size()]];
    for (int i = 0; i < sorted.size(); i++) {
      for (int answer = 0; answer < sorted.get(i).answers(); answer++) {
        struck[questions.first()[i] + answer] = masks(sorted.get(i), answer);
      }
    }
    int[] ofSingles = new int[questions.singles()];
    Arrays.setAll(ofSingles, question -> struck[questions.first()[question] + 1]);
    return new QuickScorer(
        trees.trees(), questions, struck, ofSingles, masks.toArray(long[][]::new), leaves.values());
  }

  /** Masks of an answer: their number, −1 if nothing is struck out. */
  private int masks(Question question, int answer) {
    long[] remaining = new long[trees.trees()];
    Arrays.fill(remaining, -1);
    boolean any = false;
    for (int node : question.nodes()) {
      if (question.goesRight(trees, answer, node)) {
        remaining[treeOf[node]] &= ~leaves.below()[node];
        any = true;
      }
    }
    if (!any) {
      return -1;
    }
    masks.add(remaining);
    return masks.size() - 1;
  }
}
