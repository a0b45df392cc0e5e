package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.TuningOrders;
import io.shopkeeper.training.TuningOrder;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a training's form that lets a search choose the options. */
@Named("tuning")
@RequestScoped
public class TuningFields {

  private static final String TICKED = "s.";
  private static final String LEAST = "s.least.";
  private static final String MOST = "s.most.";

  @Inject private Asked asked;
  @Inject private TrainFields fields;

  /**
   * An option that can be searched.
   *
   * @param number whether it has a range
   * @param ticked whether it is searched
   * @param fault empty where it will do
   */
  public record Searched(
      String name,
      String label,
      boolean number,
      boolean ticked,
      String least,
      String most,
      String fault) {}

  /** Whether a search is wanted. */
  public boolean isWanted() {
    return asked.raw("tuning").isPresent();
  }

  /** All strategies. */
  public List<String> getStrategies() {
    return TuningOrders.strategies();
  }

  /** The strategy that is chosen. */
  public String getStrategy() {
    return asked.raw("strategy").filter(getStrategies()::contains).orElse(usual().strategy());
  }

  /** The number of trials, as typed. */
  public String getTrials() {
    return asked.raw("trials").orElse(Integer.toString(usual().trials()));
  }

  /** The minutes, as typed. */
  public String getMinutes() {
    return asked.raw("minutes").orElse(Integer.toString(usual().minutes()));
  }

  private static TuningOrder usual() {
    return TuningOrder.usual();
  }

  /** The options of an algorithm that can be searched; at first all are. */
  List<Searched> of(AlgorithmForm form, Map<String, String> faults) {
    return form.fields().stream()
        .filter(AlgorithmForm.Field::searched)
        .map(
            field ->
                new Searched(
                    field.name(),
                    field.label(),
                    field.searchMinimum() != null,
                    !isWanted() || asked.raw(TICKED + field.name()).isPresent(),
                    asked.raw(LEAST + field.name()).orElse(plain(field.searchMinimum())),
                    asked.raw(MOST + field.name()).orElse(plain(field.searchMaximum())),
                    fields.say(faults.get("ranges/" + field.name()))))
        .toList();
  }

  /**
   * What was sent; null where no search is wanted.
   *
   * @throws InvalidInputException if it is no search
   */
  TuningOrder order(AlgorithmForm form) {
    if (!isWanted()) {
      return null;
    }
    Map<String, String> ranges = new LinkedHashMap<>();
    for (Searched option : of(form, Map.of())) {
      if (option.ticked()) {
        ranges.put(option.name(), option.number() ? option.least() + ".." + option.most() : "");
      }
    }
    if (ranges.isEmpty()) {
      throw InvalidInputException.of("/tuning/ranges", "must name an option to search");
    }
    return TuningOrders.of(
        getStrategy(), number("trials", getTrials()), number("minutes", getMinutes()), ranges);
  }

  private static int number(String name, String text) {
    if (!text.strip().matches("\\d{1,6}")) {
      throw InvalidInputException.of("/tuning/" + name, "must be a whole number");
    }
    return Integer.parseInt(text.strip());
  }

  private static String plain(Double value) {
    return value == null
        ? ""
        : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
  }
}
