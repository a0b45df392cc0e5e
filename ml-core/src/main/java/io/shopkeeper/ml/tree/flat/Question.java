package io.shopkeeper.ml.tree.flat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * All splits by one feature: each value of it has an answer, which says to which of them it goes
 * right. The answers to numbers are the stretches between the splits' thresholds; those to
 * categories are the categories that any set names, and one for all others. The last answer is for
 * what is missing. Immutable.
 *
 * @param feature place in a row
 * @param categorical whether it is of sets
 * @param cuts distinct thresholds, rising; none for sets
 * @param known answers but for the last two
 * @param nodes the splits, those of numbers by rising thresholds
 */
record Question(int feature, boolean categorical, float[] cuts, int known, List<Integer> nodes) {

  /**
   * Of all trees: those of one threshold, then those of several, then those of sets, each by
   * feature.
   */
  static List<Question> of(FlatTrees trees) {
    var numbers = new TreeMap<Integer, List<Integer>>();
    var sets = new TreeMap<Integer, List<Integer>>();
    for (int node = 0; node < trees.nodes(); node++) {
      if (!trees.isLeaf(node)) {
        boolean categorical = (trees.flags[node] & FlatTrees.CATEGORIES) != 0;
        (categorical ? sets : numbers)
            .computeIfAbsent(trees.feature[node], feature -> new ArrayList<>())
            .add(node);
      }
    }
    var questions = new ArrayList<Question>();
    numbers.forEach((feature, nodes) -> questions.add(ofNumbers(trees, feature, nodes)));
    sets.forEach((feature, nodes) -> questions.add(ofSets(trees, feature, nodes)));
    padTo4(questions);
    questions.sort(Comparator.comparingInt(Question::kind));
    return questions;
  }

  /** Questions without splits make the number of those with several thresholds a multiple of 4. */
  private static void padTo4(List<Question> questions) {
    long several = questions.stream().filter(question -> question.kind() == 1).count();
    for (; several % 4 != 0; several++) {
      questions.add(new Question(0, false, new float[0], 0, List.of()));
    }
  }

  /** Whether it has one threshold. */
  boolean single() {
    return cuts.length == 1;
  }

  /** One threshold, several, sets. */
  private int kind() {
    return categorical ? 2 : single() ? 0 : 1;
  }

  private static Question ofNumbers(FlatTrees trees, int feature, List<Integer> nodes) {
    List<Integer> sorted =
        nodes.stream()
            .sorted((one, two) -> Float.compare(threshold(trees, one), threshold(trees, two)))
            .toList();
    float[] cuts = new float[sorted.size()];
    int count = 0;
    for (int node : sorted) {
      float cut = threshold(trees, node);
      if (count == 0 || cuts[count - 1] != cut) {
        cuts[count++] = cut;
      }
    }
    return new Question(feature, false, Arrays.copyOf(cuts, count), count, sorted);
  }

  private static Question ofSets(FlatTrees trees, int feature, List<Integer> nodes) {
    int words = nodes.stream().mapToInt(node -> trees.sets[trees.place[node]]).max().orElse(0);
    return new Question(feature, true, new float[0], 32 * words, nodes);
  }

  /** 0 is added to make −0 into 0, so that a difference of nothing is positive. */
  static float threshold(FlatTrees trees, int node) {
    return trees.threshold[node] + 0f;
  }

  /** How many. */
  int answers() {
    return known + 2;
  }

  /** The one for what is missing. */
  int missing() {
    return known + 1;
  }

  /** Whether a value with an answer goes right at a split. */
  boolean goesRight(FlatTrees trees, int answer, int node) {
    if (answer == missing()) {
      return (trees.flags[node] & FlatTrees.MISSING_LEFT) == 0;
    }
    return categorical
        ? !trees.goesLeft(node, answer < known ? answer : -1)
        : answer > 0 && threshold(trees, node) <= cuts[answer - 1];
  }
}
