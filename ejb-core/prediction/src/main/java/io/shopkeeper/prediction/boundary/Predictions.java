package io.shopkeeper.prediction.boundary;

import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.table.cells.Cells;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.PromotedModels;
import io.shopkeeper.prediction.model.PredictionModel;
import io.shopkeeper.prediction.serving.LiveModels;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Predicts rows with the version of a model that is live. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Predictions {

  /** Rows of a request at most. */
  public static final int MOST_ROWS = 1000;

  @Inject private PromotedModels models;

  /**
   * Predicts.
   *
   * @param rows cells by column; what is missing is missing, what is not learnt from is ignored
   * @throws ConflictException if no version is live
   * @throws InvalidInputException if a number is none, or there are no rows or too many
   */
  public List<Prediction> of(String model, List<Map<String, String>> rows) {
    if (rows.isEmpty() || rows.size() > MOST_ROWS) {
      throw InvalidInputException.of("/rows", "must be 1 to %d rows".formatted(MOST_ROWS));
    }
    PromotedModel.Serving<PredictionModel> serving = serving(model);
    TableModel known = serving.model().model();
    Table table = table(known.schema(), rows);
    float[] floats = known.schema().rows(table);
    return IntStream.range(0, rows.size())
        .mapToObj(row -> prediction(serving, floats, row * known.schema().width()))
        .toList();
  }

  /**
   * The number of the version that predicts.
   *
   * @throws ConflictException if none is live
   */
  public int version(String model) {
    return serving(model).version();
  }

  private PromotedModel.Serving<PredictionModel> serving(String model) {
    return models
        .currentIfKnown(LiveModels.prediction(model))
        .orElseThrow(
            () -> new ConflictException("No version of %s is live; train one.".formatted(model)));
  }

  private static Table table(Schema schema, List<Map<String, String>> rows) {
    List<Column> columns = new ArrayList<>();
    for (Schema.Feature feature : schema.features()) {
      List<String> cells = new ArrayList<>();
      for (int row = 0; row < rows.size(); row++) {
        String cell = Cells.plain(rows.get(row).get(feature.name()));
        if (!feature.categorical() && cell != null && !Float.isFinite(Cells.number(cell))) {
          throw InvalidInputException.of(
              "/rows/%d/%s".formatted(row, feature.name()), "must be a number, but is " + cell);
        }
        cells.add(cell);
      }
      columns.add(
          feature.categorical()
              ? CategoryColumn.of(feature.name(), cells)
              : new NumberColumn(feature.name(), Cells.numbers(cells).orElseThrow()));
    }
    return new Table(rows.size(), columns);
  }

  private static Prediction prediction(
      PromotedModel.Serving<PredictionModel> serving, float[] floats, int offset) {
    TableModel model = serving.model().model();
    double[] result = new double[model.outputs()];
    model.predict(floats, offset, result);
    Map<String, Double> probabilities = new LinkedHashMap<>();
    int best = 0;
    for (int place = 0; place < model.classes().size(); place++) {
      probabilities.put(model.classes().get(place), result[place]);
      best = result[place] > result[best] ? place : best;
    }
    boolean number = model.classes().isEmpty();
    return new Prediction(
        number ? Double.toString(result[0]) : model.classes().get(best),
        probabilities,
        number ? (Double) result[0] : null,
        serving.version(),
        model instanceof ExplainedModel explained
            ? explanation(explained, floats, offset, best)
            : null);
  }

  private static Prediction.Explanation explanation(
      ExplainedModel model, float[] floats, int offset, int predicted) {
    // Of two classes there is one margin, that of the positive one.
    int margin = model.margins() == 1 ? 0 : predicted;
    int explained = model.margins() == 1 ? model.classes().size() - 1 : predicted;
    double[] values = model.contributions(floats, offset, margin);
    List<Schema.Feature> features = model.schema().features();
    return new Prediction.Explanation(
        explained < 0 ? null : model.classes().get(explained),
        model.base(margin),
        IntStream.range(0, values.length)
            .mapToObj(
                place -> new Prediction.Contribution(features.get(place).name(), values[place]))
            .sorted(
                Comparator.comparingDouble((Prediction.Contribution one) -> -Math.abs(one.value())))
            .toList());
  }
}
