package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.ColumnGuess;
import io.shopkeeper.catalog.boundary.DraftPreview;
import io.shopkeeper.catalog.boundary.FieldRule;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportMapping;
import io.shopkeeper.catalog.boundary.MappingStep;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.boundary.Mappings;
import io.shopkeeper.console.frame.Asked;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody says of the columns of a file: guessed at first, then as typed. */
@RequestScoped
public class MappingForm {

  /** Changes that a column can be given here; a mapping from a file knows more. */
  static final List<String> STEPS =
      List.of(
          "date",
          "comma",
          "absolute",
          "sign",
          "cut",
          "upper",
          "lower",
          "id",
          "split",
          "times",
          "round",
          "prefix",
          "lookup");

  private static final double SURE = 0.7;

  @Inject private Asked asked;
  @Inject private Mappings mappings;

  /**
   * A column with what is said of it.
   *
   * @param field empty where it is left out
   * @param confidence of the guess, from 0 to 1
   * @param step empty for none
   * @param with what the step needs, such as a format
   */
  public record Column(
      int place,
      String name,
      List<String> samples,
      String field,
      double confidence,
      String step,
      String with) {}

  /** The columns in the order of the file. */
  List<Column> columns(DraftPreview file) {
    var columns = new ArrayList<Column>();
    for (int i = 0; i < file.guesses().size(); i++) {
      columns.add(column(i, file.guesses().get(i)));
    }
    return columns;
  }

  private Column column(int place, ColumnGuess guess) {
    boolean sure = guess.field() != null && guess.confidence() >= SURE;
    String field = typed("field-" + place).orElse(sure ? guess.field() : "");
    String step = typed("step-" + place).orElse(guess.step() == null ? "" : name(guess.step()));
    String with = typed("with-" + place).orElse(guess.step() == null ? "" : option(guess.step()));
    List<String> samples =
        guess.samples().stream().filter(text -> !text.isBlank()).distinct().limit(3).toList();
    return new Column(place, guess.column(), samples, field, guess.confidence(), step, with);
  }

  /** A field of the form; empty where no form was sent, an empty text where nothing was typed. */
  private Optional<String> typed(String name) {
    return asked.act("shown").map(form -> asked.act(name).orElse(""));
  }

  private static String name(MappingStep step) {
    return step.action().equals("number") ? "comma" : step.action();
  }

  private static String option(MappingStep step) {
    return step.action().equals("date") ? step.options().get("format") : "";
  }

  /** Fields that no column is. */
  List<String> unmapped(DraftPreview file) {
    List<String> taken = columns(file).stream().map(Column::field).toList();
    return mappings.fields(file.kind()).stream().filter(field -> !taken.contains(field)).toList();
  }

  /** Of those, what no record is complete without. */
  List<String> missing(DraftPreview file) {
    return unmapped(file).stream()
        .filter(field -> mappings.needed(file.kind(), field) && constant(field).isEmpty())
        .toList();
  }

  /** The fixed value of a field; empty for none. */
  String constant(String field) {
    return asked.act("constant-" + field).orElse("");
  }

  /** Everything as a mapping of one target. */
  ImportMapping mapping(DraftPreview file, String name) {
    var fields = new LinkedHashMap<String, FieldRule>();
    for (Column column : columns(file)) {
      if (!column.field().isEmpty() && !fields.containsKey(column.field())) {
        fields.put(column.field(), rule(file.kind(), column));
      }
    }
    for (String field : unmapped(file)) {
      if (!constant(field).isEmpty()) {
        fields.put(field, new FieldRule(List.of(), null, constant(field), null, List.of(), null));
      }
    }
    boolean merge = asked.act("merge").isPresent();
    var target = new MappingTarget(file.kind(), null, merge, List.of(), fields);
    return new ImportMapping(name, null, null, List.of(target));
  }

  private static FieldRule rule(ImportKind kind, Column column) {
    List<MappingStep> steps =
        column.step().isEmpty() ? List.of() : List.of(step(kind, column.step(), column.with()));
    return new FieldRule(List.of(column.name()), null, null, null, steps, null);
  }

  private static MappingStep step(ImportKind kind, String step, String with) {
    return switch (step) {
      case "date" -> of("date", Map.of("format", with));
      case "comma" -> of("number", Map.of("decimal", ",", "group", "."));
      case "sign" ->
          of(
              "sign",
              kind == ImportKind.ORDERS
                  ? Map.of("negative", "returned", "positive", "delivered")
                  : Map.of("negative", "return", "positive", "purchase"));
      case "cut" -> of("cut", Map.of("tail", with));
      case "split", "times" -> of(step, Map.of("by", with));
      case "round" -> of(step, Map.of("decimals", with.isEmpty() ? "2" : with));
      case "prefix" -> of(step, Map.of("text", with));
      case "lookup" -> new MappingStep(step, Map.of(), table(with));
      default -> of(step, Map.of());
    };
  }

  private static MappingStep of(String action, Map<String, String> options) {
    return new MappingStep(action, options, Map.of());
  }

  /** {@code a=b; c=d} as a table. */
  private static Map<String, String> table(String pairs) {
    return List.of(pairs.split(";")).stream()
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (a, b) -> b));
  }
}
