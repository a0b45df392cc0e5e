package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** The rows that a second stage learns from: all candidates of all questions. */
final class CandidateRows {

  private CandidateRows() {}

  static LabelledTable of(
      Components components,
      CandidateFeatures features,
      List<HeldOut.Question> questions,
      int most,
      TrainingListener listener) {
    var tables = new Table[questions.size()];
    var wanted = new boolean[questions.size()][];
    KernelBackends.current()
        .workers()
        .forEach(
            tables.length,
            i -> {
              listener.stopIfCancelled();
              HeldOut.Question question = questions.get(i);
              float[][] scores = components.standardised(question.history());
              int[] candidates = Candidates.of(question.history(), scores, most);
              tables[i] =
                  features.table(components.names(), question.history(), scores, candidates);
              wanted[i] = new boolean[candidates.length];
              for (int row = 0; row < candidates.length; row++) {
                wanted[i][row] = question.wanted().get(candidates[row]);
              }
            });
    return together(tables, wanted);
  }

  private static LabelledTable together(Table[] tables, boolean[][] wanted) {
    int rows = 0;
    for (Table table : tables) {
      rows += table.rows();
    }
    boolean[] labels = new boolean[rows];
    int width = tables.length == 0 ? 0 : tables[0].columns().size();
    float[][] values = new float[width][rows];
    int filled = 0;
    for (int i = 0; i < tables.length; i++) {
      for (int column = 0; column < width; column++) {
        float[] part = ((NumberColumn) tables[i].columns().get(column)).values();
        System.arraycopy(part, 0, values[column], filled, part.length);
      }
      System.arraycopy(wanted[i], 0, labels, filled, wanted[i].length);
      filled += wanted[i].length;
    }
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      columns.add(new NumberColumn(tables[0].columns().get(column).name(), values[column]));
    }
    return new LabelledTable(new Table(rows, columns), ClassTarget.of(labels));
  }
}
