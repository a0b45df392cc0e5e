package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows that a second stage learns from: all candidates of all questions, one question after the
 * other. They are gathered some questions at a time, so that hardly more than they themselves is
 * ever kept.
 */
final class CandidateRows {

  /** Questions that are asked side by side. */
  private static final int AT_ONCE = 256;

  private static final int FIRST = 1 << 12;

  private List<String> names = List.of();
  private float[][] values = {};
  private boolean[] labels = new boolean[FIRST];
  private int rows;

  private CandidateRows() {}

  static LabelledTable of(
      Components components,
      CandidateFeatures features,
      List<HeldOut.Question> questions,
      int most,
      TrainingListener listener) {
    var all = new CandidateRows();
    for (int from = 0; from < questions.size(); from += AT_ONCE) {
      List<HeldOut.Question> some =
          questions.subList(from, Math.min(questions.size(), from + AT_ONCE));
      var answers = new Answer[some.size()];
      KernelBackends.current()
          .workers()
          .forEach(
              answers.length,
              i -> {
                listener.stopIfCancelled();
                answers[i] = Answer.of(some.get(i), components, features, most);
              });
      for (Answer answer : answers) {
        all.add(answer);
      }
    }
    return all.table();
  }

  /** The candidates of one question, and which of them were wanted. */
  private record Answer(Table table, boolean[] wanted) {

    static Answer of(
        HeldOut.Question question, Components components, CandidateFeatures features, int most) {
      float[][] scores = components.standardised(question.history());
      int[] candidates = Candidates.of(question.history(), scores, most);
      boolean[] wanted = new boolean[candidates.length];
      for (int row = 0; row < candidates.length; row++) {
        wanted[row] = question.wanted().get(candidates[row]);
      }
      return new Answer(
          features.table(components.names(), question.history(), scores, candidates), wanted);
    }

    float[] values(int column) {
      return ((NumberColumn) table.columns().get(column)).values();
    }
  }

  private void add(Answer answer) {
    if (names.isEmpty()) {
      names = answer.table().columns().stream().map(column -> column.name()).toList();
      values = new float[names.size()][FIRST];
    }
    int size = rows + answer.wanted().length;
    if (size > labels.length) {
      int room = size + size / 2;
      labels = Arrays.copyOf(labels, room);
      Arrays.setAll(values, column -> Arrays.copyOf(values[column], room));
    }
    for (int column = 0; column < values.length; column++) {
      System.arraycopy(answer.values(column), 0, values[column], rows, size - rows);
    }
    System.arraycopy(answer.wanted(), 0, labels, rows, size - rows);
    rows = size;
  }

  private LabelledTable table() {
    List<NumberColumn> columns = new ArrayList<>();
    for (int column = 0; column < values.length; column++) {
      columns.add(new NumberColumn(names.get(column), Arrays.copyOf(values[column], rows)));
      values[column] = null;
    }
    return new LabelledTable(
        new Table(rows, List.copyOf(columns)), ClassTarget.of(Arrays.copyOf(labels, rows)));
  }
}
