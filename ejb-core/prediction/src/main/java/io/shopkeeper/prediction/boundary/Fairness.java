package io.shopkeeper.prediction.boundary;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.FairnessReport;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.prediction.dataset.DataFile;
import io.shopkeeper.prediction.model.HeldOut;
import io.shopkeeper.prediction.report.FairnessFigures;
import io.shopkeeper.prediction.report.RowGroups;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether versions treat groups of people alike. What was predicted for the rows that were held out
 * was kept with the version; what they are grouped by is read from the data set, so that a column
 * may be asked for that no model ever saw.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Fairness {

  /** Rows that a group needs to be compared with others: shares of fewer say little. */
  public static final int LEAST_ROWS = 30;

  /** From which probability on a row is chosen where nobody says otherwise. */
  public static final double USUAL_THRESHOLD = 0.5;

  private static final int DRAWS = 200;
  private static final double LEVEL = 0.95;

  @Inject private DataSets sets;
  @Inject private ModelRegistry registry;

  /** Columns that rows can be grouped by. */
  public List<String> columns(DataSetView set) {
    return set.columns().stream()
        .filter(column -> !column.name().equals(set.roles().target()))
        .filter(column -> column.distinct() > 1)
        .filter(
            column ->
                column.kind() == DataColumn.Kind.NUMBER
                    || (column.kind() == DataColumn.Kind.CATEGORY
                        && column.distinct() < RowGroups.MOST_GROUPS))
        .map(DataColumn::name)
        .toList();
  }

  /**
   * Why nothing can be said of a version; empty where something can.
   *
   * @throws NotFoundException if there is no such version
   */
  public Optional<String> problem(String model, int version) {
    ModelVersionView known = version(model, version);
    try {
      requireHeld(known);
      set(known);
      return Optional.empty();
    } catch (ConflictException unsayable) {
      return Optional.of(unsayable.getMessage());
    }
  }

  /**
   * Looks at a version.
   *
   * @param column of the data set
   * @param threshold from which probability on a row is chosen, between 0 and 1
   * @throws NotFoundException if there is no such version
   * @throws ConflictException if it cannot be said of this version; says why
   * @throws InvalidInputException if the column or the threshold will not do
   */
  public FairnessView of(String model, int version, String column, double threshold) {
    ModelVersionView known = version(model, version);
    HeldOut held = held(known);
    DataSetView set = set(known);
    if (!columns(set).contains(column)) {
      throw InvalidInputException.of(
          "/column", "must be one of " + String.join(", ", columns(set)));
    }
    if (!(threshold > 0 && threshold < 1)) {
      throw InvalidInputException.of("/threshold", "must be between 0 and 1");
    }
    RowGroups groups = RowGroups.of(cells(set, column, held.rows()));
    var report =
        FairnessReport.of(
            new FairnessReport.Rows(
                groups.names(), groups.codes(), held.probabilities(), held.positive(), threshold),
            LEAST_ROWS,
            new Bootstrap(DRAWS, LEVEL, known.seed()));
    return FairnessFigures.view(
        report,
        column,
        known.provenance().getOrDefault("positive", ""),
        threshold,
        held.rows().length);
  }

  private ModelVersionView version(String model, int version) {
    return registry
        .find(model, version)
        .orElseThrow(() -> new NotFoundException("version", model + " " + version));
  }

  private static void requireHeld(ModelVersionView version) {
    boolean there =
        version.filesRemovedAt() == null
            && version.files().stream().map(ModelFile::name).anyMatch(HeldOut.FILE::equals);
    if (!there) {
      throw new ConflictException(
          "Nothing is kept of the rows that were held out: an earlier edition trained this version,"
              + " or its files were thrown away. Train it again.");
    }
  }

  private HeldOut held(ModelVersionView version) {
    requireHeld(version);
    try {
      return HeldOut.read(registry.file(version.name(), version.version(), HeldOut.FILE));
    } catch (IOException damaged) {
      throw new ConflictException(
          "The rows that were held out cannot be read: " + damaged.getMessage());
    }
  }

  private DataSetView set(ModelVersionView version) {
    return sets.ofModel(version.name())
        .filter(set -> set.sha256().equals(version.data().contentHash()))
        .orElseThrow(
            () ->
                new ConflictException(
                    "The rows that this version was measured on are gone: the data set was thrown"
                        + " away or replaced."));
  }

  /** The cells of some rows, in their order. */
  private List<String> cells(DataSetView set, String column, int[] rows) {
    List<String> cells = new ArrayList<>(rows.length);
    try (DataFile file = sets.open(set.name())) {
      int place = file.names().indexOf(column);
      int next = 0;
      for (int row = 0; next < rows.length; row++) {
        Optional<String[]> line = file.next();
        if (line.isEmpty()) {
          throw new ConflictException("The data set has fewer rows than the version was made of.");
        }
        if (rows[next] == row) {
          cells.add(line.get()[place]);
          next++;
        }
      }
    }
    return cells;
  }
}
