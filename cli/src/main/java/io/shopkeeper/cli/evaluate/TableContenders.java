package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.Target;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** The algorithms that fit a table, the product's default first. */
final class TableContenders {

  private final RunOptions options;
  private final TableData data;
  private final TableContest.Studies studies;
  private final TableAlgorithm.Task task;
  private final List<TableAlgorithm<?>> fitting;

  TableContenders(RunOptions options, TableData data, TableContest.Studies studies) {
    this.options = options;
    this.data = data;
    this.studies = studies;
    task = task(data.rows().target());
    fitting =
        TableAlgorithms.all().stream()
            .filter(algorithm -> algorithm.tasks().contains(task))
            .toList();
  }

  private static TableAlgorithm.Task task(Target target) {
    return switch (target) {
      case NumberTarget number -> TableAlgorithm.Task.REGRESSION;
      case ClassTarget classes ->
          classes.classes().size() == 2
              ? TableAlgorithm.Task.BINARY
              : TableAlgorithm.Task.MULTICLASS;
    };
  }

  List<Contender> all() {
    List<Contender> all = new ArrayList<>();
    fitting.forEach(algorithm -> all.add(contender(algorithm)));
    return all;
  }

  private <O extends Record> Contender contender(TableAlgorithm<O> algorithm) {
    String standard = fitting.getFirst().name();
    return new Contender(
        algorithm.name(),
        title(algorithm),
        rows ->
            algorithm.train(
                    rows,
                    options.optionsOf(algorithm, standard),
                    options.seed,
                    TrainingListener.SILENT)
                ::predict,
        () -> studies(algorithm, standard));
  }

  /** With the name that the field has for it where it learns this. */
  private String title(TableAlgorithm<?> algorithm) {
    String called = algorithm.called(task);
    return called.equals(algorithm.name()) ? called : "%s (%s)".formatted(called, algorithm.name());
  }

  private <O extends Record> List<SideTable> studies(TableAlgorithm<O> algorithm, String standard) {
    var asked =
        new TableStudies<>(
            algorithm,
            options.optionsOf(algorithm, standard),
            data.rows(),
            data.folds(),
            options.seed);
    List<SideTable> tables = new ArrayList<>();
    if (studies.learningCurve()) {
      tables.add(asked.learningCurve());
    }
    if (studies.nested()) {
      tables.add(asked.nested(studies.trials()));
    }
    return tables;
  }
}
