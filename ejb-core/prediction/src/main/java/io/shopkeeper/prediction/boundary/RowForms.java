package io.shopkeeper.prediction.boundary;

import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.PromotedModels;
import io.shopkeeper.prediction.dataset.DataFile;
import io.shopkeeper.prediction.dataset.TypicalRow;
import io.shopkeeper.prediction.serving.LiveModels;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Forms in which somebody can write a row to see what is predicted for it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RowForms {

  @Inject private PromotedModels models;
  @Inject private DataSets sets;

  /** The form for the version of a model that is live; empty while none is. */
  public Optional<RowForm> of(String model) {
    return models
        .currentIfKnown(LiveModels.prediction(model))
        .map(
            serving -> {
              List<Schema.Feature> features = serving.model().model().schema().features();
              Map<String, String> typical = typical(model, features);
              return new RowForm(
                  serving.version(),
                  serving.model().algorithm(),
                  serving.model().target(),
                  features.stream()
                      .map(
                          feature ->
                              new RowForm.Field(
                                  feature.name(),
                                  !feature.categorical(),
                                  feature.categories(),
                                  typical.getOrDefault(feature.name(), "")))
                      .toList());
            });
  }

  private Map<String, String> typical(String model, List<Schema.Feature> features) {
    Optional<DataSetView> set = sets.ofModel(model);
    if (set.isEmpty()) {
      return Map.of();
    }
    Set<String> numbers = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>();
    features.forEach(feature -> (feature.categorical() ? words : numbers).add(feature.name()));
    try (DataFile file = sets.open(set.get().name())) {
      return TypicalRow.of(file, numbers, words);
    }
  }

  /**
   * A row of the data set that a model predicts.
   *
   * @param number from 1
   * @return cells by column, missing ones left out; empty where the data set has no such row
   * @throws ConflictException if the data set was thrown away
   */
  public Optional<Map<String, String>> row(String model, long number) {
    DataSetView set =
        sets.ofModel(model)
            .orElseThrow(() -> new ConflictException("The data set was thrown away."));
    if (number < 1 || number > set.rows()) {
      return Optional.empty();
    }
    try (DataFile file = sets.open(set.name())) {
      Optional<String[]> row = file.next();
      for (long read = 1; read < number && row.isPresent(); read++) {
        row = file.next();
      }
      return row.map(cells -> byName(file.names(), cells));
    }
  }

  private static Map<String, String> byName(List<String> names, String[] cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int place = 0; place < cells.length; place++) {
      if (cells[place] != null) {
        row.put(names.get(place), cells[place]);
      }
    }
    return row;
  }
}
