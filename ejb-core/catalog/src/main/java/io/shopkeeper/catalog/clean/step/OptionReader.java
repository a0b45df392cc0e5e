package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.catalog.boundary.cleaning.OptionSpec;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The options of a step as the types that its record wants; faults name the option. */
final class OptionReader {

  private static final int LONGEST = 20_000;

  private final StepType type;
  private final Map<String, String> given;

  OptionReader(StepData step) {
    type = step.type();
    given = step.options();
    for (Map.Entry<String, String> entry : given.entrySet()) {
      if (type.options().stream().noneMatch(spec -> spec.name().equals(entry.getKey()))) {
        throw InvalidInputException.of(entry.getKey(), "is no option of the step " + type);
      }
      if (entry.getValue().length() > LONGEST) {
        throw InvalidInputException.of(entry.getKey(), "is longer than 20,000 characters");
      }
    }
  }

  /** Text without blanks at its ends; empty where none is given and the standard is empty. */
  String text(String name) {
    OptionSpec spec =
        type.options().stream()
            .filter(option -> option.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(type + " has no option " + name));
    return given.getOrDefault(name, spec.standard()).strip();
  }

  boolean flag(String name) {
    return switch (text(name)) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw InvalidInputException.of(name, "must be true or false");
    };
  }

  <E extends Enum<E>> E choice(String name, Class<E> choices) {
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equals(text(name).toUpperCase(Locale.ROOT))) {
        return choice;
      }
    }
    throw InvalidInputException.of(
        name, "must be one of " + Arrays.toString(choices.getEnumConstants()));
  }

  OptionalDouble number(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!NumberText.isPlain(text)) {
      throw InvalidInputException.of(name, "must be a number such as 3.5, but is " + text);
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }

  double number(String name, double low, double high) {
    double value = number(name).orElseThrow(() -> InvalidInputException.of(name, "is missing"));
    if (value < low || value > high) {
      throw InvalidInputException.of(name, "must be from %s to %s".formatted(low, high));
    }
    return value;
  }

  /** Words with commas between them. */
  List<String> words(String name) {
    return Arrays.stream(text(name).split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Lines of {@code this=that}. */
  Map<String, String> lines(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String line : text(name).split("\\R", -1)) {
      if (line.isBlank()) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw InvalidInputException.of(name, "each line must look like this=that: " + line.strip());
      }
      pairs.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return pairs;
  }

  String field(String name) {
    String field = text(name);
    if (field.isEmpty()) {
      throw InvalidInputException.of(name, "is missing: say which field");
    }
    return field;
  }
}
