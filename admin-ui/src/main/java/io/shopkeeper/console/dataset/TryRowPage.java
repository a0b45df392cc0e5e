package io.shopkeeper.console.dataset;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataSets;
import io.shopkeeper.prediction.boundary.Prediction;
import io.shopkeeper.prediction.boundary.Predictions;
import io.shopkeeper.prediction.boundary.RowForm;
import io.shopkeeper.prediction.boundary.RowForms;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row to try: a field for each column that the live version reads, filled with what is usual or
 * with a row of the data set, and what is predicted for it.
 */
@Named("tryRow")
@RequestScoped
public class TryRowPage {

  private static final int MOST_BARS = 12;
  private static final int MOST_CHOICES = 200;

  @Inject private RowForms forms;
  @Inject private Predictions predictions;
  @Inject private DataSets sets;
  @Inject private Faults sentences;
  @Inject private Words words;
  @Inject private Asked asked;
  @Inject private Me me;

  private String name;
  private DataSetView set;
  private RowForm form;
  private Map<String, String> filled = Map.of();
  private Map<String, String> faults = Map.of();
  private String problem = "";
  private Prediction prediction;

  /**
   * A field of the form.
   *
   * @param id its name, too: columns are called as their owners like
   * @param input {@code number}, {@code select} or {@code text}
   * @param fault empty where nothing is wrong
   */
  public record Field(
      String id, String column, String input, List<String> choices, String value, String fault) {}

  /** A class with its probability. */
  public record Chance(String value, double probability, boolean best) {}

  @PostConstruct
  void begin() {
    me.require(Right.SEE_CUSTOMERS);
    name = asked.text("name").orElse("");
    set = sets.ofModel(name).orElse(null);
    form = forms.of(name).orElse(null);
    if (set != null) {
      asked.text("row").ifPresent(this::fill);
    }
  }

  private void fill(String row) {
    long number = row.matches("\\d{1,9}") ? Long.parseLong(row) : 0;
    forms
        .row(name, number)
        .ifPresentOrElse(
            cells -> filled = cells, () -> problem = words.format("tryRow.noRow", row, set.rows()));
  }

  /** Says so where there is neither a data set nor a model of that name. */
  public void load() throws IOException {
    if (set == null && form == null) {
      NotFound.answer();
    }
  }

  /** Predicts what was typed. */
  public String predict() {
    me.require(Right.SEE_CUSTOMERS);
    Map<String, String> row = new LinkedHashMap<>();
    getFields().forEach(field -> row.put(field.column(), field.value()));
    try {
      prediction = predictions.of(name, List.of(row)).getFirst();
    } catch (InvalidInputException wrong) {
      faults = new LinkedHashMap<>();
      for (FieldError error : wrong.errors()) {
        faults.putIfAbsent(
            error.pointer().replaceFirst("^/rows/0/", ""), sentences.say(error.message()));
      }
    } catch (ConflictException unready) {
      problem = sentences.say(unready.getMessage());
    }
    return null;
  }

  /** The fields as they were typed, as the row of the data set has them, or as is usual. */
  public List<Field> getFields() {
    List<Field> fields = new ArrayList<>();
    for (RowForm.Field field : form.fields()) {
      String id = "f" + fields.size();
      String usual = filled.isEmpty() ? field.typical() : filled.getOrDefault(field.column(), "");
      fields.add(
          new Field(
              id,
              field.column(),
              input(field),
              field.choices(),
              asked.raw(id).orElse(usual),
              faults.getOrDefault(field.column(), "")));
    }
    return fields;
  }

  private static String input(RowForm.Field field) {
    if (field.number()) {
      return "number";
    }
    return field.choices().size() > MOST_CHOICES ? "text" : "select";
  }

  /** Whether a value is not among those that can be chosen: it counts as missing. */
  public boolean unknown(Field field) {
    return field.input().equals("select")
        && !field.value().isEmpty()
        && !field.choices().contains(field.value());
  }

  /** The number of the row of the data set that fills the form; null for none. */
  public Long getRow() {
    return filled.isEmpty() ? null : asked.number("row").orElse(null);
  }

  /** What came of that row; empty where it is not known. */
  public String getTruth() {
    return filled.isEmpty() || form == null ? "" : filled.getOrDefault(form.target(), "");
  }

  /** Why something could not be done; empty where all could. */
  public String getProblem() {
    return problem;
  }

  /** What is predicted; null before somebody asks. */
  public Prediction getPrediction() {
    return prediction;
  }

  /** The classes, the most probable first. */
  public List<Chance> getChances() {
    return prediction.probabilities().entrySet().stream()
        .map(
            one ->
                new Chance(one.getKey(), one.getValue(), one.getKey().equals(prediction.value())))
        .sorted(Comparator.comparingDouble(Chance::probability).reversed())
        .toList();
  }

  /** What each column adds. */
  public Chart getContributions() {
    List<Prediction.Contribution> all = prediction.explanation().contributions();
    List<Prediction.Contribution> shown = all.subList(0, Math.min(MOST_BARS, all.size()));
    return Chart.groups(
            words.format("explain.column"),
            shown.stream().map(Prediction.Contribution::column).toList())
        .add(
            words.format("tryRow.adds"),
            shown.stream().map(Prediction.Contribution::value).toList());
  }

  public RowForm getForm() {
    return form;
  }

  /** The data set; null where it was thrown away. */
  public DataSetView getData() {
    return set;
  }

  public String getName() {
    return name;
  }
}
