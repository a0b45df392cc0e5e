package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes fields of an algorithm's options, and options of what a form sent. */
@RequestScoped
public class TrainFields {

  private static final String PREFIX = "o.";

  @Inject private Asked asked;
  @Inject private Faults faults;
  @Inject private Words words;
  @Inject private Reader reader;

  /**
   * A field as the page shows it.
   *
   * @param input {@code number}, {@code switch}, {@code select} or {@code text}
   * @param step of a number: {@code 1} or {@code any}
   * @param least as the browser checks it; empty where there is none
   * @param range which values it may have and what the preset says, in words
   * @param standard what the preset says, as the field would hold it
   * @param fault empty where it will do
   */
  public record Field(
      String id,
      String label,
      String help,
      String input,
      String step,
      String least,
      String most,
      String range,
      String value,
      String standard,
      List<String> choices,
      String fault) {

    /** Whether it is not as the preset has it. */
    public boolean changed() {
      return !value.equals(standard);
    }
  }

  /** What was sent for a field; a box that was not ticked sends nothing and means no. */
  Optional<String> sent(AlgorithmForm.Field field) {
    if (field.type().equals("boolean") && asked.act("sent").isPresent()) {
      return Optional.of(Boolean.toString(asked.raw(PREFIX + field.name()).isPresent()));
    }
    return asked.raw(PREFIX + field.name());
  }

  /**
   * The seed that was sent.
   *
   * @throws InvalidInputException if it is no number
   */
  Long seed() {
    String text = asked.raw("seed").orElse("").strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("-?\\d{1,18}")) {
      throw InvalidInputException.of("/seed", "must be a whole number");
    }
    return Long.valueOf(text);
  }

  /** A field with what it holds. */
  Field of(
      AlgorithmForm.Field field,
      Map<String, String> values,
      AlgorithmForm.Preset preset,
      String fault) {
    String standard = plain(field, preset.values().get(field.name()));
    return new Field(
        PREFIX + field.name(),
        field.label(),
        field.help(),
        input(field),
        field.type().equals("integer") ? "1" : "any",
        bound(field.minimum()),
        bound(field.maximum()),
        range(field, standard),
        plain(field, values.get(field.name())),
        standard,
        field.choices(),
        say(fault));
  }

  private static String input(AlgorithmForm.Field field) {
    return switch (field.type()) {
      case "integer", "number" -> "number";
      case "boolean" -> "switch";
      case "choice" -> "select";
      default -> "text";
    };
  }

  private String range(AlgorithmForm.Field field, String standard) {
    String usual =
        switch (field.type()) {
          case "boolean" -> words.of("train.switch", standard);
          case "choice" -> words.of("optionChoice", standard);
          case "integer", "number" ->
              standard.isEmpty() ? standard : number(new BigDecimal(standard));
          default -> standard;
        };
    if (field.minimum() != null && field.maximum() != null) {
      return words.format(
          "train.range", number(decimal(field.minimum())), number(decimal(field.maximum())), usual);
    }
    if (field.minimum() != null) {
      return words.format("train.range.least", number(decimal(field.minimum())), usual);
    }
    return words.format("train.range.open", usual.isEmpty() ? "–" : usual);
  }

  private String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getNumberInstance(reader.getLocale());
    format.setMaximumFractionDigits(12);
    return format.format(value);
  }

  private static String bound(Double value) {
    return value == null ? "" : decimal(value).toPlainString();
  }

  private static BigDecimal decimal(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  /** A number as people write it: 30 for 30.0, 0.000001 for 1.0E-6. */
  private static String plain(AlgorithmForm.Field field, String value) {
    boolean decimal = field.type().equals("number");
    return value != null && decimal && value.matches("-?\\d+(\\.\\d+)?([eE]-?\\d{1,3})?")
        ? decimal(Double.parseDouble(value)).toPlainString()
        : value == null ? "" : value;
  }

  /** A fault in the reader's language; empty for none. */
  String say(String fault) {
    return fault == null ? "" : faults.say(fault);
  }
}
